"""What must hold of every legal firm: an answer of finite numbers that hangs on nothing but the past.

Every example is a whole small firm with all tables; each assessment costs about a second, so they are few and rich.
"""

import math
from datetime import date
from random import Random
from typing import Any

import pyarrow as pa
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.engine.cast import Firm, Judged, day, judge, table_of
from vernost.engine import Settings
from vernost.engine.tables import INPUTS
from vernost.engine.tables.inputs import ACT_KINDS

CLIENTS = [f"c{number}" for number in range(14)]
PRICED = Settings(hourly_rate=50)
# Days that a later day in the same row tells us of: what was not known on the day, and what hung on it.
TOLD_LATER = {
    "invoices": {"paid_on": ("paid_amount",)},
    "interactions": {"answered_at": ("outcome",)},
    "complaints": {"closed_on": ("justified", "satisfied_after")},
    "clients": {"ended_on": (), "founded_on": (), "since": ()},
}
HAPPENS = {
    "orders": "ordered_on",
    "interactions": "at",
    "ratings": "at",
    "complaints": "opened_on",
    "acts": "on",
    "costs": "on",
}

_day = st.integers(-60, 1200)
_money = st.integers(1, 10_000_000).map(lambda cents: cents / 100)
_order = {
    "ordered_on": _day,
    "amount": st.integers(-50_000, 2_000_000).map(lambda cents: cents / 100),
    "direct_cost": st.none() | _money,
    "service_line": st.sampled_from([None, "law", "tax", "audit"]),
    "is_extra": st.sampled_from([None, True, False]),
    "status": st.sampled_from([None, "done", "open", "cancelled"]),
}
_ROWS: dict[str, dict[str, Any]] = {
    "invoices": {
        "amount": _money,
        "due_on": _day,
        "issued_on": st.none() | _day,
        "paid_on": st.none() | _day,
        "paid_amount": st.none() | _money,
    },
    "interactions": {
        "at": _day,
        "direction": st.sampled_from(["in", "out"]),
        "kind": st.sampled_from(["call", "inquiry", "promise", "offer"]),
        "outcome": st.sampled_from([None, "answered", "no_answer", "refused"]),
        "answered_at": st.none() | _day,
        "mood": st.none() | st.integers(-2, 2),
        "minutes": st.none() | st.floats(0, 600),
        "person": st.sampled_from([None, "Ann", "Bob"]),
        "free_of_charge": st.sampled_from([None, True, False]),
    },
    "ratings": {
        "at": _day,
        "measure": st.sampled_from(["nps", "quality", "relations", "solving"]),
        "value": st.integers(1, 5).map(float),
    },
    "complaints": {
        "opened_on": _day,
        "closed_on": st.none() | _day,
        "justified": st.sampled_from([None, True, False]),
        "satisfied_after": st.sampled_from([None, True, False]),
    },
    "acts": {"on": _day, "kind": st.sampled_from(ACT_KINDS)},
    "costs": {"on": _day, "minutes": st.none() | st.floats(0, 600), "money": st.none() | _money},
}
_CLIENT = {
    "founded_on": st.none() | st.integers(-60, 9000),
    "since": st.none() | _day,
    "ended_on": st.none() | _day,
    "business_stability": st.none() | st.integers(1, 5).map(float),
    "values_fit": st.none() | st.integers(1, 5).map(float),
    "annual_potential": st.none() | _money,
    "promising": st.none() | st.booleans(),
    "compelled": st.none() | st.booleans(),
}


@st.composite
def firms(draw: st.DrawFn) -> Firm:
    """Fourteen clients, one of whom orders nothing; every other table may be there or not."""
    firm = Firm()
    order = st.fixed_dictionaries({"client": st.sampled_from(CLIENTS[:-1]), **_order})
    for row in draw(st.lists(order, min_size=40, max_size=120)):
        firm.add("orders", row.pop("client"), **row)
    for table, columns in _ROWS.items():
        rows = st.lists(st.fixed_dictionaries({"client": st.sampled_from(CLIENTS), **columns}), max_size=60)
        for row in draw(rows):
            firm.add(table, row.pop("client"), **row)
    for client in draw(st.lists(st.sampled_from(CLIENTS), unique=True)):
        firm.add("clients", client, **draw(st.fixed_dictionaries(_CLIENT)))
    return firm


def same(one: Judged, other: Judged) -> None:
    """Money, days and codes alike; floats to 1e-9."""
    assert one.clients.keys() == other.clients.keys()
    assert one.signals.keys() == other.signals.keys()
    for left, right in ((one.clients, other.clients), (one.signals, other.signals)):
        for key, row in left.items():
            for name, value in row.items():
                assert value == right[key][name] or close(value, right[key][name]), (key, name)


def close(one: Any, other: Any) -> bool:
    return (
        isinstance(one, float)
        and isinstance(other, float)
        and math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
    )


@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)
@given(firm=firms(), seed=st.randoms(use_true_random=False))
def test_a_legal_firm(firm, seed):
    """One judgement is compared with those of the same firm told otherwise: each costs a second."""
    judged = firm.judged(PRICED)

    every_number_is_finite(judged)
    same(judged, judge(in_pieces(firm, seed), PRICED))
    past = without_the_future(firm)
    if past["orders"].num_rows:
        same(judged, judge(past, PRICED))
    only_money_doubles(judged, doubled(firm).judged(Settings(hourly_rate=100)))


def every_number_is_finite(judged: Judged) -> None:
    for row in (*judged.clients.values(), *judged.signals.values()):
        assert [
            name for name, value in row.items() if isinstance(value, float) and not math.isfinite(value)
        ] == []
    shares = [row["share"] for row in judged.clients.values() if row["share"] is not None]
    assert not shares or math.isclose(sum(shares), 1)


def in_pieces(firm: Firm, seed: Random) -> dict[str, pa.Table]:
    """The rows in another order, each table in two pieces."""
    tables = {name: table_of(name, seed.sample(rows, len(rows))) for name, rows in firm.rows.items() if rows}
    return {
        name: pa.concat_tables([table.slice(0, table.num_rows // 2), table.slice(table.num_rows // 2)])
        for name, table in tables.items()
    }


def without_the_future(firm: Firm) -> dict[str, pa.Table]:
    """What was known of the firm on the day; a table of which nothing is left is still there."""
    tables = firm.tables()
    return {
        name: pa.Table.from_pylist(
            [forgotten(name, row) for row in rows if known(name, row)], schema=tables[name].schema
        )
        for name, rows in firm.rows.items()
    }


def known(table: str, row: dict[str, Any]) -> bool:
    if table == "invoices":
        return (row["issued_on"] or row["due_on"]) <= day(0)
    return table == "clients" or row[HAPPENS[table]] <= day(0)


def forgotten(table: str, row: dict[str, Any]) -> dict[str, Any]:
    row = dict(row)
    for column, others in TOLD_LATER.get(table, {}).items():
        value = row[column]
        if isinstance(value, date) and value > day(0):
            row |= dict.fromkeys((column, *others))
    return row


def doubled(firm: Firm) -> Firm:
    """The same firm with twice the money in every table."""
    twice = Firm()
    for table, rows in firm.rows.items():
        money = [column.name for column in INPUTS[table].columns if column.type == "money"]
        for row in rows:
            more = {name: 2 * row[name] for name in money if row.get(name) is not None}
            twice.rows[table].append(row | more)
    return twice


def only_money_doubles(judged: Judged, twice: Judged) -> None:
    assert judged.signals.keys() == twice.signals.keys()
    for client, row in judged.clients.items():
        other = twice.clients[client]
        for name in ("group", "group_reason", "guards", "stage", "loyalty", "abc", "revenue_rank"):
            assert row[name] == other[name], (client, name)
        for name in ("attractiveness", "confidence", "share"):
            assert row[name] == other[name] or close(row[name], other[name]), (client, name)
        for name in ("revenue", "revenue_window", "margin_window", "returns_window", "debt_overdue"):
            assert other[name] == (None if row[name] is None else 2 * row[name]), (client, name)
