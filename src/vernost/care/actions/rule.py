from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import translation

from vernost.care.models import Rule
from vernost.care.standard import STANDARD
from vernost.core.actions.record import change_record, create_record, remove_record
from vernost.core.enums import Face, Language
from vernost.core.models import User


class StandardIsThere(Exception):
    """The company has rules already; the shipped ones would stand beside them twice."""


def create_rule(
    *, values: Mapping[str, Any], by: User | None, at: datetime, face: Face, run: str = ""
) -> Rule:
    """A new rule at the end of the standard, unless `values` say where. IntegrityError when it contradicts itself."""
    with transaction.atomic():
        last = Rule.objects.aggregate(last=Max("position"))["last"] or 0
        rule = Rule(**({"position": last + 1} | dict(values)))
        return create_record(record=rule, by=by, at=at, face=face, run=run)


def change_rule(
    *, rule: Rule, values: Mapping[str, Any], by: User, at: datetime, face: Face, run: str = ""
) -> Rule:
    return change_record(record=rule, values=values, by=by, at=at, face=face, run=run)


def remove_rule(*, rule: Rule, by: User, at: datetime, face: Face, run: str = "") -> Rule:
    """Its planned touches go with the next planning; those that were made stay in the history."""
    return remove_record(record=rule, by=by, at=at, face=face, run=run)


def bring_in_standard(
    *, language: Language, by: User | None, at: datetime, face: Face, run: str = ""
) -> list[Rule]:
    """Writes the shipped rules in `language`. StandardIsThere when the company has rules."""
    with transaction.atomic():
        if Rule.objects.filter(deleted_at=None).exists():
            raise StandardIsThere
        with translation.override(language):
            texts = [(translation.gettext(one.name), translation.gettext(one.note)) for one in STANDARD]
        return [
            create_rule(
                values={**one.values, "name": name, "note": note, "position": position},
                by=by,
                at=at,
                face=face,
                run=run,
            )
            for position, (one, (name, note)) in enumerate(zip(STANDARD, texts, strict=True), start=1)
        ]
