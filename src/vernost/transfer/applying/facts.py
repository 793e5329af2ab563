"""A chunk of a file of what hangs on clients: orders, invoices, interactions …"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vernost.transfer.applying.cells import converters, values_of_row
from vernost.transfer.applying.context import Context
from vernost.transfer.applying.difference import changed_values, shown_changes
from vernost.transfer.applying.new_clients import clients_of
from vernost.transfer.applying.result import Result, RowRefused
from vernost.transfer.applying.writing import change_all, create_all


@dataclass
class _Planned:
    """One row that can be read: its client, its values, the word by which it is known at the client."""

    result: Result
    client_id: int
    values: dict[str, Any]
    number: tuple[str, str] | None
    seen: int


def apply_facts(context: Context, rows: Sequence[Mapping[str, Any]]) -> list[Result]:
    columns = converters(context)
    results = [
        Result(n=row["n"], row=row["row"], rows=row["rows"], name=row["client_id"] or "") for row in rows
    ]
    client_ids = clients_of(context, rows, results)
    lookups = _lookups(context, rows, client_ids)
    planned = []
    for row, result, client_id in zip(rows, results, client_ids, strict=True):
        if client_id is None:
            continue
        try:
            planned.append(_plan(context, row, result, client_id, columns, lookups))
        except RowRefused as refusal:
            result.refuse(refusal)
    _write(context, planned)
    return results


def _plan(
    context: Context,
    row: Mapping[str, Any],
    result: Result,
    client_id: int,
    columns: list[Any],
    lookups: Mapping[str, Mapping[tuple[int, str], int]],
) -> _Planned:
    if row["repeats"] is not None and not context.kind.gather:
        raise RowRefused("repeats", row=row["repeats"])
    if row["currencies"] > 1:
        raise RowRefused("several_currencies")
    values = values_of_row(row, columns)
    for column, (_model, _field) in context.kind.lookups.items():
        if cell := row.get(column):
            found = lookups[column].get((client_id, str(cell).casefold()))
            if found is None:
                raise RowRefused("unknown_at_client", column=column, value=str(cell))
            values[context.kind.fields[column]] = found
    number = next(
        (
            (context.kind.fields[column], str(row[column]).casefold())
            for column in context.kind.number
            if row.get(column)
        ),
        None,
    )
    if number:
        result.name = f"{result.name} · {values.get(number[0], '')}"
    return _Planned(result, client_id, values, number, row["seen"])


def _lookups(
    context: Context, rows: Sequence[Mapping[str, Any]], client_ids: Sequence[int | None]
) -> dict[str, dict[tuple[int, str], int]]:
    """Column -> (client, word) -> number of the record that the word names at that client."""
    found: dict[str, dict[tuple[int, str], int]] = {}
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


def _write(context: Context, planned: list[_Planned]) -> None:
    numbered = _numbered(context, planned)
    counted = _counted(context, planned)
    new, changed = [], []
    for one in planned:
        record = numbered.get((one.client_id, *one.number)) if one.number else None
        if record is None:
            same = counted[(one.client_id, *_content(context, one.values))] if not one.number else 0
            if one.seen > same:
                record = context.kind.model(
                    client_id=one.client_id, **{**context.kind.defaults(context.currency), **one.values}
                )
                one.result.changes = shown_changes(context, one.values, None)
                new.append((one.result, record))
                if one.number:
                    numbered[(one.client_id, *one.number)] = record
            continue
        if record.pk is None:
            one.result.refuse(RowRefused("repeats", row=0))
            continue
        one.result.object_id = record.pk
        values = changed_values(context, record, one.values)
        if values:
            before = {own: getattr(record, own) for own in values}
            one.result.changes = shown_changes(context, values, before)
            changed.append((one.result, record, values))
    change_all(context, changed)
    create_all(context, new, context.kind.create, audited=context.kind.audits_new)


def _numbered(context: Context, planned: list[_Planned]) -> dict[tuple[int, str, str], Any]:
    """(client, column, number) -> the record that has it."""
    ids = {one.client_id for one in planned if one.number}
    found: dict[tuple[int, str, str], Any] = {}
    for column in {one.number[0] for one in planned if one.number}:
        words = {one.values[column] for one in planned if one.number and one.number[0] == column}
        live = context.kind.model._default_manager.filter(client_id__in=ids, deleted_at=None)
        # Addresses and names are compared whatever their case, numbers as they are (an index finds them).
        matching = live if context.kind.audits_new else live.filter(**{f"{column}__in": words})
        record: Any
        for record in matching.exclude(**{column: ""}):
            found[(record.client_id, column, str(getattr(record, column)).casefold())] = record
    return found


def _counted(context: Context, planned: list[_Planned]) -> Counter[tuple[Any, ...]]:
    """How often each content is there already, among the days of the chunk."""
    kind = context.kind
    unnumbered = [one for one in planned if not one.number]
    if not unnumbered:
        return Counter()
    live = kind.model._default_manager.filter(
        client_id__in={one.client_id for one in unnumbered}, deleted_at=None
    )
    if kind.number:
        live = live.filter(**{kind.fields[column]: "" for column in kind.number})
    if kind.day:
        days = [one.values[kind.day] for one in unnumbered]
        live = live.filter(**{f"{kind.day}__range": (min(days), max(days))})
    return Counter(live.values_list("client_id", *kind.content))


def _content(context: Context, values: Mapping[str, Any]) -> tuple[Any, ...]:
    fields = {field.attname: field for field in context.kind.model._meta.concrete_fields}
    defaults = context.kind.defaults(context.currency)
    return tuple(
        values.get(own, defaults.get(own, fields[own].get_default())) for own in context.kind.content
    )
