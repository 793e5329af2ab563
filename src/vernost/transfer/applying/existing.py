"""What of a chunk is in the database already."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from vernost.transfer.applying.cells import ABSENT
from vernost.transfer.applying.context import Context
from vernost.transfer.applying.planned import OF_COMPANY, Planned


class Existing(NamedTuple):
    """The number of a record, 0 for one that the chunk makes, and its values."""

    pk: int
    row: tuple[Any, ...]


def numbered(
    context: Context, own: Sequence[str], planned: Sequence[Planned]
) -> dict[tuple[int, str, str], Existing]:
    """(client, column, number) -> the record that has it, with its values of the columns `own`."""
    ids = {one.client_id for one in planned if one.number}
    found: dict[tuple[int, str, str], Existing] = {}
    for column in {one.number[0] for one in planned if one.number}:
        words = {one.number[1] for one in planned if one.number and one.number[0] == column}
        live = context.kind.model._default_manager.filter(client_id__in=ids, deleted_at=None)
        # Addresses and names are compared whatever their case, numbers as they are (an index finds them).
        matching = live if context.kind.audits_new else live.filter(**{f"{column}__in": words})
        rows = matching.exclude(**{column: ""}).order_by("pk").values_list("pk", "client_id", column, *own)
        for pk, client_id, word, *row in rows:
            found[client_id, column, str(word).casefold()] = Existing(pk, tuple(row))
    return found


def counted(context: Context, own: Sequence[str], planned: Sequence[Planned]) -> Callable[[Planned], int]:
    """Tells how often the content of a row without a number is there already."""
    kind = context.kind
    unnumbered = [one for one in planned if not one.number]
    if not unnumbered:
        return lambda _one: 0
    live = kind.model._default_manager.filter(deleted_at=None)
    if not kind.of_company:
        live = live.filter(client_id__in={one.client_id for one in unnumbered})
    if kind.number:
        live = live.filter(**{kind.fields[column]: "" for column in kind.number})
    if kind.day:
        place = own.index(kind.day)
        days = [one.row[place] for one in unnumbered]
        live = live.filter(**{f"{kind.day}__range": (min(days), max(days))})
    there = (
        Counter((OF_COMPANY, *row) for row in live.values_list(*kind.content))
        if kind.of_company
        else Counter(live.values_list("client_id", *kind.content))
    )
    content = _content(context, own)
    return lambda one: there[(one.client_id, *content(one.row))] if there else 0


def _content(context: Context, own: Sequence[str]) -> Callable[[tuple[Any, ...]], tuple[Any, ...]]:
    """Takes the columns by which records without a number are told apart out of a row."""
    fields = {field.attname: field for field in context.kind.model._meta.concrete_fields}
    defaults = context.kind.defaults(context.currency)
    places = [
        (own.index(name) if name in own else None, defaults.get(name, fields[name].get_default()))
        for name in context.kind.content
    ]

    def content(row: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(
            default if place is None or row[place] is ABSENT else row[place] for place, default in places
        )

    return content
