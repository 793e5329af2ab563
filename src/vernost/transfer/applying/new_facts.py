"""Saves the rows of a chunk that are not there yet."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from vernost.transfer.applying.cells import ABSENT
from vernost.transfer.applying.context import Context
from vernost.transfer.applying.difference import shown
from vernost.transfer.applying.planned import Planned
from vernost.transfer.applying.writing import create_all, insert_all


def create_facts(context: Context, own: Sequence[str], new: Sequence[Planned]) -> None:
    if not new:
        return
    kind = context.kind
    shows = _shower(context, own)
    for one in new:
        one.result.changes = shows(one.row)
    fields = {field.attname: field for field in kind.model._meta.concrete_fields}
    given = dict(kind.defaults(context.currency))
    others = [name for name in given if name not in own]
    empty = [given.get(name, fields[name].get_default()) for name in own]
    whose = () if kind.of_company else ("client_id",)
    columns = [*whose, *others, *own]
    rows = [
        (
            one.result,
            (
                *((one.client_id,) if whose else ()),
                *(given[name] for name in others),
                *(bare if value is ABSENT else value for value, bare in zip(one.row, empty, strict=True)),
            ),
        )
        for one in new
    ]
    if kind.create is None:
        insert_all(context, columns, rows)
        return
    records = [(result, kind.model(**dict(zip(columns, row, strict=True)))) for result, row in rows]
    create_all(context, records, kind.create)


def _shower(context: Context, own: Sequence[str]) -> Callable[[tuple[Any, ...]], str]:
    """What a new record's values are shown as, in JSON; each different value is put in words once."""
    names = {name: column for column, name in context.kind.fields.items()}
    parts: list[dict[Any, str]] = [{ABSENT: "", None: "", "": ""} for _name in own]

    def show(row: tuple[Any, ...]) -> str:
        found = []
        for place, value in enumerate(row):
            part = parts[place].get(value)
            if part is None:
                name = own[place]
                text = json.dumps(["", shown(context, name, value)], ensure_ascii=False)
                part = parts[place][value] = f"{json.dumps(names[name])}: {text}"
            if part:
                found.append(part)
        return f"{{{', '.join(found)}}}"

    return show
