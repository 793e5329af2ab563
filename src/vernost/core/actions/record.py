"""The four changes every kind of record knows, each with its audit line. Actions of the areas are made from these."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from itertools import batched
from typing import Any

from django.db import models, transaction

from vernost.core.actions.audit import entry, record_change, record_changes, values_of
from vernost.core.enums import Face, Verb
from vernost.core.models import User
from vernost.core.models.base import Removable

_BATCH = 1000


class ChangedMeanwhile(Exception):
    """Another value stands there than the one that was to be replaced; nothing was changed."""


@contextmanager
def alone_with(record: models.Model) -> Iterator[None]:
    """While the block runs nobody else writes `record`, which is read anew. DoesNotExist when it is gone. One that was
    never saved has nothing to read; a constraint refuses the second of two.
    """
    with transaction.atomic():
        if not record._state.adding:
            record.refresh_from_db(from_queryset=type(record)._default_manager.select_for_update())
        yield


def create_record[T: models.Model](
    *, record: T, by: User | None, at: datetime, face: Face, run: str = ""
) -> T:
    """Saves the new `record`. IntegrityError when a constraint speaks against it."""
    with transaction.atomic():
        record.save(force_insert=True)
        record_change(record=record, verb=Verb.CREATED, by=by, at=at, face=face, run=run)
    return record


def create_records[T: models.Model](
    *, records: Iterable[T], by: User | None, at: datetime, face: Face, run: str = ""
) -> int:
    """Saves many new records of one kind, a transaction for every batch, and returns how many there are.

    Columns that actions keep (a client's search text, its last order) are the caller's to bring in line.
    """
    count = 0
    for batch in batched(records, _BATCH):
        with transaction.atomic():
            saved = type(batch[0])._default_manager.bulk_create(batch)
            record_changes(
                entries=(
                    entry(record=one, verb=Verb.CREATED, by=by, at=at, face=face, run=run) for one in saved
                )
            )
        count += len(batch)
    return count


def change_record[T: models.Model](
    *,
    record: T,
    values: Mapping[str, Any],
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    standing: Mapping[str, Any] | None = None,
) -> T:
    """Sets `values` and saves those columns alone, so that two people changing different fields both win.

    ChangedMeanwhile when the database has another value than `standing` gives for a field.
    """
    with transaction.atomic():
        if standing:
            _refuse_changed(record, standing)
        before = values_of(record)
        for name, value in values.items():
            setattr(record, name, value)
        record.save(update_fields=list(values))
        record_change(record=record, verb=Verb.CHANGED, by=by, at=at, face=face, before=before, run=run)
    return record


def _refuse_changed(record: models.Model, standing: Mapping[str, Any]) -> None:
    """Until the transaction ends nobody else writes the record."""
    columns = [record._meta.get_field(name).attname for name in standing]  # type: ignore[union-attr]
    rows = type(record)._default_manager.select_for_update().filter(pk=record.pk)
    found = dict(zip(columns, rows.values_list(*columns).first() or (), strict=False))
    if any(found.get(column) != getattr(record, column) for column in columns):
        raise ChangedMeanwhile


def remove_record[T: Removable](*, record: T, by: User | None, at: datetime, face: Face, run: str = "") -> T:
    """Puts `record` into the recycle bin; nothing happens when it is there already."""
    return (
        _set_deleted_at(record, at, Verb.REMOVED, by, at, face, run) if record.deleted_at is None else record
    )


def restore_record[T: Removable](*, record: T, by: User | None, at: datetime, face: Face, run: str = "") -> T:
    """Takes `record` out of the recycle bin. IntegrityError when its number or code is taken by now."""
    return _set_deleted_at(record, None, Verb.RESTORED, by, at, face, run)


def _set_deleted_at[T: Removable](
    record: T, value: datetime | None, verb: Verb, by: User | None, at: datetime, face: Face, run: str
) -> T:
    before = values_of(record)
    record.deleted_at = value
    with transaction.atomic():
        record.save(update_fields=["deleted_at"])
        record_change(record=record, verb=verb, by=by, at=at, face=face, before=before, run=run)
    return record
