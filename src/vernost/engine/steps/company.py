"""Step 12, company: where the firm stands, from the judged facts (assessment.md, Company level; K1–K3, D4).

Everything here is grouped on the backend; what comes to the driver is small, whatever the number of clients.
"""

from typing import Any

import ibis
import ibis.expr.types as ir
import numpy as np
import pyarrow as pa
from ibis import _

from vernost.engine.backend import Backend
from vernost.engine.codes import ABC, GROUPS, LOYALTY_LEVELS, STAGES
from vernost.engine.exchange import rows as arrow_rows
from vernost.engine.settings import Settings
from vernost.engine.steps.place import Whole
from vernost.engine.steps.tally import FLOWS, LEAVING, Tally

Rows = list[dict[str, Any]]
_CURVE_POINTS = 50
_MOST_LEAVERS = 10
_NOBODY = {"clients_part": 0.0, "revenue_part": 0.0}
_TOTALS = (
    "revenue_window",
    "revenue_previous",
    "returns_window",
    "margin_window",
    "cost_to_serve_window",
    "net_contribution_window",
)


def money(cents: float | None) -> float | None:
    """Cents as money."""
    return None if cents is None else round(cents) / 100


def totals(tally: Tally) -> dict[str, Any]:
    """Counts and sums of the whole company."""
    row = tally.sums()
    revenue = row["revenue_window"]
    part = tally.sums(regular=True)["revenue_window"] / revenue if revenue > 0 else None
    return {
        "clients": row["clients"],
        "buyers": sum(tally.sums(flow=flow)["clients"] for flow in FLOWS),
        "regular": tally.sums(regular=True)["clients"],
        "occasions_window": row["occasions_window"],
        **_in_money({name: row[name] for name in _TOTALS}),
        "regular_revenue_part": part,
    }


def groups(tally: Tally) -> Rows:
    """Clients and money by group; groups without clients stand with zeros."""
    columns = ("clients", "revenue_window", "net_contribution_window", "cost_to_serve_window")
    return _by(tally, "group", GROUPS, columns)


def stages(tally: Tally) -> Rows:
    """Clients and revenue by stage."""
    return _by(tally, "stage", STAGES, ("clients", "revenue_window"))


def loyalty(tally: Tally) -> Rows:
    """Clients by loyalty level: how many of them assumed, how many by compulsion."""
    columns = ("clients", "assumed", "by_compulsion", "revenue_window")
    rows = _by(tally, "loyalty", LOYALTY_LEVELS, columns)
    return [{"level": row.pop("loyalty"), **row} for row in rows]


def concentration(backend: Backend, places: ir.Table, whole: Whole, tally: Tally) -> dict[str, Any]:
    """How much of the revenue hangs on how few: HHI (0–1), shares of the largest, the curve, classes A, B, C.

    places: `place.places`, where every buyer stands by revenue of the window.
    """
    classes = _by(tally, "abc", ABC, ("clients", "revenue_window"))
    clients = sum(row["clients"] for row in classes)
    if not clients:
        names = ("hhi", "top_1", "top_5", "top_20_percent")
        return {"clients": 0, **dict.fromkeys(names), "curve": [_NOBODY], "abc": classes}
    step = (_.place * _CURVE_POINTS / clients).ceil().cast("int32")
    steps = _rows(
        backend,
        places.filter(_.given > 0)
        .mutate(step=step, share=_.given / whole.revenue)
        .group_by("step")
        .aggregate(
            n=_.count(),
            part=_.share.sum(),
            hhi=(_.share * _.share).sum(),
            top_1=_.share.sum(where=_.place <= 1).fill_null(0.0),
            top_5=_.share.sum(where=_.place <= 5).fill_null(0.0),
            top_20_percent=_.share.sum(where=_.place <= 0.2 * clients),
        )
        .order_by("step"),
    )
    curve, seen, revenue = [_NOBODY], 0, 0.0
    for point in steps:
        seen, revenue = seen + point["n"], revenue + point["part"]
        curve.append({"clients_part": seen / clients, "revenue_part": min(revenue, 1.0)})
    sums = {name: sum(point[name] for point in steps) for name in ("hhi", "top_1", "top_5")}
    twenty = [point["top_20_percent"] for point in steps if point["top_20_percent"] is not None]
    top_20 = sum(twenty) if twenty else None
    return {"clients": clients, **sums, "top_20_percent": top_20, "curve": curve, "abc": classes}


def largest(backend: Backend, facts: ir.Table, settings: Settings) -> Rows:
    """The largest clients by revenue of the window: at least as many as `if_leaves` and `dependent` ask for."""
    some = facts.filter(_.share > 0).select("client_id", "share", "revenue_window", "contribution_window")
    # Of those who give a twentieth there are not more than twenty.
    least = settings.dependence_share
    most = max(_MOST_LEAVERS, int(1 / least) + 1) if least > 0 else None
    return _rows(backend, some.order_by(ibis.desc("share"), "client_id").limit(most))


def dependent(largest: Rows, settings: Settings) -> Rows:
    """Clients who give a dangerous part of the revenue."""
    return [
        {"client_id": row["client_id"], "share": row["share"]}
        for row in largest
        if row["share"] >= settings.dependence_share
    ]


def if_leaves(largest: Rows, hhi: float | None) -> Rows:
    """For the largest clients: what the company loses with each, and how concentrated it is afterwards."""
    rows = []
    for row in largest[:_MOST_LEAVERS]:
        rest = 1 - row["share"]
        rows.append(
            {
                "client_id": row["client_id"],
                "share": row["share"],
                "revenue_window": money(row["revenue_window"]),
                "net_contribution_window": money(row["contribution_window"]),
                "hhi_after": ((hhi or 0.0) - row["share"] ** 2) / rest**2 if rest > 1e-12 else None,
            }
        )
    return rows


def flow(tally: Tally) -> dict[str, Any]:
    """Income, effort and number of new (first purchase in the window), regular, leaving and other buyers (K2)."""
    columns = ("clients", "revenue_window", "revenue_previous", "cost_to_serve_window")
    return {row.pop("flow"): row for row in _by(tally, "flow", FLOWS, columns)}


def winning_and_keeping(tally: Tally) -> dict[str, Any] | None:
    """Cost of winning one new client against keeping one, from the costs marked `winning` (K1); None without them."""
    every, new = tally.sums(), tally.sums(flow="new")
    winning = every["won_cost_window"]
    if not winning:
        return None
    won, kept = new["clients"], every["buying"] - new["buying"]
    keeping = every["cost_to_serve_window"] - winning
    return {
        "cost_winning": money(winning),
        "won": won,
        "cost_per_won": money(winning / won) if won else None,
        "cost_keeping": money(keeping),
        "kept": kept,
        "cost_per_kept": money(keeping / kept) if kept else None,
    }


def referrals(backend: Backend, facts: ir.Table, clients: ir.Table | None) -> dict[str, Any] | None:
    """Clients who came by recommendation of another and what they give; None where nobody wrote it down."""
    if clients is None or "referred_by" not in clients.columns:
        return None
    came = facts.semi_join(clients.filter(_.referred_by.notnull()), "client_id")
    row = _rows(
        backend,
        came.aggregate(
            clients=_.count(),
            revenue_window=_.revenue_window.sum().fill_null(0),
            net_contribution_window=_.contribution_window.sum().fill_null(0),
        ),
    )[0]
    return _in_money(row)


def loyalty_scenario(tally: Tally, settings: Settings) -> dict[str, Any]:
    """What if loyalty grows by `loyalty_growth`: that part of the leavers had stayed (K3, S0).

    Leavers of a year: clients who bought in the window before and are slipping or lost now. A part of them, as large
    as the growth applied to all who bought then, gives again what it gave in the window before, at the company's own
    rate of net contribution.
    """
    every = tally.sums()
    leaving = [tally.sums(stage=stage) for stage in LEAVING]
    left, left_revenue = (sum(row[name] for row in leaving) for name in ("stayed", "stayed_less"))
    more = min(settings.loyalty_growth * every["stayed"], left)
    revenue = more / left * max(left_revenue, 0) if left else 0.0
    contribution = every["net_contribution_window"]
    rate = contribution / every["revenue_window"] if every["revenue_window"] > 0 else 0.0
    return {
        "growth": settings.loyalty_growth,
        "clients_kept": more,
        "revenue_change": money(revenue),
        "net_contribution_change": money(revenue * rate),
        "part": revenue * rate / contribution if contribution > 0 else None,
    }


def by_quarter(backend: Backend, days: ir.Table, first_day: int, today: int) -> ir.Table:
    """cohort (quarter of the first purchase), quarter, clients who bought in it, revenue (cents)."""
    quarters = backend.put("quarters", _calendar(first_day, today))
    first = quarters.select(start="day", cohort="quarter")
    bought = days.filter(days.purchase).inner_join(quarters, "day").inner_join(first, "start")
    # Of the purchases of a quarter the first stands for the client.
    begins = _.gap.isnull() | (_.day - _.gap < _.opens)
    return bought.group_by("cohort", "quarter").aggregate(clients=begins.sum(), revenue=_.bought.sum())


def cohorts(backend: Backend, quarters: ir.Table) -> Rows:
    """Clients by quarter of their first purchase: how many bought again in each later quarter, and for how much.

    quarters: `by_quarter`.
    """
    rows = _rows(backend, quarters.order_by("cohort", "quarter"))
    sizes = {row["cohort"]: row["clients"] for row in rows if row["cohort"] == row["quarter"]}
    return [
        {
            "cohort": f"{row['cohort'] // 4}-Q{row['cohort'] % 4 + 1}",
            "quarter": row["quarter"] - row["cohort"],
            "size": sizes[row["cohort"]],
            "clients": row["clients"],
            "revenue": money(row["revenue"]),
        }
        for row in rows
    ]


def _calendar(first_day: int, today: int) -> pa.Table:
    """Every day with its quarter (year × 4 + 0 … 3) and the day on which that begins: looked up, not reckoned."""
    days = np.arange(first_day, today + 1)
    quarter = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) // 3
    opens = (quarter * 3).astype("datetime64[M]").astype("datetime64[D]").astype(np.int32)
    quarters = (quarter + 1970 * 4).astype(np.int32)
    return arrow_rows(day=days.astype(np.int32), quarter=quarters, opens=opens)


def signals(backend: Backend, answer: ir.Table) -> Rows:
    """How many clients each raised signal concerns and the money at stake."""
    rows = _rows(
        backend,
        answer.group_by("code")
        .aggregate(clients=_.client_id.nunique(), at_stake=_.at_stake.cast("float64").sum())
        .order_by("code"),
    )
    return [
        {**row, "at_stake": None if row["at_stake"] is None else round(row["at_stake"], 2)} for row in rows
    ]


def _by(tally: Tally, key: str, values: tuple[str, ...], columns: tuple[str, ...]) -> Rows:
    """A row for each of `values` in their order, money in money, missing ones with zeros (unknown stays unknown)."""
    found = {value: tally.sums(**{key: value}) for value in values}
    there = [row for row in found.values() if row["clients"]]
    unknown = {name for name in columns if any(row[name] is None for row in there)}
    empty = {name: None if name in unknown else 0 for name in columns}
    return [
        _in_money({key: value, **({name: row[name] for name in columns} if row["clients"] else empty)})
        for value, row in found.items()
    ]


def _in_money(row: dict[str, Any]) -> dict[str, Any]:
    amounts = ("revenue", "margin", "cost", "net_contribution", "returns")
    return {name: money(value) if name.startswith(amounts) else value for name, value in row.items()}


def _rows(backend: Backend, expression: ir.Table) -> Rows:
    rows: Rows = backend.fetch(expression).to_pylist()
    return rows
