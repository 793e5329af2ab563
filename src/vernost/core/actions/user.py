from datetime import datetime
from decimal import Decimal

from django.db import transaction

from vernost.core.actions.audit import record_change, values_of
from vernost.core.enums import Face, Language, Role, Theme, Verb
from vernost.core.models import Team, User


def create_user(
    *,
    email: str,
    name: str,
    role: Role,
    password: str | None,
    by: User | None,
    at: datetime,
    face: Face,
    team: Team | None = None,
    language: Language = Language.RUSSIAN,
    hourly_rate: Decimal | None = None,
    is_sample: bool = False,
) -> User:
    """A person who can log in; without a password only by a link. IntegrityError when the e-mail is taken."""
    user = User(
        email=email.strip().lower(),
        name=name,
        role=role,
        team=team,
        language=language,
        hourly_rate=hourly_rate,
        is_sample=is_sample,
    )
    user.set_password(password)
    with transaction.atomic():
        user.save(force_insert=True)
        record_change(record=user, verb=Verb.CREATED, by=by, at=at, face=face)
    return user


def choose_looks(
    *, user: User, at: datetime, face: Face, language: Language | None = None, theme: Theme | None = None
) -> User:
    """A person's own choice of language and theme."""
    before = values_of(user)
    user.language = language or user.language
    user.theme = theme or user.theme
    with transaction.atomic():
        user.save(update_fields=["language", "theme"])
        record_change(record=user, verb=Verb.CHANGED, by=user, at=at, face=face, before=before)
    return user
