from datetime import datetime
from decimal import Decimal
from typing import TypedDict, Unpack

from django.db import transaction

from vernost.core.actions.audit import record_change, values_of
from vernost.core.actions.record import change_record
from vernost.core.enums import Face, Role, Verb
from vernost.core.models import Team, User


class UnableToSwitchOff(Exception):
    """The last director who can log in: afterwards nobody could let anybody in."""


class PersonFields(TypedDict, total=False):
    name: str
    email: str
    role: Role
    team: Team | None
    hourly_rate: Decimal | None


def change_person(
    *, person: User, by: User, at: datetime, face: Face, **fields: Unpack[PersonFields]
) -> User:
    """UnableToSwitchOff when the last director would get another role; IntegrityError when the e-mail is taken."""
    with transaction.atomic():
        if "role" in fields and fields["role"] != Role.DIRECTOR:
            _refuse_last_director(person)
        return change_record(record=person, values=fields, by=by, at=at, face=face)


def switch_person(*, person: User, active: bool, by: User, at: datetime, face: Face) -> User:
    """Lets a person log in or no longer. His clients and all that he did stay his."""
    with transaction.atomic():
        if not active:
            _refuse_last_director(person)
        return change_record(record=person, values={"is_active": active}, by=by, at=at, face=face)


def choose_password(*, person: User, password: str, at: datetime, face: Face) -> User:
    """A person's own choice; the log says that it was made and not what."""
    with transaction.atomic():
        person.set_password(password)
        person.save(update_fields=["password"])
        record_change(
            record=person,
            verb=Verb.CHANGED,
            by=person,
            at=at,
            face=face,
            before={**values_of(person), "email": ""},
        )
    return person


def _refuse_last_director(person: User) -> None:
    directors = User.objects.select_for_update().filter(role=Role.DIRECTOR, is_active=True)
    if person.role == Role.DIRECTOR and person.is_active and len(directors) == 1:
        raise UnableToSwitchOff
