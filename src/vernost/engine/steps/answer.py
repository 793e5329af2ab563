"""Step 11, answer: the judged facts as the declared output tables (engine/tables/outputs.py)."""

import ibis
import ibis.expr.types as ir
from ibis import _

from vernost.engine.steps import prepare
from vernost.engine.tables.outputs import CLIENTS_OUT, SIGNALS_OUT

_MONEY = "decimal(18, 2)"
# The most that eighteen digits hold; only a sum expected for ever can be more.
_MOST_CENTS = 9e17
# Output columns that stand under another name in the facts: cents become money, days become dates.
_CENTS = {
    "margin_window": "margin_cents",
    "cost_to_serve_window": "service_window",
    "net_contribution": "contribution",
    "net_contribution_window": "contribution_window",
    "net_contribution_previous": "contribution_previous",
    "median_order": "median_cents",
    "debt_overdue": "debt_cents",
}
_DAYS = {
    "first_on": "first_day",
    "last_on": "last_day",
    "expected_next_on": "expected_next_day",
    "comeback_on": "comeback_day",
    "ended_on": "ended_day",
}


def clients(facts: ir.Table) -> ir.Table:
    """One row a client, columns and types as declared."""
    facts = facts.mutate(mean_order=_.bought / _.occasions.nullif(0))
    columns = {}
    for column in CLIENTS_OUT.columns:
        value = facts[_CENTS.get(column.name, _DAYS.get(column.name, column.name))]
        columns[column.name] = _typed(value, column.type)
    return facts.select(**columns)


def signals(evidence: ir.Table, facts: ir.Table) -> ir.Table:
    """One row a raised signal, with the money at stake: the expected revenue, else that of the window."""
    stake = facts.select(
        "client_id", stake=ibis.coalesce(_.expected_revenue, _.revenue_window.cast("float64"))
    )
    joined = evidence.left_join(stake, "client_id").select(evidence, stake.stake)
    named = joined.mutate(first_on=joined.first_day, at_stake=joined.stake)
    return named.select(
        **{column.name: _typed(named[column.name], column.type) for column in SIGNALS_OUT.columns}
    )


def _typed(value: ir.Value, kind: str) -> ir.Value:
    if kind == "money":
        cents = value.cast("float64")
        if not value.type().is_integer():
            cents = cents.round().clip(lower=-_MOST_CENTS, upper=_MOST_CENTS)
        return (cents / 100).cast(_MONEY)
    if kind == "date":
        return prepare.date_of(value)
    if kind == "integer":
        return value.cast("int32")
    if kind == "number":
        return value.cast("float64")
    return value
