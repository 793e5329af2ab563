"""Coming in, proving who one is, and where one is logged in. Names that begin with "account_", "mfa_" and
"socialaccount_" are those by which django-allauth finds its pages; of its pages, only these exist.
"""

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as key
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as openid
from django.contrib.auth.decorators import login_not_required
from django.urls import path

from vernost.office.login import sessions, tokens, views
from vernost.office.login.first_run import LoginOrFirstRun, first_run

_login = LoginOrFirstRun.as_view()

urlpatterns = [
    path("login/", _login, name="login"),
    path("login/", _login, name="account_login"),
    path("setup/", first_run, name="first_run"),
    path("logout/", account.logout, name="logout"),
    path("me/digest/", views.digest, name="digest"),
    path("logout/", account.logout, name="account_logout"),
    path("login/second/", factor.authenticate, name="mfa_authenticate"),
    path("login/key/", login_not_required(key.login_webauthn), name="mfa_login_webauthn"),
    path("login/switched-off/", views.switched_off, name="account_inactive"),
    path("login/<slug:provider_id>/", openid.login, name="openid_connect_login"),
    path("login/<slug:provider_id>/back/", openid.callback, name="openid_connect_callback"),
    path("login/sign-on/cancelled/", social.login_cancelled, name="socialaccount_login_cancelled"),
    path("login/sign-on/failed/", social.login_error, name="socialaccount_login_error"),
    path("login/sign-on/unknown/", views.nobody_of_ours, name="socialaccount_signup"),
    path("me/", views.me, name="me"),
    path("me/", views.me, name="mfa_index"),
    path("me/", views.me, name="mfa_list_webauthn"),
    path("me/", views.me, name="socialaccount_connections"),
    path("me/password/", views.change_password, name="change_password"),
    path("me/confirm/", account.reauthenticate, name="account_reauthenticate"),
    path("me/confirm/code/", factor.reauthenticate, name="mfa_reauthenticate"),
    path("me/confirm/key/", key.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("me/app/", app.activate_totp, name="mfa_activate_totp"),
    path("me/app/off/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("me/codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("me/codes/new/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("me/codes/file/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("me/keys/new/", key.add_webauthn, name="mfa_add_webauthn"),
    path("me/keys/<int:pk>/", key.edit_webauthn, name="mfa_edit_webauthn"),
    path("me/keys/<int:pk>/remove/", key.remove_webauthn, name="mfa_remove_webauthn"),
    path("me/tokens/", tokens.tokens, name="api_tokens"),
    path("me/tokens/new/", tokens.new_token, name="new_api_token"),
    path("me/tokens/<int:pk>/revoke/", tokens.revoke_token, name="revoke_api_token"),
    path("me/sessions/end/", sessions.end_own, name="end_session"),
    path("settings/people/<int:pk>/log-out/", sessions.end_of_person, name="log_out_person"),
    path("settings/people/<int:pk>/no-second-factor/", views.forget_factors, name="forget_factors"),
]
