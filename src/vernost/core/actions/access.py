"""Who came in, who was refused and how somebody proves who he is: lines of the audit log about a person."""

from collections.abc import Sequence
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction

from vernost.core.actions.audit import entry, values_of
from vernost.core.enums import Face, Role, Verb
from vernost.core.models import User


def record_login(*, person: User, at: datetime, face: Face) -> None:
    _write(person, Verb.LOGGED_IN, by=person, at=at, face=face)


def record_refusal(*, person: User, at: datetime, face: Face) -> None:
    """A wrong password or a wrong code; by nobody, because it is not known who it was."""
    _write(person, Verb.LOGIN_REFUSED, by=None, at=at, face=face)


def record_factor(*, person: User, added: bool, by: User, at: datetime, face: Face) -> None:
    """A second factor or a passkey was added or taken away."""
    _write(person, Verb.FACTOR_ADDED if added else Verb.FACTOR_REMOVED, by=by, at=at, face=face)


def forget_factors(*, person: User, by: User, at: datetime, face: Face) -> User:
    """Takes every second factor, key and recovery code away: the password alone lets in until he adds one again."""
    with transaction.atomic():
        if Authenticator.objects.filter(user=person).delete()[0]:
            record_factor(person=person, added=False, by=by, at=at, face=face)
    return person


def end_sessions(*, person: User, sessions: Sequence[UserSession], by: User, at: datetime, face: Face) -> int:
    """Logs `person` out where these sessions are; how many they were."""
    with transaction.atomic():
        for one in sessions:
            one.end()
        if sessions:
            _write(person, Verb.SESSIONS_ENDED, by=by, at=at, face=face)
    return len(sessions)


class UnableToLookAs(Exception):
    """He is a director too, is switched off, or is oneself."""


def look_as(*, person: User, by: User, at: datetime, face: Face) -> User:
    """`by` begins to see what `person` sees. UnableToLookAs for a director and for who may not log in."""
    if person.role == Role.DIRECTOR or not person.is_active or person == by:
        raise UnableToLookAs
    _write(person, Verb.LOOKED_AS, by=by, at=at, face=face)
    return person


def look_away(*, person: User, by: User, at: datetime, face: Face) -> None:
    _write(person, Verb.LOOKED_AWAY, by=by, at=at, face=face)


def _write(person: User, verb: Verb, *, by: User | None, at: datetime, face: Face) -> None:
    entry(record=person, verb=verb, by=by, at=at, face=face, before=values_of(person)).save(force_insert=True)
