"""A chunk of a file of clients."""

from collections.abc import Mapping, Sequence
from typing import Any

from vernost.clients.actions.client import create_clients
from vernost.clients.models import Client
from vernost.core.access import Action, Scope, scope_of
from vernost.core.queries.user import owners_for
from vernost.transfer.applying.cells import converters, values_of_row
from vernost.transfer.applying.context import Context
from vernost.transfer.applying.difference import changed_values, shown_changes
from vernost.transfer.applying.handovers import hand_over_all, under_way
from vernost.transfer.applying.result import Result, RowRefused
from vernost.transfer.applying.writing import change_all, create_all


def apply_clients(context: Context, rows: Sequence[Mapping[str, Any]]) -> list[Result]:
    columns = converters(context)
    results, new, known = [], [], []
    allowed = owners_allowed(context)
    for row in rows:
        result = Result(n=row["n"], row=row["row"], rows=row["rows"], name=row.get("name") or "")
        results.append(result)
        try:
            pk = _client_of(context, row)
            values = values_of_row(row, columns)
            _refer(context, row, values)
            _check_owner(values, allowed)
            if pk is None:
                _check_code(context, values)
        except RowRefused as refusal:
            result.refuse(refusal)
            continue
        if pk is None:
            new.append((result, values))
        else:
            known.append((result, pk, values))
    _change(context, known)
    _create(context, new)
    return results


def owners_allowed(context: Context) -> frozenset[int] | None:
    """Whom the person may make an owner; None for everybody."""
    if scope_of(context.by, Action.IMPORT) is Scope.ALL:
        return None
    return frozenset(owners_for(context.by).values_list("pk", flat=True))


def owner_of_new(context: Context) -> int | None:
    """Who owns clients that are made; nobody may make clients that he then cannot see."""
    if context.plan.owner is not None:
        return context.plan.owner
    return None if scope_of(context.by, Action.IMPORT) is Scope.ALL else context.by.pk


def _client_of(context: Context, row: Mapping[str, Any]) -> int | None:
    key = context.plan.client_key
    value = row.get(key)
    if value is None or str(value).strip() == "":
        raise RowRefused("no_key", column=key)
    if row["repeats"] is not None:
        raise RowRefused("repeats", row=row["repeats"])
    pk = context.index.find(str(value))
    if pk is None:
        context.index.refuse_new(str(value))
    if pk is None and not row.get("name"):
        raise RowRefused("no_name", column="name")
    return pk


def _refer(context: Context, row: Mapping[str, Any], values: dict[str, Any]) -> None:
    value = row.get("referred_by")
    if not value:
        return
    values["referred_by_id"] = context.index.find(str(value))
    if values["referred_by_id"] is None:
        raise RowRefused("unknown_referrer", value=str(value))


def _check_owner(values: Mapping[str, Any], allowed: frozenset[int] | None) -> None:
    if allowed is not None and values.get("owner_id") not in (None, *allowed):
        raise RowRefused("foreign_owner", column="owner")


def _check_code(context: Context, values: Mapping[str, Any]) -> None:
    """Codes are one for the whole company: "taken" would tell of clients that the person must not know."""
    if values.get("code") and not context.index.is_whole:
        raise RowRefused("code_not_open", column="code")


def _create(context: Context, new: list[tuple[Result, dict[str, Any]]]) -> None:
    planned = []
    for result, values in new:
        values.setdefault("owner_id", owner_of_new(context))
        planned.append((result, Client(**values)))
        result.show(shown_changes(context, values, None))
    create_all(context, planned, create_clients)
    context.index.add(client for result, client in planned if result.object_id)


def _change(context: Context, known: list[tuple[Result, int, dict[str, Any]]]) -> None:
    records = Client.objects.select_related("owner").in_bulk([pk for _result, pk, _values in known])
    busy = under_way(records) if any("owner_id" in values for _result, _pk, values in known) else set()
    planned, given = [], []
    for result, pk, values in known:
        record = records[pk]
        result.object_id, result.name = pk, record.name
        current = {own: getattr(record, own) for own in values}
        changed = changed_values(context, current, values)
        passes = bool(record.owner_id and changed.get("owner_id"))
        try:
            _check_code(context, changed)
            if passes and pk in busy:
                raise RowRefused("being_handed_over", column="owner")
        except RowRefused as refusal:
            result.refuse(refusal)
            continue
        if changed:
            result.show(shown_changes(context, changed, current))
        if passes:
            given.append((result, record, changed.pop("owner_id")))
        if changed:
            planned.append((result, record, changed))
    change_all(context, planned)
    hand_over_all(context, given)
