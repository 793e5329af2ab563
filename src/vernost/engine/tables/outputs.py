"""The tables that an assessment writes: one row a client, one row a raised signal."""

from vernost.engine.codes import ABC, GROUPS, LOYALTY_LEVELS, STAGES
from vernost.engine.tables.column import Column, TableSpec

_MONEY = "company currency"

BASICS = (
    Column("client_id", "id", "the client", required=True),
    Column("first_on", "date", "day of the first purchase"),
    Column("last_on", "date", "day of the last purchase"),
    Column("tenure_days", "integer", "days since the relationship began", "days"),
    Column("occasions", "integer", "days with a purchase, ever"),
    Column("occasions_window", "integer", "days with a purchase in the window"),
    Column("occasions_previous", "integer", "days with a purchase in the window before"),
    Column("revenue", "money", "sums of orders less returns, ever", _MONEY),
    Column("revenue_window", "money", "the same in the window", _MONEY),
    Column("revenue_previous", "money", "the same in the window before", _MONEY),
    Column("revenue_earlier", "money", "the same in the window before that", _MONEY),
    Column("returns_window", "money", "returned in the window", _MONEY),
    Column(
        "margin_window",
        "money",
        "revenue less direct cost in the window; empty: no direct cost known",
        _MONEY,
    ),
    Column(
        "cost_to_serve_window", "money", "priced time and expenses in the window; empty: none known", _MONEY
    ),
    Column("net_contribution", "money", "margin (or revenue) less cost to serve (if known), ever", _MONEY),
    Column("net_contribution_window", "money", "the same in the window", _MONEY),
    Column("net_contribution_previous", "money", "the same in the window before", _MONEY),
    Column("mean_order", "money", "mean sum of a purchase", _MONEY),
    Column("median_order", "money", "median sum of the last purchases that make the rhythm", _MONEY),
    Column("service_lines", "integer", "kinds of service ever bought; empty: kinds not given"),
)
RHYTHM = (
    Column("intervals", "integer", "intervals that make the rhythm"),
    Column(
        "typical_interval",
        "number",
        "usual interval: median, or shrunk to the company's with fewer than 2",
        "days",
    ),
    Column("interval_mad", "number", "median absolute deviation of the intervals", "days"),
    Column("expected_next_on", "date", "day on which the next purchase is usual"),
    Column("days_since_last", "integer", "days since the last purchase", "days"),
    Column("overdue_ratio", "number", "days since the last purchase ÷ usual interval"),
    Column(
        "comeback_on", "date", "day of the last purchase after a pause that long that the client was lost"
    ),
    Column("comeback_interval", "integer", "length of that pause", "days"),
)
OUTLOOK = (
    Column("p_alive", "number", "probability that the client still buys from us; empty: not identified"),
    Column("p_order", "number", "probability of a purchase within the next recent days (90)"),
    Column("expected_orders", "number", "purchases expected within the horizon"),
    Column("expected_spend", "money", "expected sum of a purchase", _MONEY),
    Column("expected_revenue", "money", "revenue expected within the horizon", _MONEY),
    Column("expected_cost", "money", "cost expected with it; empty: no cost known", _MONEY),
    Column(
        "residual_value",
        "money",
        "all revenue still expected, later money discounted; empty: leaving not identified",
        _MONEY,
    ),
)
JUDGEMENT = (
    Column("share", "number", "part of the company's revenue in the window"),
    Column("revenue_rank", "integer", "place by revenue in the window"),
    Column("abc", "code", "class by cumulated revenue", allowed=ABC),
    Column("regular", "boolean", "regular client by the company's own definition"),
    Column("stage", "code", "life-cycle stage", allowed=STAGES),
    Column("stage_reason", "code", "why this stage"),
    Column("ended_on", "date", "day the relationship was declared ended"),
    Column("loyalty", "code", "loyalty level", allowed=LOYALTY_LEVELS),
    Column("loyalty_reason", "code", "why this level"),
    Column("loyalty_missing", "codes", "what the next level asks for"),
    Column("loyalty_assumed", "boolean", "level from behaviour only: nobody asked the client"),
    Column("by_compulsion", "boolean", "regular by compulsion"),
    Column("rating_last", "number", "mean of the last quality, relations and solving marks", "mark 1–5"),
    Column("nps_last", "number", "last answer to the recommendation question", "mark 0–10"),
    Column("share_of_wallet", "number", "revenue in the window ÷ yearly potential"),
    Column("complaints_open", "integer", "open complaints not decided against the client"),
    Column("partner_acts", "integer", "acts of a partner in the window"),
    Column("score_orders", "number", "frequency, revenue and margin among all clients", "0–100"),
    Column("score_business", "number", "stability, age and trend of the client's business", "0–100"),
    Column("score_history", "number", "tenure, kept payments, complaints settled", "0–100"),
    Column("score_loyalty", "number", "loyalty level and referrals", "0–100"),
    Column("score_need", "number", "part of the yearly potential that we do not yet serve", "0–100"),
    Column("score_values", "number", "likeness of values, conflicts", "0–100"),
    Column("attractiveness", "number", "weighted mean of the scores that could be computed", "0–100"),
    Column("confidence", "number", "weight of the scores that could be computed ÷ weight of all"),
    Column("debt_overdue", "money", "owed and past the due day; empty: no invoices given", _MONEY),
    Column("debt_days", "integer", "days that the oldest of it is overdue", "days"),
    Column("on_time_part", "number", "part of the judged invoices that was paid on time"),
    Column("invoices_judged", "integer", "invoices due in the window and the one before"),
    Column("obligations_broken", "integer", "obligations broken in the window; empty: no acts given"),
    Column("group", "code", "proposed group", allowed=GROUPS),
    Column("group_reason", "code", "the first rule that held"),
    Column("guards", "codes", "what protects the client from being fired"),
)

CLIENTS_OUT = TableSpec(
    "clients",
    "The judgement on every client on one day.",
    (*BASICS, *RHYTHM, *OUTLOOK, *JUDGEMENT),
)

SIGNALS_OUT = TableSpec(
    "signals",
    "Every signal that is raised on that day, with its evidence.",
    (
        Column("client_id", "id", "the client", required=True),
        Column("code", "code", "the signal", required=True),
        Column("severity", "integer", "1 note, 2 warning, 3 alarm", required=True),
        Column(
            "first_on", "date", "first day it would have been raised without a break until now", required=True
        ),
        Column("observed", "number", "what was found (per signal, see the table of signals)"),
        Column("expected", "number", "what was to be expected"),
        Column("threshold", "number", "where it alarms"),
        Column("observations", "integer", "events it was judged on"),
        Column("looks", "number", "looks per year among which the false-alarm rate is shared out"),
        Column("at_stake", "money", "money at stake: expected revenue, else revenue of the window", _MONEY),
    ),
)

OUTPUTS: dict[str, TableSpec] = {spec.name: spec for spec in (CLIENTS_OUT, SIGNALS_OUT)}
