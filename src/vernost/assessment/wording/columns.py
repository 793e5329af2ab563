"""Words of the declared tables: headings of the output columns, meaning and type of any column."""

from vernost.assessment.wording.catalogue import gettext_noop as _
from vernost.engine.tables import Column, TableSpec

HEADINGS = {
    "client_id": _("Client"),
    "first_on": _("First purchase"),
    "last_on": _("Last purchase"),
    "tenure_days": _("Relationship, days"),
    "occasions": _("Purchases"),
    "occasions_window": _("Purchases, window"),
    "occasions_previous": _("Purchases, window before"),
    "revenue": _("Revenue, ever"),
    "revenue_window": _("Revenue, window"),
    "revenue_previous": _("Revenue, window before"),
    "revenue_earlier": _("Revenue, two windows before"),
    "returns_window": _("Returns, window"),
    "margin_window": _("Margin, window"),
    "cost_to_serve_window": _("Cost to serve, window"),
    "net_contribution": _("Net contribution, ever"),
    "net_contribution_window": _("Net contribution, window"),
    "net_contribution_previous": _("Net contribution, window before"),
    "mean_order": _("Mean purchase"),
    "median_order": _("Median purchase"),
    "service_lines": _("Kinds of service"),
    "intervals": _("Intervals in the rhythm"),
    "typical_interval": _("Usual interval, days"),
    "interval_mad": _("Spread of intervals, days"),
    "expected_next_on": _("Next purchase expected"),
    "days_since_last": _("Days since last purchase"),
    "overdue_ratio": _("Silence ÷ usual interval"),
    "comeback_on": _("Came back on"),
    "comeback_interval": _("Pause before, days"),
    "p_alive": _("Probability that still a client"),
    "p_order": _("Probability of a purchase soon"),
    "expected_orders": _("Purchases expected"),
    "expected_spend": _("Expected sum of a purchase"),
    "expected_revenue": _("Revenue expected"),
    "expected_cost": _("Cost expected"),
    "residual_value": _("Residual value"),
    "share": _("Share of revenue"),
    "revenue_rank": _("Place by revenue"),
    "abc": _("ABC class"),
    "regular": _("Regular client"),
    "stage": _("Stage"),
    "stage_reason": _("Why this stage"),
    "ended_on": _("Ended on"),
    "loyalty": _("Loyalty"),
    "loyalty_reason": _("Why this level"),
    "loyalty_missing": _("Missing for the next level"),
    "loyalty_assumed": _("Level assumed from behaviour"),
    "by_compulsion": _("By compulsion"),
    "rating_last": _("Last ratings, of 5"),
    "nps_last": _("Last NPS answer, of 10"),
    "share_of_wallet": _("Share of wallet"),
    "complaints_open": _("Open complaints"),
    "partner_acts": _("Acts of a partner"),
    "score_orders": _("Points: orders"),
    "score_business": _("Points: business"),
    "score_history": _("Points: history"),
    "score_loyalty": _("Points: loyalty"),
    "score_need": _("Points: need"),
    "score_values": _("Points: values"),
    "attractiveness": _("Attractiveness"),
    "confidence": _("Confidence"),
    "debt_overdue": _("Overdue debt"),
    "debt_days": _("Debt overdue, days"),
    "on_time_part": _("Paid on time"),
    "invoices_judged": _("Invoices judged"),
    "obligations_broken": _("Obligations broken"),
    "group": _("Group"),
    "group_reason": _("Why this group"),
    "guards": _("Protected from firing by"),
    "code": _("Signal"),
    "severity": _("Severity"),
    "first_on_signal": _("Raised since"),
    "observed": _("Found"),
    "expected": _("To be expected"),
    "threshold": _("Alarms at"),
    "observations": _("Judged on, events"),
    "looks": _("Looks per year"),
    "at_stake": _("Money at stake"),
}

TYPES = {
    "id": _("id"),
    "text": _("text"),
    "date": _("day"),
    "money": _("money"),
    "integer": _("whole number"),
    "number": _("decimal number"),
    "boolean": _("yes/no"),
    "code": _("one of"),
    "codes": _("some of"),
}


def heading(table: str, column: str) -> str:
    """The heading (msgid) of an output column; one that means another thing in another table has its own."""
    return HEADINGS.get(f"{column}_signal", HEADINGS[column]) if table == "signals" else HEADINGS[column]


def meaning_of_table(table: TableSpec) -> str:
    """The msgid of what the table holds, as the engine declares it."""
    return table.meaning


def meaning_of_column(column: Column) -> str:
    """The msgid of what the column holds, as the engine declares it."""
    return column.meaning


def words_of_type(column: Column) -> str:
    return TYPES[column.type]
