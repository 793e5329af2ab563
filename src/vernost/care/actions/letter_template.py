from datetime import datetime
from typing import TypedDict, Unpack

from django.db import transaction

from vernost.care.enums import LetterPurpose
from vernost.care.letters.places import check_places
from vernost.care.letters.templates import NAMES, TEMPLATES
from vernost.care.models import LetterTemplate
from vernost.core.actions.record import change_record, create_record, remove_record
from vernost.core.enums import Face
from vernost.core.models import User


class TemplateFields(TypedDict, total=False):
    name: str
    purpose: LetterPurpose
    subject_ru: str
    body_ru: str
    subject_en: str
    body_en: str


_TEXTS = ("subject_ru", "body_ru", "subject_en", "body_en")


def create_template(
    *, by: User | None, at: datetime, face: Face, run: str = "", **fields: Unpack[TemplateFields]
) -> LetterTemplate:
    """UnknownPlace (care/letters/places.py) when a text cannot be filled; IntegrityError when the name is taken."""
    template = LetterTemplate(**fields)
    _check(template)
    return create_record(record=template, by=by, at=at, face=face, run=run)


def change_template(
    *,
    template: LetterTemplate,
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
    **fields: Unpack[TemplateFields],
) -> LetterTemplate:
    """As `create_template`. Letters and mailings that were begun keep their text."""
    for name in _TEXTS:
        check_places(str(fields.get(name, "")))
    return change_record(record=template, values=dict(fields), by=by, at=at, face=face, run=run)


def remove_template(
    *, template: LetterTemplate, by: User, at: datetime, face: Face, run: str = ""
) -> LetterTemplate:
    return remove_record(record=template, by=by, at=at, face=face, run=run)


def bring_in_templates(
    *, language: str, by: User | None, at: datetime, face: Face, run: str = ""
) -> list[LetterTemplate]:
    """The templates that come with the program, named in `language`; those whose names are there already are left as
    they are.
    """
    there = set(LetterTemplate.objects.filter(deleted_at=None).values_list("name", flat=True))
    with transaction.atomic():
        return [
            create_template(
                name=name,
                purpose=LetterPurpose(purpose),
                subject_ru=TEMPLATES["ru"][purpose].subject,
                body_ru=TEMPLATES["ru"][purpose].body,
                subject_en=TEMPLATES["en"][purpose].subject,
                body_en=TEMPLATES["en"][purpose].body,
                by=by,
                at=at,
                face=face,
                run=run,
            )
            for purpose, name in NAMES[language].items()
            if name not in there
        ]


def _check(template: LetterTemplate) -> None:
    for name in _TEXTS:
        check_places(getattr(template, name))
