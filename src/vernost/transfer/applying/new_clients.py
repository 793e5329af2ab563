"""The clients of a chunk, those made that are not there yet."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from vernost.clients.actions.client import create_clients
from vernost.clients.models import Client
from vernost.transfer.applying.chunk import Chunk
from vernost.transfer.applying.clients import owner_of_new
from vernost.transfer.applying.context import Context
from vernost.transfer.applying.result import Result, RowRefused
from vernost.transfer.applying.writing import create_all
from vernost.transfer.enums import ClientKey

_LIMITS = {ClientKey.CODE: 100, ClientKey.TAX_ID: 20, ClientKey.EMAIL: 254, ClientKey.NAME: 300}


def clients_of(context: Context, chunk: Chunk, results: Sequence[Result]) -> list[int | None]:
    """The client of each row, None where the row is refused. Every different word is looked up once."""
    words = [str(word) for word in chunk.column("client_id")]
    found: dict[str, int | RowRefused | None] = {}
    new: dict[str, tuple[Result, Client]] = {}
    names = chunk.column("client_name")
    for place, word in enumerate(words):
        if word not in found:
            try:
                found[word] = context.index.find(word)
                if found[word] is None:
                    _make(context, word, names[place], results[place], new)
            except RowRefused as refusal:
                found[word] = refusal
    create_all(context, list(new.values()), create_clients)
    context.index.add(client for made, client in new.values() if made.object_id)
    context.clients_made |= {plain for plain, (made, _client) in new.items() if made.object_id}
    for word, client in found.items():
        if client is None:
            found[word] = _made(context, word, new)
    return [_of_row(found[word], result) for word, result in zip(words, results, strict=True)]


def _make(
    context: Context, word: str, name: Any, result: Result, new: dict[str, tuple[Result, Client]]
) -> None:
    plain = context.index.plain(word)
    if plain in new:
        return
    key = context.index.key
    context.index.refuse_new(word)
    if not context.plan.make_clients:
        raise RowRefused("unknown_client", value=word)
    if len(word) > _LIMITS[key]:
        raise RowRefused("too_long", column="client_id", limit=_LIMITS[key], length=len(word))
    if key is ClientKey.EMAIL:
        _check_email(word)
    given = str(name or word)[:300]
    fields = {key.value: word} | ({} if key is ClientKey.NAME else {"name": given})
    made = Result(n=result.n, row=result.row, rows=result.rows)
    new[plain] = (made, Client(owner_id=owner_of_new(context), **fields))


def _made(context: Context, word: str, new: Mapping[str, tuple[Result, Client]]) -> int | RowRefused | None:
    """The client that was made for `word`, or why the database refused it: its rows are refused with it."""
    made, client = new[context.index.plain(word)]
    return RowRefused(made.reason, **made.details) if made.reason else client.pk


def _of_row(client: int | RowRefused | None, result: Result) -> int | None:
    if isinstance(client, RowRefused):
        result.refuse(client)
        return None
    return client


def _check_email(word: str) -> None:
    try:
        validate_email(word)
    except ValidationError:
        raise RowRefused("no_email", column="client_id", value=word[:100]) from None
