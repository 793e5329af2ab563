"""Step 4, facts: everything known of a client in one row, for the judgements that follow."""

import ibis
import ibis.expr.types as ir
from ibis import _

from vernost.engine.steps import prepare

CLIENT_COLUMNS = {
    "name": "string",
    "owner": "string",
    "segment": "string",
    "business_stability": "float64",
    "values_fit": "float64",
    "potential_cents": "int64",
    "promising": "boolean",
    "strategic": "boolean",
    "compelled": "boolean",
    "founded_day": "int32",
    "since_day": "int32",
    "ended_day": "int32",
}
LINE_COLUMNS = {"service_lines": "int32", "new_line_day": "int32", "new_lines": "int32"}


def clients(table: ir.Table, today: int) -> ir.Table:
    """client_id and CLIENT_COLUMNS; whatever the file does not have, or what came after `today`, is empty."""
    columns: dict[str, ir.Value] = {
        "potential_cents": _cents(table, "annual_potential"),
        "founded_day": _day(table, "founded_on", today),
        "since_day": _day(table, "since", today),
        "ended_day": _day(table, "ended_on", today),
    }
    for name, kind in CLIENT_COLUMNS.items():
        if name not in columns:
            columns[name] = table[name].cast(kind) if name in table.columns else ibis.null(kind)
    return table.select(client_id=table.client_id, **columns)


def lines(orders: ir.Table, today: int, recent_days: int) -> ir.Table:
    """One row a client: service_lines, new_lines and new_line_day (first bought in the recent days, not among the
    client's first purchase).
    """
    firsts = (
        orders.filter((_.cents > 0) & _.service_line.notnull())
        .group_by("client_id", "service_line")
        .aggregate(first=_.day.min())
    )
    start = _.first.min().over(ibis.window(group_by="client_id"))
    firsts = firsts.mutate(new=(_.first > today - recent_days) & (_.first > start))
    return firsts.group_by("client_id").aggregate(
        service_lines=_.count().cast("int32"),
        new_lines=_.new.sum().cast("int32"),
        new_line_day=_.first.min(where=_.new),
    )


def everyone(history: ir.Table, *others: ir.Table) -> ir.Table:
    """client_id of everybody who appears in any table, once."""
    ids = [table.select("client_id") for table in (history, *others)]
    return ibis.union(*ids, distinct=True) if len(ids) > 1 else ids[0]


def attach(table: ir.Table, part: ir.Table, columns: dict[str, str]) -> ir.Table:
    """`table` with `columns` of `part` (one row a client); empty where the client is missing."""
    return table.left_join(part, "client_id").select(table, *[part[name] for name in columns])


def facts(
    judged: ir.Table, history: ir.Table, parts: list[tuple[ir.Table | None, dict[str, str]]], today: int
) -> ir.Table:
    """One row for everybody who appears anywhere: `judged` with every part attached, tenure, and the money.

    judged: the history with rhythm and outlook. parts: for each a table with one row a client (or None) and its
    columns; the first is of buyers only. tenure_days counts from `since` or from the first purchase, whichever is
    earlier.
    """
    others = [part for part, _columns in parts[1:] if part is not None]
    table = judged
    if others:
        table = attach(everyone(history, *others), judged, dict.fromkeys(judged.columns[1:], ""))
    missing = {name: kind for part, columns in parts if part is None for name, kind in columns.items()}
    table = table.mutate(**{name: ibis.null(kind) for name, kind in missing.items()})
    for part, columns in parts:
        if part is not None:
            table = attach(table, part, columns)
    start = ibis.least(ibis.coalesce(_.since_day, _.first_day), ibis.coalesce(_.first_day, _.since_day))
    return money(table.mutate(tenure_days=(today - start).cast("int32")))


def _day(table: ir.Table, column: str, today: int) -> ir.Value:
    day = prepare.day_of(table[column]) if column in table.columns else ibis.null("int32")
    return ibis.ifelse(day <= today, day, ibis.null("int32"))


def _cents(table: ir.Table, column: str) -> ir.Value:
    return prepare.cents_of(table[column]) if column in table.columns else ibis.null("int64")


def money(facts: ir.Table) -> ir.Table:
    """Adds margin_window, contribution, contribution_window, contribution_previous (cents) and expected_cost.

    Contribution is margin (revenue, where no direct cost is known) less effort (where any is known). The cost that
    goes with the expected revenue is taken at the client's own rate of cost to revenue: of the window, or of the whole
    history where the window has no revenue; empty where no cost is known at all.
    """
    contribution = {
        f"contribution{part}": facts[f"revenue{part}"]
        - facts[f"cost{part}"].fill_null(0)
        - facts[f"service{part}"].fill_null(0)
        for part in ("", "_window", "_previous")
    }
    known = facts.cost.notnull() | facts.service.notnull()
    table = facts.mutate(
        margin_cents=ibis.ifelse(
            facts.cost.notnull(), facts.revenue_window - facts.cost_window.fill_null(0), None
        ),
        **contribution,
    )
    rate = ibis.ifelse(
        _.revenue_window > 0,
        1 - _.contribution_window / _.revenue_window.nullif(0),
        ibis.ifelse(_.revenue > 0, 1 - _.contribution / _.revenue.nullif(0), ibis.null("float64")),
    )
    return table.mutate(expected_cost=ibis.ifelse(known, _.expected_revenue * rate, ibis.null("float64")))
