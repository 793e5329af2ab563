"""The changes of core/actions/record.py for many records of one kind at once."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import batched
from typing import Any

from django.db import models, transaction

from vernost.core.actions.audit import entry, record_changes, values_of
from vernost.core.enums import Face, Verb
from vernost.core.models import User
from vernost.core.models.base import Removable

_BATCH = 500


def create_records(
    *,
    records: Sequence[models.Model],
    by: User | None,
    at: datetime,
    face: Face,
    run: str,
    audited: bool = True,
) -> None:
    """Saves new records. IntegrityError when a constraint speaks against one; then none is saved.

    Without `audited` the caller keeps their numbers himself and writes one line for all (an import's batches).
    """
    if not records:
        return
    with transaction.atomic():
        type(records[0])._default_manager.bulk_create(records, batch_size=_BATCH)
        if audited:
            record_changes(
                entries=[
                    entry(record=record, verb=Verb.CREATED, by=by, at=at, face=face, run=run)
                    for record in records
                ]
            )


def change_records(
    *,
    changes: Sequence[tuple[models.Model, Mapping[str, Any]]],
    by: User | None,
    at: datetime,
    face: Face,
    run: str,
    verb: Verb = Verb.CHANGED,
) -> None:
    """Sets the values (by column, `owner_id`) of each record and writes an audit line for each that differs."""
    if not changes:
        return
    entries = []
    for record, values in changes:
        before = values_of(record)
        for name, value in values.items():
            setattr(record, name, value)
        entries.append(entry(record=record, verb=verb, by=by, at=at, face=face, before=before, run=run))
    columns = sorted({name for _record, values in changes for name in values})
    with transaction.atomic():
        manager = type(changes[0][0])._default_manager
        manager.bulk_update([record for record, _values in changes], columns, batch_size=_BATCH)
        record_changes(entries=entries)


def remove_records(
    *,
    records: Sequence[Removable],
    by: User | None,
    at: datetime,
    face: Face,
    run: str,
    audited: bool = True,
) -> None:
    """Puts the records, all of one kind, into the recycle bin."""
    if not records:
        return
    entries = []
    for record in records:
        before = values_of(record) if audited else None
        record.deleted_at = at
        if audited:
            entries.append(
                entry(record=record, verb=Verb.REMOVED, by=by, at=at, face=face, before=before, run=run)
            )
    with transaction.atomic():
        manager = type(records[0])._default_manager
        for batch in batched(records, _BATCH):
            manager.filter(pk__in=[record.pk for record in batch]).update(deleted_at=at)
        record_changes(entries=entries)
