"""The staff of the demo: a director who logs in, two teams, a marketer and an observer."""

from datetime import datetime
from decimal import Decimal

from vernost.cli.demo.words import Words
from vernost.core.actions.record import create_record
from vernost.core.actions.user import create_user
from vernost.core.enums import Face, Language, Role
from vernost.core.models import Team, User

LOGIN = "director@demo.example"
_ROLES = (
    Role.HEAD_OF_SALES,
    Role.ACCOUNT_MANAGER,
    Role.ACCOUNT_MANAGER,
    Role.ACCOUNT_MANAGER,
    Role.HEAD_OF_SALES,
    Role.ACCOUNT_MANAGER,
    Role.ACCOUNT_MANAGER,
    Role.ACCOUNT_MANAGER,
)
_HOUR = 40


def create_staff(*, words: Words, language: Language, password: str, at: datetime) -> tuple[User, list[User]]:
    """The director, and the eight of the simulation in its order (person-1 … person-8)."""
    director = create_user(
        email=LOGIN,
        name={"ru": "Директор", "en": "Director"}[language],
        role=Role.DIRECTOR,
        password=password,
        language=language,
        by=None,
        at=at,
        face=Face.CLI,
    )
    teams = [create_record(record=Team(name=name), by=director, at=at, face=Face.CLI) for name in words.teams]
    staff = [
        create_user(
            email=f"person{number}@demo.example",
            name=name,
            role=role,
            team=teams[number > len(_ROLES) // 2],
            password=None,
            language=language,
            hourly_rate=Decimal(_HOUR * words.rate),
            is_sample=True,
            by=director,
            at=at,
            face=Face.CLI,
        )
        for number, (name, role) in enumerate(zip(words.staff, _ROLES, strict=True), start=1)
    ]
    return director, staff
