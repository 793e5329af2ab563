from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypedDict, Unpack

from django.db import transaction

from vernost.care.enums import LetterPurpose
from vernost.care.letter_faults import TEXTS, wrong_in_template
from vernost.care.letters.templates import NAMES, TEMPLATES
from vernost.care.models import LetterTemplate
from vernost.core.actions.record import change_record, create_record, remove_record
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.core.wrong import refuse_wrong


class TemplateFields(TypedDict, total=False):
    name: str
    purpose: LetterPurpose
    subject_ru: str
    body_ru: str
    subject_en: str
    body_en: str


def create_template(
    *, by: User | None, at: datetime, face: Face, run: str = "", **fields: Unpack[TemplateFields]
) -> LetterTemplate:
    """WrongValues when a text cannot be filled (care/letters/places.py) or there is none; IntegrityError when the name
    is taken.
    """
    refuse_wrong(wrong_in_template(fields))
    return create_record(record=LetterTemplate(**fields), by=by, at=at, face=face, run=run)


def change_template(
    *,
    template: LetterTemplate,
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
    standing: Mapping[str, Any] | None = None,
    **fields: Unpack[TemplateFields],
) -> LetterTemplate:
    """As `create_template`. Letters and mailings that were begun keep their text. ChangedMeanwhile when another value
    stands in the database than `standing` says.
    """
    texts: dict[str, Any] = {name: getattr(template, name) for name in TEXTS}
    refuse_wrong(wrong_in_template(texts | fields))
    return change_record(
        record=template, values=dict(fields), by=by, at=at, face=face, run=run, standing=standing
    )


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
