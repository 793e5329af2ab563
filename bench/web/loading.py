"""The simulated company as rows of the office; needs Django."""

from datetime import date, datetime, timedelta
from itertools import cycle, islice
from random import Random
from typing import Any

import pyarrow as pa

from bench.web.company import PEOPLE, SEED
from bench.web.names import names
from bench.web.person import DIRECTOR, PASSWORD
from bench.web.rows import each, numbers_go_on, write
from vernost.cli.demo.words import WORDS
from vernost.clients.actions.order import note_last_orders
from vernost.clients.models import Client, Contact, Invoice, Order, Segment, ServiceLine
from vernost.clients.search_text import folded
from vernost.core.actions.company import set_company
from vernost.core.actions.user import create_user
from vernost.core.enums import Face, Language, Role
from vernost.core.models import Team, User
from vernost.voice.actions.interaction import note_last_contacts
from vernost.voice.models import Act, Complaint, Interaction, Rating

_CURRENCY = "RUB"
_WORDS = WORDS["ru"]
_NOTED = 2_000


def load(tables: dict[str, pa.Table], at: datetime) -> None:
    """Fills an empty database with people and everything that happened."""
    set_company(name="Bench", currency=_CURRENCY, language=Language.RUSSIAN, by=None, at=at, face=Face.CLI)
    people = _people(at)
    segments = {code: Segment.objects.create(name=name).pk for code, name in _WORDS.segments.items()}
    lines = {
        f"line-{n}": ServiceLine.objects.create(name=name).pk
        for n, name in enumerate(_WORDS.companies["law"].lines, start=1)
    }
    rows = tables["clients"].to_pydict()
    number = {code: at for at, code in enumerate(rows["client_id"], start=1)}
    _clients(rows, people, segments, at)
    _orders(tables["orders"].to_pydict(), number, lines)
    _invoices(tables["invoices"].to_pydict(), number)
    _interactions(tables["interactions"].to_pydict(), number, people)
    _voice(tables, number)
    numbers_go_on([Client, Contact, Order, Interaction])
    pks = list(number.values())
    for first in range(0, len(pks), _NOTED):
        note_last_orders(client_ids=pks[first : first + _NOTED])
        note_last_contacts(client_ids=pks[first : first + _NOTED])


def _people(at: datetime) -> dict[str, int]:
    """Numbers of the people by the simulation's names: four teams, a head in each."""
    teams = [Team.objects.create(name=f"{_WORDS.teams[n % 2]} {n}") for n in range(4)]
    director: User | None = None
    people = {}
    for n in range(PEOPLE + 1):
        user = create_user(
            email=f"person{n}@bench.example" if n else DIRECTOR,
            name=f"{_WORDS.staff[n % len(_WORDS.staff)]} {n}" if n else "Директор",
            role=Role.DIRECTOR if not n else Role.HEAD_OF_SALES if n <= len(teams) else Role.ACCOUNT_MANAGER,
            team=teams[n % len(teams)] if n else None,
            password=None if n else PASSWORD,
            by=director,
            at=at,
            face=Face.CLI,
        )
        director = director or user
        people[f"person-{n}"] = user.pk
    return people


def _clients(rows: dict[str, Any], people: dict[str, int], segments: dict[str, int], at: datetime) -> None:
    count = len(rows["client_id"])
    named = names(rows["kind"], SEED)
    codes = rows["client_id"]
    emails = [f"office{n}@client.example" for n in range(count)]
    owners = each(rows["owner"], people.__getitem__)
    write(
        Client,
        {
            "id": range(1, count + 1),
            "name": named,
            "kind": rows["kind"],
            "code": codes,
            "email": emails,
            "industry": each(rows["industry"], _WORDS.industries.__getitem__),
            "founded_on": each(rows["founded_on"], date.isoformat),
            "since_on": each(rows["since"], date.isoformat),
            "segment_id": each(rows["segment"], segments.__getitem__),
            "owner_id": owners,
            "strategic": rows["strategic"],
            "promising": rows["promising"],
            "compelled": rows["compelled"],
            "business_stability": each(rows["business_stability"], int),
            "values_fit": each(rows["values_fit"], int),
            "why_us": list(islice(cycle(_WORDS.why_us), count)),
            "likes": list(islice(cycle(_WORDS.likes), count)),
            "created_at": [f"{at:%Y-%m-%d %H:%M:%S}"] * count,
            "search_text": [folded(" ".join(parts)) for parts in zip(named, codes, emails, strict=True)],
        },
    )
    roles = [role for roles in _WORDS.positions.values() for role in roles]
    write(
        Contact,
        {
            "id": range(1, count + 1),
            "client_id": range(1, count + 1),
            "name": names(["person"] * count, SEED + 1),
            "role": list(islice(cycle(roles), count)),
            "level": ["owner"] * count,
            "talks_to_id": owners,
        },
    )


def _orders(rows: dict[str, Any], number: dict[str, int], lines: dict[str, int]) -> None:
    dice = Random(SEED)
    subjects = [subject for some in _WORDS.companies["law"].subjects for subject in some]
    count = len(rows["order_id"])
    write(
        Order,
        {
            "id": range(1, count + 1),
            "client_id": each(rows["client_id"], number.__getitem__),
            "number": [str(n) for n in range(1, count + 1)],
            "ordered_on": each(rows["ordered_on"], date.isoformat),
            "subject": dice.choices(subjects, k=count),
            "amount": each(rows["amount"], float),
            "direct_cost": each(rows["direct_cost"], float),
            "currency": [_CURRENCY] * count,
            "service_line_id": each(rows["service_line"], lines.__getitem__),
            "is_extra": rows["is_extra"],
        },
    )


def _invoices(rows: dict[str, Any], number: dict[str, int]) -> None:
    count = len(rows["client_id"])
    write(
        Invoice,
        {
            "client_id": each(rows["client_id"], number.__getitem__),
            "number": [str(n) for n in range(1, count + 1)],
            "issued_on": each(rows["issued_on"], date.isoformat),
            "due_on": each(rows["due_on"], date.isoformat),
            "paid_on": each(rows["paid_on"], date.isoformat),
            "amount": each(rows["amount"], float),
            "currency": [_CURRENCY] * count,
        },
    )


def _interactions(rows: dict[str, Any], number: dict[str, int], people: dict[str, int]) -> None:
    dice = Random(SEED)
    count = len(rows["client_id"])
    at = [f"{day} {6 + n % 9:02}:{n * 7 % 60:02}:00" for n, day in enumerate(rows["at"])]
    clients = each(rows["client_id"], number.__getitem__)
    write(
        Interaction,
        {
            "id": range(1, count + 1),
            "client_id": clients,
            "contact_id": clients,
            "person_id": each(rows["person"], people.__getitem__),
            "at": at,
            "direction": rows["direction"],
            "kind": rows["kind"],
            "channel": [(channel or "").replace(" ", "_") for channel in rows["channel"]],
            "outcome": [outcome or "" for outcome in rows["outcome"]],
            "answered_at": each(rows["answered_at"], lambda day: f"{day + timedelta(days=1)} 08:00:00"),
            "mood": rows["mood"],
            "minutes": each(rows["minutes"], int),
            "free_of_charge": rows["free_of_charge"],
            "note": [dice.choice(_WORDS.notes[kind]) for kind in rows["kind"]],
        },
    )


def _voice(tables: dict[str, pa.Table], number: dict[str, int]) -> None:
    ratings, complaints, acts = (tables[name].to_pydict() for name in ("ratings", "complaints", "acts"))
    write(
        Rating,
        {
            "client_id": each(ratings["client_id"], number.__getitem__),
            "rated_on": each(ratings["at"], date.isoformat),
            "measure": ratings["measure"],
            "value": each(ratings["value"], float),
        },
    )
    write(
        Complaint,
        {
            "client_id": each(complaints["client_id"], number.__getitem__),
            "opened_on": each(complaints["opened_on"], date.isoformat),
            "closed_on": each(complaints["closed_on"], date.isoformat),
            "justified": complaints["justified"],
            "satisfied_after": complaints["satisfied_after"],
            "currency": [_CURRENCY] * len(complaints["client_id"]),
        },
    )
    write(
        Act,
        {
            "client_id": each(acts["client_id"], number.__getitem__),
            "happened_on": each(acts["on"], date.isoformat),
            "kind": acts["kind"],
        },
    )
