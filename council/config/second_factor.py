"""The secretariat sees everything, so its accounts set up a second factor before anything else (REQUIRE_MFA)."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from consultations.enums import Role
from consultations.models import User

SETTING_UP = {"mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "account_reauthenticate", "logout", "icon"}


def lacks_second_factor(user: User | AnonymousUser) -> bool:
    """Whether this person must set one up first."""
    if not settings.REQUIRE_MFA or not isinstance(user, User):
        return False
    if user.role != Role.SECRETARIAT and not user.is_superuser:
        return False
    return not is_mfa_enabled(user, [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN])


class SecondFactorMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponseBase | None:
        match = request.resolver_match
        if match and match.view_name not in SETTING_UP and lacks_second_factor(request.user):
            return redirect("mfa_index")
        return None
