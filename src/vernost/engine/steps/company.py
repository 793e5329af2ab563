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

Rows = list[dict[str, Any]]
_CURVE_POINTS = 50
_MOST_LEAVERS = 10


def money(cents: float | None) -> float | None:
    """Cents as money."""
    return None if cents is None else round(cents) / 100


def totals(backend: Backend, facts: ir.Table) -> dict[str, Any]:
    """Counts and sums of the whole company."""
    bought = _.occasions.fill_null(0) > 0
    row = _rows(
        backend,
        facts.aggregate(
            clients=_.count(),
            buyers=bought.sum(),
            regular=_.regular.sum(),
            occasions_window=_.occasions_window.sum().fill_null(0),
            revenue_window=_.revenue_window.sum().fill_null(0),
            revenue_previous=_.revenue_previous.sum().fill_null(0),
            returns_window=_.returns_window.sum().fill_null(0),
            margin_window=_.margin_cents.sum(),
            cost_to_serve_window=_.service_window.sum(),
            net_contribution_window=_.contribution_window.sum().fill_null(0),
            regular_revenue=_.revenue_window.sum(where=_.regular).fill_null(0),
        ),
    )[0]
    part = row.pop("regular_revenue") / row["revenue_window"] if row["revenue_window"] > 0 else None
    return {**_in_money(row), "regular_revenue_part": part}


def groups(backend: Backend, facts: ir.Table) -> Rows:
    """Clients and money by group; groups without clients stand with zeros."""
    return _by(
        backend,
        facts,
        "group",
        GROUPS,
        clients=_.count(),
        revenue_window=_.revenue_window.sum().fill_null(0),
        net_contribution_window=_.contribution_window.sum().fill_null(0),
        cost_to_serve_window=_.service_window.sum(),
    )


def stages(backend: Backend, facts: ir.Table) -> Rows:
    """Clients and revenue by stage."""
    return _by(
        backend, facts, "stage", STAGES, clients=_.count(), revenue_window=_.revenue_window.sum().fill_null(0)
    )


def loyalty(backend: Backend, facts: ir.Table) -> Rows:
    """Clients by loyalty level: how many of them assumed, how many by compulsion."""
    rows = _by(
        backend,
        facts,
        "loyalty",
        LOYALTY_LEVELS,
        clients=_.count(),
        assumed=_.loyalty_assumed.sum(),
        by_compulsion=_.by_compulsion.sum(),
        revenue_window=_.revenue_window.sum().fill_null(0),
    )
    return [{"level": row.pop("loyalty"), **row} for row in rows]


def concentration(backend: Backend, facts: ir.Table) -> dict[str, Any]:
    """How much of the revenue hangs on how few: HHI (0–1), shares of the largest, the curve, classes A, B, C."""
    given = facts.filter(_.share > 0).select("client_id", "share", "revenue_rank", "abc", "revenue_window")
    placed = given.mutate(
        place=ibis.row_number().over(ibis.window(order_by=[ibis.desc("share"), "client_id"])) + 1,
        clients=_.count().over(ibis.window()),
    )
    row = _rows(
        backend,
        placed.aggregate(
            clients=_.count(),
            hhi=(_.share * _.share).sum(),
            top_1=_.share.sum(where=_.place <= 1),
            top_5=_.share.sum(where=_.place <= 5),
            top_20_percent=_.share.sum(where=_.place <= 0.2 * _.clients),
        ),
    )[0]
    step = (_.place * _CURVE_POINTS / _.clients).ceil().cast("int32")
    steps = _rows(
        backend,
        placed.mutate(step=step).group_by("step").aggregate(n=_.count(), part=_.share.sum()).order_by("step"),
    )
    curve, clients, revenue = [{"clients_part": 0.0, "revenue_part": 0.0}], 0, 0.0
    for point in steps:
        clients, revenue = clients + point["n"], revenue + point["part"]
        curve.append({"clients_part": clients / row["clients"], "revenue_part": min(revenue, 1.0)})
    classes = _by(
        backend, given, "abc", ABC, clients=_.count(), revenue_window=_.revenue_window.sum().fill_null(0)
    )
    return {**row, "curve": curve, "abc": classes}


def dependent(backend: Backend, facts: ir.Table, settings: Settings) -> Rows:
    """Clients who give a dangerous part of the revenue."""
    some = facts.filter(_.share >= settings.dependence_share).select("client_id", "share")
    return _rows(backend, some.order_by(ibis.desc("share"), "client_id"))


def if_leaves(backend: Backend, facts: ir.Table, hhi: float | None) -> Rows:
    """For the largest clients: what the company loses with each, and how concentrated it is afterwards."""
    some = facts.filter(_.share > 0).select("client_id", "share", "revenue_window", "contribution_window")
    rows = _rows(backend, some.order_by(ibis.desc("share"), "client_id").limit(_MOST_LEAVERS))
    for row in rows:
        rest = 1 - row["share"]
        row["revenue_window"] = money(row["revenue_window"])
        row["net_contribution_window"] = money(row.pop("contribution_window"))
        row["hhi_after"] = ((hhi or 0.0) - row["share"] ** 2) / rest**2 if rest > 1e-12 else None
    return rows


def flow(backend: Backend, facts: ir.Table, settings: Settings, today: int) -> dict[str, Any]:
    """Income, effort and number of new (first purchase in the window), regular, leaving and other buyers (K2)."""
    kind = ibis.cases(
        (_.first_day > today - settings.window_days, "new"),
        (_.stage.isin(("slipping", "lost", "ended")) & (_.revenue_previous > 0), "leaving"),
        (_.regular, "regular"),
        else_="other",
    )
    buyers = facts.filter(_.occasions > 0).mutate(flow=kind)
    rows = _by(
        backend,
        buyers,
        "flow",
        ("new", "regular", "leaving", "other"),
        clients=_.count(),
        revenue_window=_.revenue_window.sum().fill_null(0),
        revenue_previous=_.revenue_previous.sum().fill_null(0),
        cost_to_serve_window=_.service_window.sum(),
    )
    return {row.pop("flow"): row for row in rows}


def winning_and_keeping(
    backend: Backend, facts: ir.Table, settings: Settings, today: int
) -> dict[str, Any] | None:
    """Cost of winning one new client against keeping one, from the costs marked `winning` (K1); None without them."""
    is_new = _.first_day > today - settings.window_days
    row = _rows(
        backend,
        facts.aggregate(
            cost_winning=_.won_cost_window.sum(),
            service=_.service_window.sum(),
            won=is_new.sum().fill_null(0),
            kept=(~is_new & (_.occasions_window > 0)).sum().fill_null(0),
        ),
    )[0]
    if not row["cost_winning"]:
        return None
    winning, keeping = row["cost_winning"], row["service"] - row["cost_winning"]
    return {
        "cost_winning": money(winning),
        "won": row["won"],
        "cost_per_won": money(winning / row["won"]) if row["won"] else None,
        "cost_keeping": money(keeping),
        "kept": row["kept"],
        "cost_per_kept": money(keeping / row["kept"]) if row["kept"] else None,
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


def loyalty_scenario(backend: Backend, facts: ir.Table, settings: Settings) -> dict[str, Any]:
    """What if loyalty grows by `loyalty_growth`: that part of the leavers had stayed (K3, S0).

    Leavers of a year: clients who bought in the window before and are slipping or lost now. A part of them, as large
    as the growth applied to all who bought then, gives again what it gave in the window before, at the company's own
    rate of net contribution.
    """
    stayed = _.occasions_previous > 0
    left = stayed & _.stage.isin(("slipping", "lost", "ended"))
    row = _rows(
        backend,
        facts.aggregate(
            stayed=stayed.sum().fill_null(0),
            left=left.sum().fill_null(0),
            left_revenue=(_.revenue_previous - _.revenue_window).sum(where=left).fill_null(0),
            revenue=_.revenue_window.sum().fill_null(0),
            contribution=_.contribution_window.sum().fill_null(0),
        ),
    )[0]
    more = min(settings.loyalty_growth * row["stayed"], row["left"])
    revenue = more / row["left"] * max(row["left_revenue"], 0) if row["left"] else 0.0
    rate = row["contribution"] / row["revenue"] if row["revenue"] > 0 else 0.0
    return {
        "growth": settings.loyalty_growth,
        "clients_kept": more,
        "revenue_change": money(revenue),
        "net_contribution_change": money(revenue * rate),
        "part": revenue * rate / row["contribution"] if row["contribution"] > 0 else None,
    }


def cohorts(backend: Backend, days: ir.Table, first_day: int, today: int) -> Rows:
    """Clients by quarter of their first purchase: how many bought again in each later quarter, and for how much."""
    quarters = backend.put("quarters", _calendar(first_day, today))
    first = quarters.select(start="day", cohort="quarter")
    bought = days.filter(days.purchase).inner_join(quarters, "day").inner_join(first, "start")
    # Of the purchases of a quarter the first stands for the client.
    begins = _.gap.isnull() | (_.day - _.gap < _.opens)
    rows = _rows(
        backend,
        bought.group_by("cohort", "quarter")
        .aggregate(clients=begins.sum(), revenue=_.bought.sum())
        .order_by("cohort", "quarter"),
    )
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


def _by(backend: Backend, table: ir.Table, key: str, values: tuple[str, ...], **columns: ir.Value) -> Rows:
    """Grouped rows in the order of `values`, money in money, missing ones with zeros (unknown stays unknown)."""
    found = {row[key]: row for row in _rows(backend, table.group_by(key).aggregate(**columns))}
    unknown = {name for name in columns if any(row[name] is None for row in found.values())}
    empty = {name: None if name in unknown else 0 for name in columns}
    return [_in_money({key: value, **empty, **found.get(value, {})}) for value in values]


def _in_money(row: dict[str, Any]) -> dict[str, Any]:
    amounts = ("revenue", "margin", "cost", "net_contribution", "returns")
    return {name: money(value) if name.startswith(amounts) else value for name, value in row.items()}


def _rows(backend: Backend, expression: ir.Table) -> Rows:
    rows: Rows = backend.fetch(expression).to_pylist()
    return rows
