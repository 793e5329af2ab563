"""A chunk of a file of what hangs on clients: orders, invoices, interactions … By column, for there may be millions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vernost.transfer.applying.cells import ABSENT, converted, converters
from vernost.transfer.applying.chunk import Chunk
from vernost.transfer.applying.context import Context
from vernost.transfer.applying.difference import changed_values, shown_changes
from vernost.transfer.applying.existing import Existing, counted, numbered
from vernost.transfer.applying.new_clients import clients_of
from vernost.transfer.applying.new_facts import create_facts
from vernost.transfer.applying.paid_invoices import pay, payments_said
from vernost.transfer.applying.planned import OF_COMPANY, Planned
from vernost.transfer.applying.result import Result, RowRefused
from vernost.transfer.applying.writing import change_all
from vernost.transfer.kinds.invoice import INVOICES


def apply_facts(context: Context, chunk: Chunk) -> list[Result]:
    columns = (chunk.column(name) for name in ("n", "row", "rows", "client_id"))
    results = [Result(n, row, rows, word or "") for n, row, rows, word in zip(*columns, strict=True)]
    client_ids = [OF_COMPANY] * len(chunk) if context.kind.of_company else clients_of(context, chunk, results)
    _refuse_ambiguous(context, chunk, results)
    values = _values(context, chunk, results, client_ids)
    said = payments_said(context, chunk, results, values) if context.kind is INVOICES else ()
    _write(context, list(values), _planned(context, chunk, results, client_ids, values))
    if said:
        pay(context, results, said)
    return results


def _refuse_ambiguous(context: Context, chunk: Chunk, results: Sequence[Result]) -> None:
    marks = zip(results, chunk.column("repeats"), chunk.column("currencies"), strict=True)
    for result, repeats, currencies in marks:
        if result.reason:
            continue
        if repeats is not None and not context.kind.gather:
            result.refuse(RowRefused("repeats", row=repeats))
        elif currencies > 1:
            result.refuse(RowRefused("several_currencies"))


def _values(
    context: Context, chunk: Chunk, results: Sequence[Result], client_ids: Sequence[int | None]
) -> dict[str, list[Any]]:
    """Column of the model -> its values, ABSENT where a cell is empty; rows with an impossible one are refused."""
    found: dict[str, list[Any]] = {}
    for column, own, convert in converters(context):
        # What is refused already must not make a segment of its word.
        cells = [
            None if result.reason else cell
            for cell, result in zip(chunk.column(column), results, strict=True)
        ]
        found[own] = _take_refusals(results, converted(cells, convert))
    for column, words in _lookups(context, client_ids).items():
        pairs = zip(client_ids, chunk.column(column), strict=True)
        found[context.kind.fields[column]] = _take_refusals(
            results, [_looked_up(words, column, client_id, cell) for client_id, cell in pairs]
        )
    return found


def _take_refusals(results: Sequence[Result], values: list[Any]) -> list[Any]:
    for place, value in enumerate(values):
        if isinstance(value, RowRefused):
            values[place] = ABSENT
            if not results[place].reason:
                results[place].refuse(value)
    return values


def _lookups(
    context: Context, client_ids: Sequence[int | None]
) -> dict[str, dict[tuple[int | None, str], int]]:
    """Column -> (client, word) -> number of the record that the word names at that client."""
    found: dict[str, dict[tuple[int | None, str], int]] = {}
    ids = {pk for pk in client_ids if pk is not None}
    for column, (model, own) in context.kind.lookups.items():
        if not context.plan.mapping.get(column):
            continue
        named = model._default_manager.filter(client_id__in=ids, deleted_at=None)
        found[column] = {
            (client_id, word.casefold()): pk
            for pk, client_id, word in named.exclude(**{own: ""}).values_list("pk", "client_id", own)
        }
    return found


def _looked_up(
    words: Mapping[tuple[int | None, str], int], column: str, client_id: int | None, cell: Any
) -> Any:
    if not cell:
        return ABSENT
    found = words.get((client_id, str(cell).casefold()))
    return RowRefused("unknown_at_client", column=column, value=str(cell)) if found is None else found


def _planned(
    context: Context,
    chunk: Chunk,
    results: Sequence[Result],
    client_ids: Sequence[int | None],
    values: Mapping[str, list[Any]],
) -> list[Planned]:
    rows = zip(*values.values(), strict=True)
    numbers = _numbers(context, chunk)
    planned = []
    for result, client_id, row, number, seen in zip(
        results, client_ids, rows, numbers, chunk.column("seen"), strict=True
    ):
        if result.reason or client_id is None:
            continue
        if number:
            result.name = f"{result.name} · {number[1]}"
        planned.append(Planned(result, client_id, row, number, seen))
    return planned


def _numbers(context: Context, chunk: Chunk) -> list[tuple[str, str] | None]:
    """Of each row (column of the model, word) by which the record is known at its client."""
    found: list[tuple[str, str] | None] = [None] * len(chunk)
    for column in reversed(context.kind.number):
        if context.plan.mapping.get(column):
            own = context.kind.fields[column]
            cells = chunk.column(column)
            found = [(own, str(cell)) if cell else other for cell, other in zip(cells, found, strict=True)]
    return found


@dataclass
class _Sorted:
    """What is to be done with the rows of a chunk."""

    new: list[Planned]
    changed: list[tuple[Planned, dict[str, Any]]]


def _write(context: Context, own: Sequence[str], planned: list[Planned]) -> None:
    known = numbered(context, own, planned)
    sorted_ = _sort(context, own, planned, known)
    records = context.kind.model._default_manager.in_bulk(
        [one.result.object_id for one, _values in sorted_.changed]
    )
    change_all(context, [(one.result, records[one.result.object_id], v) for one, v in sorted_.changed])
    create_facts(context, own, sorted_.new)


def _sort(
    context: Context,
    own: Sequence[str],
    planned: list[Planned],
    known: dict[tuple[int, str, str], Existing],
) -> _Sorted:
    found = _Sorted([], [])
    there = counted(context, own, planned)
    for one in planned:
        if one.number is None:
            if one.seen > there(one):
                found.new.append(one)
            continue
        place = (one.client_id, one.number[0], one.number[1].casefold())
        record = known.get(place)
        if record is None:
            known[place] = Existing(0, ())
            found.new.append(one)
        elif not record.pk:
            one.result.refuse(RowRefused("repeats", row=0))
        else:
            one.result.object_id = record.pk
            given = {name: value for name, value in zip(own, one.row, strict=True) if value is not ABSENT}
            current = dict(zip(own, record.row, strict=True))
            values = changed_values(context, current, given)
            if values:
                one.result.show(shown_changes(context, values, current))
                found.changed.append((one, values))
    return found
