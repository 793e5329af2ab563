from datetime import datetime

from django.db import IntegrityError, transaction

from vernost.core.actions.record import create_record
from vernost.core.actions.user import create_user
from vernost.core.enums import Face, Language, Role
from vernost.core.models import CompanySettings, User


class AlreadySetUp(Exception):
    """There is a first director already."""


def set_up_installation(
    *,
    company_name: str,
    currency: str,
    language: Language,
    name: str,
    email: str,
    password: str,
    at: datetime,
    face: Face,
) -> User:
    """The company and its first director, both or neither. AlreadySetUp when somebody was quicker."""
    try:
        with transaction.atomic():
            company = CompanySettings(pk=1, name=company_name, currency=currency.upper(), language=language)
            create_record(record=company, by=None, at=at, face=face)
            if User.objects.exists():
                raise AlreadySetUp
            return create_user(
                email=email,
                name=name,
                role=Role.DIRECTOR,
                password=password,
                language=language,
                by=None,
                at=at,
                face=face,
            )
    except IntegrityError as error:
        raise AlreadySetUp from error
