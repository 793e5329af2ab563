"""Writes what a chunk planned through the bulk actions; one impossible record does not take the others with it."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from django.db import DatabaseError, models, transaction

from vernost.core.actions.audit import difference, values_of
from vernost.transfer.applying.context import Context
from vernost.transfer.applying.result import Result, RowRefused
from vernost.transfer.enums import Outcome
from vernost.transfer.kinds.kind import CreateMany

_CONSTRAINT = re.compile(r'constraint "(?P<pg>\w+)"|(?:CHECK constraint failed|index) ?:? \'?(?P<sqlite>\w+)')


def create_all(context: Context, planned: Sequence[tuple[Result, models.Model]], create: CreateMany) -> None:
    """Saves the new records; a result is refused when the database speaks against its record."""

    def save(some: Sequence[tuple[Result, models.Model]]) -> None:
        for _result, record in some:
            # A failed attempt has numbered some of them.
            record.pk = None
        create(records=[record for _result, record in some], audited=True, **context.stamp())

    for result, record in _saved(planned, save):
        result.outcome, result.object_id = Outcome.CREATED, record.pk
        context.note_created(record._meta.label_lower, record.pk)


def insert_all(
    context: Context, columns: Sequence[str], planned: Sequence[tuple[Result, tuple[Any, ...]]]
) -> None:
    """The same for records given as values of `columns` of the kind's model."""
    label = context.kind.model._meta.label_lower

    def save(some: Sequence[tuple[Result, tuple[Any, ...]]]) -> None:
        values = dict(zip(columns, zip(*(row for _result, row in some), strict=True), strict=True))
        numbers = context.kind.insert(model=context.kind.model, values=values)
        for (result, _row), number in zip(some, numbers, strict=True):
            result.object_id = number

    for result, _row in _saved(planned, save):
        result.outcome = Outcome.CREATED
        context.note_created(label, result.object_id)


def change_all(context: Context, planned: Sequence[tuple[Result, models.Model, dict[str, Any]]]) -> None:
    before = {record.pk: values_of(record) for _result, record, _values in planned}
    old = {record.pk: {own: getattr(record, own) for own in values} for _result, record, values in planned}

    def save(some: Sequence[tuple[Result, models.Model, dict[str, Any]]]) -> None:
        # A second attempt begins from the values of the first: the audit line tells what was.
        for _result, record, _values in some:
            for own, value in old[record.pk].items():
                setattr(record, own, value)
        changes = [(record, values) for _result, record, values in some]
        context.kind.change(changes=changes, **context.stamp())

    for result, record, _values in _saved(planned, save):
        result.outcome, result.object_id = Outcome.CHANGED, record.pk
        context.note_changed(record, difference(before[record.pk], values_of(record)))


def _saved[P: tuple[Any, ...]](planned: Sequence[P], save: Callable[[Sequence[P]], None]) -> list[P]:
    """All at once; when that fails, half by half, to find out which are impossible."""
    if not planned:
        return []
    try:
        with transaction.atomic():
            save(planned)
        return list(planned)
    except DatabaseError as error:
        if len(planned) == 1:
            planned[0][0].refuse(RowRefused("impossible", constraint=constraint_of(error)))
            return []
    half = len(planned) // 2
    return _saved(planned[:half], save) + _saved(planned[half:], save)


def constraint_of(error: DatabaseError) -> str:
    """The name of the constraint that refused, as far as the database tells it."""
    text = str(error)
    if found := _CONSTRAINT.search(text):
        return found["pg"] or found["sqlite"]
    return "unique" if "UNIQUE" in text else text.splitlines()[0][:100]
