"""What django-allauth tells about logins and second factors goes into the audit log."""

from typing import Any

from allauth.account.signals import user_logged_in
from allauth.mfa.signals import authentication_failed, authenticator_added, authenticator_removed
from django.dispatch import receiver

from vernost.core.actions.access import record_factor, record_login, record_refusal
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import User


@receiver(user_logged_in)
def on_login(user: User, **kwargs: Any) -> None:
    record_login(person=user, at=now(), face=Face.WEB)


@receiver(authentication_failed)
def on_wrong_code(user: User, **kwargs: Any) -> None:
    record_refusal(person=user, at=now(), face=Face.WEB)


@receiver(authenticator_added)
def on_factor_added(user: User, **kwargs: Any) -> None:
    record_factor(person=user, added=True, by=user, at=now(), face=Face.WEB)


@receiver(authenticator_removed)
def on_factor_removed(user: User, **kwargs: Any) -> None:
    record_factor(person=user, added=False, by=user, at=now(), face=Face.WEB)
