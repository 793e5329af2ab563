"""What a director says of personal data, who came to it, and letting go what is old."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from vernost.core.actions.audit import entry, record_change, values_of
from vernost.core.enums import Face, Reading, Verb
from vernost.core.models import AccessEntry, Privacy, User
from vernost.core.queries.prepared import Prepared
from vernost.core.queries.privacy import privacy
from vernost.core.retention import before, kinds_kept, months_of

_OPENED = Prepared(
    lambda by, on, kind, number: (
        AccessEntry.objects.filter(by=by, on=on, kind=kind, object_id=number, what=Reading.OPENED)
        .order_by()
        .values_list("pk")[:1]
    )
)


def set_privacy(
    *,
    operator: str,
    address: str,
    responsible: str,
    contact: str,
    months: Mapping[str, int | None],
    by: User,
    at: datetime,
    face: Face,
) -> Privacy:
    with transaction.atomic():
        rules = privacy()
        was = None if rules._state.adding else values_of(rules)
        rules.operator, rules.address, rules.responsible = operator, address, responsible
        rules.contact, rules.months, rules.changed_by = contact, dict(months), by
        rules.save()
        verb = Verb.CHANGED if was else Verb.CREATED
        record_change(record=rules, verb=verb, by=by, at=at, face=face, before=was)
    return rules


def note_opening(*, by: User, kind: str, object_id: int, on: date, at: datetime) -> None:
    """Once a day for one person and one record; asked before written, so that a page seldom waits for a writer."""
    if not _OPENED.rows(by, on, kind, object_id):
        opening = AccessEntry(on=on, at=at, by=by, what=Reading.OPENED, kind=kind, object_id=object_id)
        AccessEntry.objects.bulk_create([opening], ignore_conflicts=True)


def note_reading(
    *, by: User, what: Reading, kind: str, object_id: int | None, on: date, at: datetime
) -> AccessEntry:
    """An export, or everything about one person shown at once: every time."""
    return AccessEntry.objects.create(on=on, at=at, by=by, what=what, kind=kind, object_id=object_id)


def let_go(*, at: datetime) -> dict[str, int]:
    """Lets go what is older than the rules say and returns how much of what; each kind is a step of its own, and what
    went stands in the audit log.
    """
    rules, gone = privacy(), dict[str, int]()
    for kept in kinds_kept():
        months = months_of(kept, rules.months)
        if months is None:
            continue
        count = kept.remove(before(months, at), rules.changed_by, at)
        if count:
            gone[kept.code] = count
    if gone:
        _note(rules, gone, at)
    return gone


def _note(rules: Privacy, gone: dict[str, int], at: datetime) -> None:
    line = entry(record=rules, verb=Verb.REMOVED, by=None, at=at, face=Face.JOB)
    line.changes = {code: [count, 0] for code, count in gone.items()}
    line.save(force_insert=True)
