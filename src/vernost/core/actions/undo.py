"""Takes back everything that one run changed: a mass edit, a hand-over, an import."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime
from itertools import batched
from typing import Any

from django.apps import apps
from django.db import models, transaction

from vernost.core.actions.audit import record_change, values_of
from vernost.core.enums import Face, Verb
from vernost.core.kept_columns import bring_columns_in_line, clients_touched
from vernost.core.models import AuditEntry, User

_BATCH = 500


@dataclass
class Undone:
    """What was taken back, and which values somebody has changed since: (entry, field), left as they are."""

    records: int = 0
    conflicts: list[tuple[AuditEntry, str]] = field(default_factory=list)


def new_run(what: str) -> str:
    """The mark by which everything of one request is taken back."""
    return f"{what}-{secrets.token_hex(6)}"


def undo_run(*, run: str, by: User, at: datetime, face: Face) -> Undone:
    """Puts back the values from before `run`, newest first; what it created goes into the recycle bin."""
    undone = Undone()
    touched: set[int] = set()
    entries = AuditEntry.objects.filter(run=run).order_by("-id")
    with transaction.atomic():
        for batch in batched(entries.iterator(_BATCH), _BATCH):
            records = _records_of(batch)
            for entry in batch:
                record = records.get((entry.kind, entry.object_id))
                if record is not None:
                    before = values_of(record)
                    undone.records += _take_back(entry, record, by, at, face, undone.conflicts)
                    touched |= clients_touched(record, before)
        bring_columns_in_line(touched, at)
    return undone


def _records_of(entries: tuple[AuditEntry, ...]) -> dict[tuple[str, int], models.Model]:
    ids: dict[str, set[int]] = {}
    for entry in entries:
        ids.setdefault(entry.kind, set()).add(entry.object_id)
    return {
        (kind, number): record
        for kind, numbers in ids.items()
        for number, record in apps.get_model(kind)._default_manager.in_bulk(numbers).items()
    }


def _take_back(
    entry: AuditEntry,
    record: models.Model,
    by: User,
    at: datetime,
    face: Face,
    conflicts: list[tuple[AuditEntry, str]],
) -> bool:
    before = values_of(record)
    values: dict[str, Any] = {}
    if entry.verb == Verb.CREATED:
        values["deleted_at"] = at
    else:
        for name, (was, became) in entry.changes.items():
            if before[name] == became:
                values[name] = None if was is None else _column(record, name).to_python(was)
            else:
                conflicts.append((entry, name))
    if not values:
        return False
    for name, value in values.items():
        setattr(record, name, value)
    record.save(update_fields=[_column(record, name).name for name in values])
    record_change(record=record, verb=Verb.VALUE_RESTORED, by=by, at=at, face=face, before=before)
    return True


def _column(record: models.Model, name: str) -> "models.Field[Any, Any]":
    return next(column for column in record._meta.concrete_fields if column.attname == name)
