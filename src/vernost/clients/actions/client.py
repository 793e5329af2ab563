"""Every change of a client."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import batched
from typing import Any, TypedDict, Unpack

from django.db import transaction

from vernost.clients.enums import ClientKind
from vernost.clients.models import Client, Segment
from vernost.clients.search_text import search_text_of
from vernost.core.actions.audit import entry, record_changes, values_of
from vernost.core.actions.record import change_record, create_record, remove_record, restore_record
from vernost.core.actions.records import change_records, create_records
from vernost.core.enums import Face, Verb
from vernost.core.models import User

_FOUND_BY = {"name", "code", "tax_id", "email"}
_BATCH = 500


class ClientFields(TypedDict, total=False):
    """What a person may write of a client."""

    name: str
    kind: ClientKind
    code: str
    tax_id: str
    email: str
    phone: str
    industry: str
    founded_on: date | None
    since_on: date | None
    segment: Segment | None
    owner: User | None
    referred_by: Client | None
    peculiarities: str
    why_us: str
    likes: str
    dislikes: str
    expects: str
    why_not_all: str
    strategic: bool
    promising: bool
    compelled: bool
    business_stability: int | None
    values_fit: int | None
    ended_on: date | None
    ended_reason: str
    is_sample: bool


def create_client(
    *, by: User | None, at: datetime, face: Face, run: str = "", **fields: Unpack[ClientFields]
) -> Client:
    """A new client. IntegrityError when its code is taken."""
    client = Client(created_at=at, **fields)
    client.search_text = search_text_of(client)
    return create_record(record=client, by=by, at=at, face=face, run=run)


def change_client(
    *,
    client: Client,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    standing: Mapping[str, Any] | None = None,
    **fields: Unpack[ClientFields],
) -> Client:
    """Writes the given fields and no others. ChangedMeanwhile when another value stands there than in `standing`."""
    values = dict(fields)
    if _FOUND_BY & values.keys():
        changed = Client(**{name: values.get(name, getattr(client, name)) for name in _FOUND_BY})
        values["search_text"] = search_text_of(changed)
    return change_record(record=client, values=values, by=by, at=at, face=face, run=run, standing=standing)


def create_clients(
    *, records: Sequence[Client], by: User | None, at: datetime, face: Face, run: str, audited: bool = True
) -> None:
    """Many new clients at once. IntegrityError when a code is taken; then none is saved."""
    for client in records:
        client.created_at = at
        client.search_text = search_text_of(client)
    create_records(records=records, by=by, at=at, face=face, run=run, audited=audited)


def change_each_client(
    *,
    changes: Sequence[tuple[Client, Mapping[str, Any]]],
    by: User | None,
    at: datetime,
    face: Face,
    run: str,
    verb: Verb = Verb.CHANGED,
) -> None:
    """Writes to each client the given columns and no others."""
    with_text = []
    for client, values in changes:
        text: dict[str, Any] = {}
        if _FOUND_BY & values.keys():
            changed = Client(**{name: values.get(name, getattr(client, name)) for name in _FOUND_BY})
            text = {"search_text": search_text_of(changed)}
        with_text.append((client, {**values, **text}))
    change_records(changes=with_text, by=by, at=at, face=face, run=run, verb=verb)


def remove_client(*, client: Client, by: User, at: datetime, face: Face, run: str = "") -> Client:
    """Into the recycle bin, with all its history, for 30 days."""
    return remove_record(record=client, by=by, at=at, face=face, run=run)


def restore_client(*, client: Client, by: User, at: datetime, face: Face, run: str = "") -> Client:
    return restore_record(record=client, by=by, at=at, face=face, run=run)


def hand_over_clients(
    *, clients: Iterable[Client], to: User, by: User, at: datetime, face: Face, run: str = ""
) -> str:
    """Makes `to` the owner of all `clients` at once and returns the run by which it can be undone."""
    return _change_many(clients, {"owner": to}, Verb.HANDED_OVER, by, at, face, run)


class MassFields(TypedDict, total=False):
    """What may be changed of many clients at once."""

    segment: Segment | None
    industry: str
    strategic: bool
    promising: bool


def change_clients(
    *, clients: Iterable[Client], by: User, at: datetime, face: Face, **fields: Unpack[MassFields]
) -> str:
    """Writes the given fields of all `clients` and returns the run by which it can be undone."""
    return _change_many(clients, fields, Verb.CHANGED, by, at, face)


def _change_many(
    clients: Iterable[Client],
    values: Mapping[str, Any],
    verb: Verb,
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
) -> str:
    run = run or secrets.token_hex(8)
    with transaction.atomic():
        for batch in batched(clients, _BATCH):
            entries = []
            for client in batch:
                before = values_of(client)
                for name, value in values.items():
                    setattr(client, name, value)
                entries.append(
                    entry(record=client, verb=verb, by=by, at=at, face=face, before=before, run=run)
                )
            Client.objects.bulk_update(batch, list(values))
            record_changes(entries=entries)
    return run
