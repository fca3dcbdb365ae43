"""What django-allauth asks its surroundings: who the client is, where to go next, and in which words."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.views import password_change
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.base.views import IndexView
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import EditWebAuthnForm
from django import forms
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse

from consultations.models import User
from consultations.views.requests import AuthenticatedRequest
from council.config.lockout import client_address
from council.config.second_factor import lacks_second_factor

WAYS_TO_CONFIRM = {
    "reauthenticate": "パスワードで確認する",
    "mfa_reauthenticate": "認証アプリか回復コードで確認する",
    "mfa_reauthenticate:webauthn": "パスキーで確認する",
}
WAIT = "違う番号が続いたので、受け付けを止めています。15分たったら、もう一度お試しください。"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # it ships no types
    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": "ユーザー名かパスワードが違います。",
        "incorrect_password": "パスワードが違います。大文字と小文字を確かめて、もう一度入れてください。",
        "enter_current_password": "今のパスワードが違います。大文字と小文字を確かめて、もう一度入れてください。",
        "too_many_login_attempts": WAIT,
        "rate_limited": WAIT,
    }

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Wrong passwords are counted by axes; allauth's count is left to codes (see ACCOUNT_RATE_LIMITS)."""

    def get_client_ip(self, request: HttpRequest) -> str:
        address = client_address(request)
        if not address:
            raise PermissionDenied("the server does not say who is asking")
        return address

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("mfa_index")

    def get_reauthentication_methods(self, user: User | AnonymousUser) -> list[dict[str, Any]]:
        ways = super().get_reauthentication_methods(user)
        return [way | {"description": WAYS_TO_CONFIRM[way["id"]]} for way in ways]


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # it ships no types
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "確認できませんでした。番号は30秒ごとに変わります。今出ている番号を入れてください。",
        "cannot_generate_recovery_codes": "回復コードは、認証アプリかパスキーを設定してから作れます。",
    }

    def get_totp_label(self, user: User) -> str:
        """What people look for in their app is what they type at the door, not their e-mail address."""
        return user.username

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        return entity | {"name": self.get_totp_issuer()}

    def get_public_key_credential_user_entity(self, user: User) -> dict[str, Any]:
        entity: dict[str, Any] = super().get_public_key_credential_user_entity(user)
        return entity | {"name": user.username}

    def generate_authenticator_name(self, user: AbstractBaseUser, type: str) -> str:
        keys = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return f"パスキー{keys + 1}"


class PasskeyNameForm(EditWebAuthnForm):  # type: ignore[misc]  # it ships no types
    name = forms.CharField(label="名前", max_length=40)


class OwnPage(IndexView):  # type: ignore[misc]  # it ships no types
    """安全の設定: one's password, second factors and recovery codes."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"must_set_up": lacks_second_factor(self.request.user)}


def change_password(request: AuthenticatedRequest) -> HttpResponseBase:
    """Who has none, for a passkey is enough, has none to change."""
    if not request.user.has_usable_password():
        raise Http404
    answer: HttpResponseBase = password_change(request)
    return answer
