"""The clients of a chunk, those made that are not there yet."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from vernost.clients.actions.client import create_clients
from vernost.clients.models import Client
from vernost.transfer.applying.clients import owner_of_new
from vernost.transfer.applying.context import Context
from vernost.transfer.applying.result import Result, RowRefused
from vernost.transfer.applying.writing import create_all
from vernost.transfer.enums import ClientKey

_LIMITS = {ClientKey.CODE: 100, ClientKey.TAX_ID: 20, ClientKey.EMAIL: 254, ClientKey.NAME: 300}


def clients_of(
    context: Context, rows: Sequence[Mapping[str, Any]], results: Sequence[Result]
) -> list[int | None]:
    """The client of each row, None where the row is refused."""
    new: dict[str, tuple[Result, Client]] = {}
    for row, result in zip(rows, results, strict=True):
        try:
            _look_up(context, row, result, new)
        except RowRefused as refusal:
            result.refuse(refusal)
    create_all(context, list(new.values()), create_clients, audited=True)
    context.index.add(client for made, client in new.values() if made.object_id)
    context.clients_made |= {plain for plain, (made, _client) in new.items() if made.object_id}
    return [
        context.index.find(row["client_id"]) if not _is_refused(result, row, new, context) else None
        for row, result in zip(rows, results, strict=True)
    ]


def _look_up(
    context: Context, row: Mapping[str, Any], result: Result, new: dict[str, tuple[Result, Client]]
) -> None:
    word = str(row["client_id"])
    plain = context.index.plain(word)
    if context.index.find(word) is not None or plain in new:
        return
    key = context.index.key
    if not context.plan.make_clients or key is ClientKey.ID:
        raise RowRefused("unknown_client", value=word)
    if len(word) > _LIMITS[key]:
        raise RowRefused("too_long", column="client_id", limit=_LIMITS[key], length=len(word))
    if key is ClientKey.EMAIL:
        _check_email(word)
    given = str(row.get("client_name") or word)[:300]
    fields = {key.value: word} | ({} if key is ClientKey.NAME else {"name": given})
    made = Result(n=result.n, row=result.row, rows=result.rows)
    new[plain] = (made, Client(owner_id=owner_of_new(context), **fields))


def _check_email(word: str) -> None:
    try:
        validate_email(word)
    except ValidationError:
        raise RowRefused("no_email", column="client_id", value=word[:100]) from None


def _is_refused(
    result: Result, row: Mapping[str, Any], new: Mapping[str, tuple[Result, Client]], context: Context
) -> bool:
    """A row is refused with its client."""
    if result.reason:
        return True
    made = new.get(context.index.plain(str(row["client_id"])))
    if made and made[0].reason:
        result.refuse(RowRefused(made[0].reason, **made[0].details))
        return True
    return False
