from typing import Any

from allauth.account.forms import LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateByCode
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _


class Login(LoginForm):
    """E-mail in whatever case, and password; the session lasts as long as the setting says."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        login, password = self.fields["login"], self.fields["password"]
        login.label, password.label, password.help_text = _("E-mail"), _("Password"), ""
        login.widget.attrs.update({"autofocus": True, "autocomplete": "username", "placeholder": ""})
        password.widget.attrs["placeholder"] = ""


class ConfirmByPassword(ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Password")
        self.fields["password"].widget.attrs["placeholder"] = ""


class _Code(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Code")
        self.fields["code"].widget.attrs.update(
            {"placeholder": "", "inputmode": "numeric", "autofocus": True}
        )


class EnterCode(_Code, AuthenticateForm):
    """Six digits of the app, or a recovery code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # A recovery code has letters too.
        del self.fields["code"].widget.attrs["inputmode"]


class ConfirmByCode(_Code, ReauthenticateByCode):
    pass


class SwitchOnApp(_Code, ActivateTOTPForm):
    pass


class AddKey(AddWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name of the key")
        self.fields["name"].help_text = _("For yourself: “laptop”, “blue key”.")
        if "passwordless" in self.fields:
            self.fields["passwordless"].label = _("Log in with it alone")
            self.fields["passwordless"].help_text = _(
                "A passkey: no password is asked for. Without the tick it is a second factor."
            )


class RenameKey(EditWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name of the key")
