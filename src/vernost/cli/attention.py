"""Who needs attention first: money at stake × severity, over raised signals and groups that call for an action."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from vernost.engine.codes import SIGNAL_BY_CODE

Row = Mapping[str, Any]
# How grave a proposed group is, on the scale of signal severities.
GROUP_SEVERITY = {"discipline": 2, "fire": 3}
LEAST_SEVERITY = 2
RHYTHMS = ("silent", "orders_rarer", "orders_shrink", "falls_unexplained")
CHANCES = tuple(code for code, signal in SIGNAL_BY_CODE.items() if signal.area == "chance")


@dataclass(frozen=True)
class Case:
    """One client that somebody should look at: its row of `clients`, its signals, worst first, and what it is about."""

    client: Row
    signals: tuple[Row, ...]
    at_stake: float
    severity: int

    @property
    def client_id(self) -> str:
        return str(self.client["client_id"])


@dataclass(frozen=True)
class Attention:
    """The first cases of `total`, the gravest first."""

    cases: tuple[Case, ...]
    total: int


def troubles(clients: pa.Table, signals: pa.Table, most: int) -> Attention:
    """Clients with a warning, or with a group that calls for an action."""
    clients, signals = _with_text_ids(clients), _with_text_ids(signals)
    found = signals.filter(pc.invert(_among(signals["code"], CHANCES)))
    # A note alone does not put anybody on the list; it is shown where something graver does.
    warnings = found.filter(pc.greater_equal(found["severity"], LEAST_SEVERITY))
    return _first(clients, found, most, pa.concat_tables([_of_signals(warnings), _of_groups(clients)]))


def broken_rhythms(clients: pa.Table, signals: pa.Table, most: int) -> Attention:
    """Clients whose purchases fall or stay away."""
    clients, signals = _with_text_ids(clients), _with_text_ids(signals)
    found = signals.filter(_among(signals["code"], RHYTHMS))
    return _first(clients, found, most, _of_signals(found))


def chances(clients: pa.Table, signals: pa.Table, most: int) -> Attention:
    """Clients with a signal of a chance."""
    clients, signals = _with_text_ids(clients), _with_text_ids(signals)
    found = signals.filter(_among(signals["code"], CHANCES))
    return _first(clients, found, most, _of_signals(found))


def _with_text_ids(table: pa.Table) -> pa.Table:
    """Ids as text, whatever type they have in the tables."""
    place = table.schema.get_field_index("client_id")
    return table.set_column(place, "client_id", table["client_id"].cast(pa.string()))


def _of_signals(signals: pa.Table) -> pa.Table:
    return pa.table(
        {
            "client_id": signals["client_id"],
            "severity": signals["severity"].cast(pa.int64()),
            "at_stake": pc.fill_null(signals["at_stake"].cast(pa.float64()), 0.0),
        }
    )


def _of_groups(clients: pa.Table) -> pa.Table:
    called = clients.filter(_among(clients["group"], tuple(GROUP_SEVERITY)))
    severity = pc.if_else(
        pc.equal(called["group"], "fire"), GROUP_SEVERITY["fire"], GROUP_SEVERITY["discipline"]
    )
    loss = pc.abs(pc.min_element_wise(_money(called, "net_contribution_window"), 0.0))
    stake = pc.max_element_wise(loss, _money(called, "debt_overdue"), _money(called, "expected_revenue"))
    return pa.table(
        {"client_id": called["client_id"], "severity": severity.cast(pa.int64()), "at_stake": stake}
    )


def _money(table: pa.Table, column: str) -> pa.ChunkedArray:
    return pc.fill_null(table[column].cast(pa.float64()), 0.0)


def _first(clients: pa.Table, signals: pa.Table, most: int, reasons: pa.Table) -> Attention:
    scored = reasons.group_by("client_id").aggregate([("severity", "max"), ("at_stake", "max")])
    weight = pc.multiply(scored["severity_max"].cast(pa.float64()), scored["at_stake_max"])
    scored = scored.append_column("weight", weight)
    # The id last: equal weights come in the same order on every run.
    order = [("weight", "descending"), ("severity_max", "descending"), ("client_id", "ascending")]
    first = scored.sort_by(order).slice(0, most).to_pylist()
    ids = tuple(row["client_id"] for row in first)
    rows = {row["client_id"]: row for row in clients.filter(_among(clients["client_id"], ids)).to_pylist()}
    raised: dict[str, list[Row]] = {client_id: [] for client_id in ids}
    for signal in signals.filter(_among(signals["client_id"], ids)).to_pylist():
        raised[signal["client_id"]].append(signal)
    cases = tuple(
        Case(
            rows[row["client_id"]],
            tuple(sorted(raised[row["client_id"]], key=lambda signal: (-signal["severity"], signal["code"]))),
            row["at_stake_max"],
            row["severity_max"],
        )
        for row in first
    )
    return Attention(cases, scored.num_rows)


def _among(column: pa.ChunkedArray, values: tuple[str, ...]) -> pa.ChunkedArray:
    return pc.is_in(column, value_set=pa.array(values, pa.string()))
