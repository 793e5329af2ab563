"""What people did with a case, from the audit log, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from vernost.assessment.models import Case
from vernost.core.enums import Verb
from vernost.core.models import AuditEntry, User
from vernost.core.queries.audit import history_of
from vernost.ui import formats

_SHOWN = ("state", "owner_id", "snoozed_until", "snooze_reason", "outcome", "cause")


@dataclass(frozen=True)
class Line:
    at: datetime
    who: str
    what: str


def history_lines(case: Case) -> list[Line]:
    """Newest first. What assessments did has no line here: the evidence tells it."""
    entries = list(history_of(case)[:50])
    people = dict(User.objects.filter(pk__in=_people(entries)).values_list("pk", "name"))
    return [
        Line(entry.at, entry.by.name if entry.by else _("by itself"), _what(entry, people))
        for entry in entries
    ]


def _people(entries: list[AuditEntry]) -> set[int]:
    return {value for entry in entries for value in entry.changes.get("owner_id", ()) if value}


def _what(entry: AuditEntry, people: dict[int, str]) -> str:
    if entry.verb == Verb.CREATED:
        return _("opened")
    parts = list(_changed(entry.changes, people))
    return "; ".join(parts) or str(entry.get_verb_display())


def _changed(changes: dict[str, list[object]], people: dict[int, str]) -> Iterator[str]:
    for name in _SHOWN:
        became = changes.get(name, (None, None))[1]
        if became in (None, ""):
            continue
        field = Case._meta.get_field(name.removesuffix("_id"))
        if name == "owner_id":
            text = people.get(int(str(became)), "")
        elif name == "snoozed_until":
            text = formats.day(date.fromisoformat(str(became)))
        else:
            text = str(dict(field.flatchoices).get(became, became))  # type: ignore[union-attr]
        yield f"{field.verbose_name}: {text}"  # type: ignore[union-attr]
