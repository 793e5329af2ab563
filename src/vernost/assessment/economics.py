"""What an assessment keeps for the pages of economics, worked out from the engine's input and answer (K1–K3, B6, D4).

Pure: Arrow tables in, Arrow tables and plain values out. Money in cents of the company's currency, time in minutes.
"""

from datetime import date, timedelta
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from vernost.assessment.queries.referral_tree import roots_of
from vernost.engine.settings import Settings

_CURVE_POINTS = 50
_MOST_TREES = 100
_MOST_PROFITABLE = 20
_LEFT = pa.array(["slipping", "lost", "ended"])
EFFORT = ("minutes", "free_minutes", "service", "winning", "extra_orders", "extra_revenue")
_SUMS = ("revenue_window", "revenue_previous", "net_contribution_window", *EFFORT)
PLACE = ("owner_id", "segment_id", "industry", "group", "flow")


def effort(
    tables: dict[str, pa.Table], clients: pa.Table, settings: Settings, as_of: date, places: pa.Table
) -> pa.Table:
    """One row a client: money of the window in cents, flow, minutes, free_minutes, service, winning, extra_orders,
    extra_revenue, kept, and the columns of `places` (client_id, owner_id, segment_id, industry).

    service = expenses + minutes × the person's (else the common) rate. winning = the part of it marked so or spent up
    to and with the day of the first purchase, and all of it for who never bought. Clients outside `places` are left
    out.
    """
    start = as_of - timedelta(days=settings.window_days)
    known = clients.select(
        [
            "client_id", "group", "stage", "regular", "occasions", "occasions_window", "occasions_previous", "first_on",
            "revenue_window", "revenue_previous", "net_contribution_window",
        ]
    )  # fmt: skip
    for name in ("revenue_window", "revenue_previous", "net_contribution_window"):
        known = known.set_column(known.column_names.index(name), name, _cents(known.column(name)))
    known = known.append_column("flow", _flow(known, start))
    long_known = pc.fill_null(pc.less_equal(known.column("first_on"), pa.scalar(start)), False)
    bought_now = pc.fill_null(pc.greater(known.column("occasions_window"), 0), False)
    known = known.append_column("kept", pc.and_(long_known, bought_now).cast(pa.int64()))
    then = pc.fill_null(pc.greater(known.column("occasions_previous"), 0), False)
    known = known.append_column("bought_before", then.cast(pa.int64()))
    known = known.append_column("bought_again", pc.and_(then, bought_now).cast(pa.int64()))
    pieces = [_pieces(tables, name, settings, start, as_of) for name in ("interactions", "costs")]
    spent = _by_client(pa.concat_tables(pieces), known)
    extra = _extra(tables["orders"], settings, start, as_of)
    joined = (
        places.join(known, "client_id", join_type="inner").join(spent, "client_id").join(extra, "client_id")
    )
    for name in EFFORT:
        column = pc.fill_null(joined.column(name), 0)
        joined = joined.set_column(joined.column_names.index(name), name, column)
    return joined.sort_by("client_id")


def tallies(effort: pa.Table) -> pa.Table:
    """Sums by owner, segment, industry, group and flow: clients, kept, and the sums of `effort`."""
    sums = [(name, "sum") for name in ("kept", *_SUMS)]
    found = effort.group_by(list(PLACE)).aggregate([("client_id", "count"), *sums])
    names = {"client_id_count": "clients", "kept_sum": "kept"} | {f"{name}_sum": name for name in _SUMS}
    return found.rename_columns([names.get(name, name) for name in found.column_names])


def summary(
    tables: dict[str, pa.Table], effort: pa.Table, settings: Settings, as_of: date, roots: dict[int, int]
) -> dict[str, Any]:
    """What is kept with the run as JSON: whale, lines, trees, groups of money in the company's currency."""
    start = as_of - timedelta(days=settings.window_days)
    return {
        "whale": whale(effort.column("net_contribution_window")),
        "lines": _lines(tables["orders"], settings, start, as_of),
        "trees": _trees(effort, roots),
        "prospects": effort.filter(pc.equal(effort.column("flow"), "none")).num_rows,
        "most_profitable": _most_profitable(effort),
        "retention": {
            "before": pc.sum(effort.column("bought_before")).as_py() or 0,
            "again": pc.sum(effort.column("bought_again")).as_py() or 0,
        },
    }


def _most_profitable(effort: pa.Table) -> list[dict[str, Any]]:
    """The clients whose leaving would cost most profit, the first of them first."""
    name = "net_contribution_window"
    above = effort.filter(pc.fill_null(pc.greater(effort.column(name), 0), False))
    first = above.sort_by([(name, "descending"), ("client_id", "ascending")]).slice(0, _MOST_PROFITABLE)
    return [{"client": row["client_id"], "contribution": row[name] / 100} for row in first.to_pylist()]


def whale(contributions: pa.ChunkedArray) -> dict[str, Any]:
    """The cumulated profit of clients from the most profitable to the dearest (the whale curve), in at most 50 steps.

    `contributions` in cents. `peak` is what the company would earn without those who cost more than they bring.
    """
    known = pc.drop_null(contributions)
    known = known.filter(pc.not_equal(known, 0))
    ranked = pc.take(known, pc.sort_indices(known, sort_keys=[("", "descending")]))
    many, total = len(ranked), pc.sum(ranked).as_py() or 0
    running = pc.cumulative_sum(ranked).to_pylist() if many else []
    ends = sorted({-(-many * step // _CURVE_POINTS) for step in range(1, _CURVE_POINTS + 1)}) if many else []
    losing = pc.sum(pc.less(ranked, 0)).as_py() or 0
    return {
        "clients": many,
        "losing": losing,
        "total": total / 100,
        "peak": max(running, default=0) / 100,
        "points": [{"clients": end, "profit": running[end - 1] / 100} for end in ends if end],
    }


def _flow(clients: pa.Table, start: date) -> pa.ChunkedArray:
    """As the engine's step `company` counts it; none: has not bought yet."""
    never = pc.equal(pc.fill_null(clients.column("occasions"), 0), 0)
    new = pc.fill_null(pc.greater(clients.column("first_on"), pa.scalar(start)), False)
    bought_then = pc.greater(pc.fill_null(clients.column("revenue_previous"), 0), 0)
    leaving = pc.and_(pc.is_in(clients.column("stage"), _LEFT), bought_then)
    conditions = pa.StructArray.from_arrays(
        [
            pc.fill_null(one, False).combine_chunks()
            for one in (never, new, leaving, clients.column("regular"))
        ],
        names=["none", "new", "leaving", "regular"],
    )
    return pa.chunked_array([pc.case_when(conditions, "none", "new", "leaving", "regular", "other")])


def _pieces(tables: dict[str, pa.Table], name: str, settings: Settings, start: date, as_of: date) -> pa.Table:
    """Every piece of effort in the window: client_id, day, minutes, free_minutes, cents, winning."""
    table, day = tables.get(name), "at" if name == "interactions" else "on"
    if table is None:
        return _PIECES.empty_table()
    table = _within(table, day, start, as_of)
    minutes = _column(table, "minutes", pa.float64(), 0.0)
    expense = _column(table, "money", pa.float64(), 0.0)
    priced = pc.multiply(minutes, pc.multiply(_rates(table, settings), 100 / 60))
    free = _column(table, "free_of_charge", pa.bool_(), False)
    columns = {
        "client_id": table.column("client_id"),
        "day": table.column(day),
        "minutes": minutes,
        "free_minutes": pc.if_else(free, minutes, 0.0),
        "cents": pc.add(pc.round(pc.multiply(expense, 100)), pc.round(priced)),
        "winning": pc.equal(_column(table, "purpose", pa.string(), ""), "winning"),
    }
    return pa.table(columns).cast(_PIECES)


_PIECES = pa.schema(
    {
        "client_id": pa.int64(),
        "day": pa.date32(),
        "minutes": pa.float64(),
        "free_minutes": pa.float64(),
        "cents": pa.float64(),
        "winning": pa.bool_(),
    }
)


def _by_client(pieces: pa.Table, known: pa.Table) -> pa.Table:
    """client_id, minutes, free_minutes, service, winning (whole minutes and cents)."""
    pieces = pieces.join(known.select(["client_id", "first_on"]), "client_id", join_type="inner")
    early = pc.fill_null(pc.less_equal(pieces.column("day"), pieces.column("first_on")), True)
    won = pc.if_else(pc.or_(early, pieces.column("winning")), pieces.column("cents"), 0.0)
    pieces = pieces.set_column(pieces.column_names.index("winning"), "winning", won)
    names = ("minutes", "free_minutes", "cents", "winning")
    found = pieces.group_by("client_id").aggregate([(name, "sum") for name in names])
    whole = {name: pc.round(found.column(f"{name}_sum")).cast(pa.int64()) for name in names}
    return pa.table({"client_id": found.column("client_id"), **whole}).rename_columns(
        ["client_id", "minutes", "free_minutes", "service", "winning"]
    )


def _extra(orders: pa.Table, settings: Settings, start: date, as_of: date) -> pa.Table:
    """client_id, extra_orders, extra_revenue (cents) of the window."""
    orders = _counting(orders, start, as_of)
    orders = orders.filter(_column(orders, "is_extra", pa.bool_(), False))
    given = pa.table(
        {"client_id": orders.column("client_id"), "cents": _order_cents(orders, "amount", settings)}
    )
    found = given.group_by("client_id").aggregate([("cents", "count"), ("cents", "sum")])
    return found.rename_columns(["client_id", "extra_orders", "extra_revenue"])


def _lines(orders: pa.Table, settings: Settings, start: date, as_of: date) -> list[dict[str, Any]]:
    """Service lines by income: orders, clients, revenue and margin (None: no direct cost known) of the window."""
    orders = _counting(orders, start, as_of)
    if "service_line" not in orders.column_names:
        return []
    revenue = _order_cents(orders, "amount", settings)
    knows_cost = "direct_cost" in orders.column_names
    cost = _order_cents(orders, "direct_cost", settings) if knows_cost else revenue
    given = pa.table(
        {
            "line": pc.cast(orders.column("service_line"), pa.int64()),
            "client_id": orders.column("client_id"),
            "revenue": revenue,
            "margin": pc.subtract(revenue, cost),
        }
    )
    found = given.group_by("line").aggregate(
        [("client_id", "count"), ("client_id", "count_distinct"), ("revenue", "sum"), ("margin", "sum")]
    )
    rows = [
        {
            "line": row["line"],
            "orders": row["client_id_count"],
            "clients": row["client_id_count_distinct"],
            "revenue": row["revenue_sum"] / 100,
            "margin": row["margin_sum"] / 100 if knows_cost else None,
        }
        for row in found.to_pylist()
    ]
    return sorted(rows, key=lambda row: (-row["revenue"], row["line"] or 0))


def _trees(effort: pa.Table, roots: dict[int, int]) -> list[dict[str, Any]]:
    """Referral trees by income: the first client and all whom he and they recommended, transitively."""
    names = ("client_id", "occasions_window", "revenue_window", "net_contribution_window", "minutes")
    trees: dict[int, dict[str, Any]] = {}
    for row in (
        effort.filter(pc.is_in(effort.column("client_id"), pa.array(roots, pa.int64())))
        .select(names)
        .to_pylist()
    ):
        root = roots[row["client_id"]]
        empty = {
            "root": root,
            "clients": 0,
            "orders": 0,
            "revenue": 0,
            "contribution": 0,
            "minutes": 0,
            "own": 0,
        }
        tree = trees.setdefault(root, empty)
        tree["clients"] += 1
        tree["orders"] += row["occasions_window"] or 0
        tree["revenue"] += row["revenue_window"] or 0
        tree["contribution"] += row["net_contribution_window"] or 0
        tree["minutes"] += row["minutes"]
        if row["client_id"] == root:
            tree["own"] = row["revenue_window"] or 0
    largest = sorted(trees.values(), key=lambda tree: (-tree["revenue"], tree["root"]))[:_MOST_TREES]
    money = ("revenue", "contribution", "own")
    return [tree | {name: tree[name] / 100 for name in money} for tree in largest]


def tree_roots(clients: pa.Table | None) -> dict[int, int]:
    """Client: first of his referral tree, for clients of trees with two or more."""
    if clients is None or "referred_by" not in clients.column_names:
        return {}
    some = clients.filter(pc.is_valid(clients.column("referred_by")))
    pairs = zip(some.column("client_id").to_pylist(), some.column("referred_by").to_pylist(), strict=True)
    return roots_of(dict(pairs))


def _counting(orders: pa.Table, start: date, as_of: date) -> pa.Table:
    """Orders of the window without the cancelled."""
    orders = _within(orders, "ordered_on", start, as_of)
    return orders.filter(pc.not_equal(_column(orders, "status", pa.string(), ""), "cancelled"))


def _within(table: pa.Table, day: str, start: date, as_of: date) -> pa.Table:
    days = table.column(day)
    return table.filter(pc.and_(pc.greater(days, pa.scalar(start)), pc.less_equal(days, pa.scalar(as_of))))


def _order_cents(orders: pa.Table, name: str, settings: Settings) -> pa.ChunkedArray:
    amounts = _column(orders, name, pa.float64(), 0.0)
    if "currency" in orders.column_names and settings.exchange_rates:
        rate = pa.array(
            [settings.exchange_rates.get(one or "", 1.0) for one in orders.column("currency").to_pylist()],
            pa.float64(),
        )
        amounts = pc.multiply(amounts, rate)
    return pc.round(pc.multiply(amounts, 100)).cast(pa.int64())


def _rates(table: pa.Table, settings: Settings) -> pa.ChunkedArray:
    """Price of an hour of each row: the person's, else the common one, else nothing."""
    people = _column(table, "person", pa.string(), "").combine_chunks().dictionary_encode()
    common = settings.hourly_rate or 0.0
    rates = [float(settings.hourly_rates.get(person, common)) for person in people.dictionary.to_pylist()]
    return pc.take(pa.array(rates, pa.float64()), people.indices)


def _column(table: pa.Table, name: str, kind: pa.DataType, default: Any) -> pa.ChunkedArray:
    """The column, or `default` throughout, without empty cells."""
    if name not in table.column_names:
        return pa.chunked_array([pa.repeat(pa.scalar(default, kind), table.num_rows)])
    return pc.fill_null(table.column(name).cast(kind), default)


def _cents(column: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.round(pc.multiply(column.cast(pa.float64()), 100)).cast(pa.int64())
