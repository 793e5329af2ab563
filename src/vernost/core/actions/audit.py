"""The audit log's only writers. Every action that changes a record calls one of them in its own transaction."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db import models, transaction

from vernost.core.enums import Face, Verb
from vernost.core.kept_columns import bring_columns_in_line, clients_touched
from vernost.core.models import AuditEntry, User

type Values = Mapping[str, Any]


class UnableToRestoreValue(Exception):
    """The value has changed again since, or the record is gone."""


def values_of(record: models.Model) -> dict[str, Any]:
    """Every own column of `record` as a JSON value; take it before a change and give it to `record_change`.

    Columns that a model names in NOT_AUDITED (a password's hash) stay out of the log.
    """
    kept_out: frozenset[str] = getattr(record, "NOT_AUDITED", frozenset())
    columns = (field.attname for field in record._meta.concrete_fields if field.attname not in kept_out)
    return {name: _plain(getattr(record, name)) for name in columns}


def difference(before: Values, after: Values) -> dict[str, list[Any]]:
    """{field: [before, after]} of what differs."""
    return {name: [before.get(name), value] for name, value in after.items() if before.get(name) != value}


def entry(
    *,
    record: models.Model,
    verb: Verb,
    by: User | None,
    at: datetime,
    face: Face,
    before: Values | None = None,
    run: str = "",
) -> AuditEntry:
    """An unsaved entry, for actions on many records that write all at once (`record_changes`)."""
    after = values_of(record)
    changes = (
        difference(before, after)
        if before is not None
        else {n: [None, v] for n, v in after.items() if v not in (None, "")}
    )
    return AuditEntry(
        at=at,
        by=by,
        verb=verb,
        kind=record._meta.label_lower,
        object_id=record.pk,
        object_name=str(record)[:300],
        changes=changes,
        face=face,
        run=run,
    )


def record_change(
    *,
    record: models.Model,
    verb: Verb,
    by: User | None,
    at: datetime,
    face: Face,
    before: Values | None = None,
    run: str = "",
) -> AuditEntry | None:
    """Writes one entry; `before` is `values_of(record)` from before the change, None for a new record.

    Writes nothing and returns None when nothing differs.
    """
    written = entry(record=record, verb=verb, by=by, at=at, face=face, before=before, run=run)
    if before is not None and not written.changes:
        return None
    written.save(force_insert=True)
    return written


def record_changes(*, entries: Iterable[AuditEntry]) -> None:
    """Writes many entries, leaving out those in which nothing differs."""
    AuditEntry.objects.bulk_create((e for e in entries if e.changes), batch_size=500)


def restore_value(*, entry: AuditEntry, field: str, by: User, at: datetime, face: Face) -> models.Model:
    """Puts the value of `field` from before `entry` back and returns the record.

    UnableToRestoreValue when the record is gone or somebody has changed the field since.
    """
    model = apps.get_model(entry.kind)
    with transaction.atomic():
        record: models.Model | None = (
            model._default_manager.select_for_update().filter(pk=entry.object_id).first()
        )
        if record is None or field not in entry.changes:
            raise UnableToRestoreValue
        was, became = entry.changes[field]
        before = values_of(record)
        if before[field] != became:
            raise UnableToRestoreValue
        column = next(one for one in model._meta.concrete_fields if one.attname == field)
        setattr(record, field, column.to_python(was) if was is not None else None)
        record.save(update_fields=[column.name])
        record_change(record=record, verb=Verb.VALUE_RESTORED, by=by, at=at, face=face, before=before)
        bring_columns_in_line(clients_touched(record, before), at)
    return record


def _plain(value: Any) -> Any:
    """A column's value as JSON keeps it: sums and moments as text that `to_python` reads back."""
    match value:
        case datetime() | date():
            return value.isoformat()
        case Decimal():
            return format(value, ".2f")
        case _:
            return value
