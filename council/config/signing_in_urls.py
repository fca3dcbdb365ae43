"""The door and a person's own security settings: of django-allauth, the pages offered here and no other.

The names are allauth's, which looks them up. What is not here (sign-up, mail addresses, reset by mail) does not exist.
"""

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from django.contrib.auth import views as auth
from django.contrib.auth.decorators import login_not_required
from django.urls import path, reverse_lazy

from council.config.accounts import OwnPage, change_password

own_page = reverse_lazy("mfa_index")

urlpatterns = [
    path("login/", account.login, name="account_login"),
    path("login/code/", factors.authenticate, name="mfa_authenticate"),
    path("login/passkey/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("login/closed/", account.account_inactive, name="account_inactive"),
    # Open to all: whose session has ended has nothing left to end, and would come back here with a GET.
    path("logout/", login_not_required(auth.LogoutView.as_view()), name="logout"),
    path("security/", OwnPage.as_view(), name="mfa_index"),
    path("security/password/", change_password, name="account_change_password"),
    path("security/confirm/", account.reauthenticate, name="account_reauthenticate"),
    path("security/confirm/code/", factors.reauthenticate, name="mfa_reauthenticate"),
    path("security/confirm/passkey/", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("security/app/", app.activate_totp, name="mfa_activate_totp"),
    path("security/app/remove/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("security/codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("security/codes/new/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("security/passkeys/add/", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path(
        "security/passkeys/<int:pk>/name/",
        passkeys.EditWebAuthnView.as_view(success_url=own_page),
        name="mfa_edit_webauthn",
    ),
    path(
        "security/passkeys/<int:pk>/remove/",
        passkeys.RemoveWebAuthnView.as_view(success_url=own_page),
        name="mfa_remove_webauthn",
    ),
]
