"""How django-allauth is bent to this house: nobody signs himself up, nothing is mailed, secrets lie encrypted."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from vernost.core.actions.access import record_refusal
from vernost.core.cipher import decrypt, encrypt
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import User

_PURPOSE = "second factor"


class Accounts(DefaultAccountAdapter):
    """People come by an invitation only; what a page says is said by the page."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("This e-mail and this password do not belong together."),
        "too_many_login_attempts": _("Too many wrong passwords. Wait five minutes and try again."),
        "incorrect_password": _("This is not the password."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Nothing: "you have logged in" is seen."""

    def send_mail(self, *args: Any, **kwargs: Any) -> None:
        """Nothing: letters are the channels' business."""

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Into the audit log of the person; an e-mail that is nobody's is not kept."""
        person = User.objects.filter(email=str(credentials.get("email", "")).lower()).first()
        if person is not None:
            record_refusal(person=person, at=now(), face=Face.WEB)


class SecondFactors(DefaultMFAAdapter):
    """The key of an authenticator app is worth a password: it lies encrypted with the installation's secret."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This is not the code of this moment. Wait for the next one and try again."),
    }

    def get_totp_issuer(self) -> str:
        return "Vernost"

    def encrypt(self, text: str) -> str:
        return encrypt(text, purpose=_PURPOSE)

    def decrypt(self, encrypted_text: str) -> str:
        """Empty after the installation's secret has changed: no code fits, a director takes the factor away."""
        return decrypt(encrypted_text, purpose=_PURPOSE)


class SingleSignOn(DefaultSocialAccountAdapter):
    """The provider says who somebody is; whether he is one of our people is said by the list of people."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False
