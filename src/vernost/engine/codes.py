"""Codes of groups, stages, levels, reasons and signals. Words for them live in the translations, not here."""

from dataclasses import dataclass
from typing import Literal

GROUPS = ("reward", "manage", "discipline", "fire")
STAGES = (
    "aware",
    "interested",
    "first_order",
    "repeat",
    "regular",
    "slipping",
    "lost",
    "ended",
    "won_back",
)
LOYALTY_LEVELS = ("none", "satisfaction", "devotion", "partnership")
COMPONENTS = ("orders", "business", "history", "loyalty", "need", "values")
ABC = ("A", "B", "C")

Area = Literal["unhappy", "difficulty", "change", "dependence", "ending", "inattention", "chance"]
Kind = Literal["trend", "rate", "state", "act"]


@dataclass(frozen=True)
class Reason:
    """Why a judgement is as it is: a code and the columns of `clients` that hold its numbers."""

    code: str
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Signal:
    """A finding. `trend` and `rate` are tests with a known false-alarm rate; `state` and `act` are facts.

    `observed`, `expected` and `threshold` say what the evidence columns of the same name hold.
    """

    code: str
    area: Area
    kind: Kind
    severity: int
    needs: tuple[str, ...]
    observed: str
    expected: str = ""
    threshold: str = ""


GROUP_REASONS = (
    Reason("net_loss_both_windows", ("net_contribution_window", "net_contribution_previous")),
    Reason("net_loss_since_start", ("net_contribution", "tenure_days")),
    Reason("debt_overdue", ("debt_overdue", "debt_days")),
    Reason("pays_late", ("on_time_part", "invoices_judged")),
    Reason("obligations_broken", ("obligations_broken",)),
    Reason("attractive", ("attractiveness", "confidence", "net_contribution_window")),
    Reason("not_attractive_enough", ("attractiveness", "confidence")),
    Reason("attractive_but_lost", ("attractiveness", "overdue_ratio", "p_alive")),
    Reason("attractive_but_no_contribution", ("attractiveness", "net_contribution_window")),
    Reason("guarded_from_firing", ("guards", "net_contribution_window", "net_contribution_previous")),
    Reason("nothing_to_judge", ()),
)
GUARDS = (
    Reason("new_client", ("tenure_days",)),
    Reason("promising", ()),
    Reason("pays_off_ahead", ("expected_revenue", "expected_cost")),
    Reason("growing", ("revenue_window", "revenue_previous", "revenue_earlier")),
)
STAGE_REASONS = (
    Reason("no_order_no_contact"),
    Reason("no_order_but_contact"),
    Reason("one_order", ("occasions", "first_on")),
    Reason("too_few_orders", ("occasions",)),
    Reason("buys_in_rhythm", ("occasions", "overdue_ratio")),
    Reason("late_for_rhythm", ("overdue_ratio", "typical_interval", "days_since_last")),
    Reason("probably_gone", ("p_alive", "days_since_last")),
    Reason("silent_too_long", ("overdue_ratio", "typical_interval", "days_since_last")),
    Reason("surely_gone", ("p_alive", "days_since_last")),
    Reason("declared_ended", ("ended_on",)),
    Reason("bought_after_pause", ("comeback_on", "comeback_interval")),
    Reason("bought_after_end", ("ended_on", "last_on")),
)
LOYALTY_REASONS = (
    Reason("no_order"),
    Reason("complaint_open", ("complaints_open",)),
    Reason("ratings_low", ("rating_last", "nps_last")),
    Reason("ratings_good", ("rating_last", "nps_last")),
    Reason("bought_without_complaint", ("occasions",)),
    Reason("gone_without_a_word", ("days_since_last", "overdue_ratio")),
    Reason("regular_and_devoted_by_ratings", ("rating_last", "nps_last", "occasions")),
    Reason("regular_and_devoted_by_wallet", ("share_of_wallet", "occasions")),
    Reason("acts_as_partner", ("partner_acts",)),
)
# What a client lacks for the next level of loyalty.
LOYALTY_MISSING = (
    "first_order",
    "settled_complaint",
    "good_rating",
    "regular_buying",
    "devoted_rating_or_wallet",
    "no_comparing",
    "partner_act",
)

SIGNALS: tuple[Signal, ...] = (
    # D1 the client is unhappy
    Signal("reaction_falls", "unhappy", "trend", 2, ("interactions",), "correlation of reaction with order of contacts", "0", "correlation"),
    Signal("answers_slower", "unhappy", "trend", 2, ("interactions",), "correlation of log days to answer", "0", "correlation"),
    Signal("mood_falls", "unhappy", "trend", 2, ("interactions",), "correlation of mood with order of contacts", "0", "correlation"),
    Signal("avoids_contact", "unhappy", "rate", 2, ("interactions",), "contacts from the client, recent days", "same days at the earlier rate", "largest number that alarms"),
    Signal("trifle_refused", "unhappy", "act", 2, ("acts",), "refusals on a trifle, recent days"),
    Signal("complaint_open", "unhappy", "state", 3, ("complaints",), "open complaints", "", "0"),
    Signal("complaints_rise", "unhappy", "rate", 3, ("complaints",), "complaints, recent days", "same days at the earlier rate", "smallest number that alarms"),
    Signal("returns_rise", "unhappy", "rate", 2, ("orders",), "returns, recent days", "same days at the earlier rate", "smallest number that alarms"),
    Signal("rating_low", "unhappy", "state", 3, ("ratings",), "last rating (of 5) or NPS answer (of 10)", "", "low_rating or low_nps"),
    # D2 the client is in difficulty
    Signal("orders_shrink", "difficulty", "trend", 2, ("orders",), "correlation of log sum with order of purchases", "0", "correlation"),
    Signal("orders_rarer", "difficulty", "trend", 2, ("orders",), "correlation of log interval with order of purchases", "0", "correlation"),
    Signal("silent", "difficulty", "trend", 3, ("orders",), "days since the last purchase", "typical interval", "days of silence that alarm"),
    Signal("pays_later", "difficulty", "trend", 2, ("invoices",), "correlation of days late with order of invoices", "0", "correlation"),
    Signal("extras_dropped", "difficulty", "rate", 1, ("orders",), "extra services, recent days", "same days at the earlier rate", "largest number that alarms"),
    # D3 the client wants change
    Signal("same_pair", "change", "state", 1, ("interactions",), "days served by the same person with nothing new bought", "", "same_pair_days"),
    Signal("contact_changed", "change", "act", 2, ("acts",), "acts, recent days"),
    Signal("management_changed", "change", "act", 2, ("acts",), "acts, recent days"),
    Signal("ownership_changed", "change", "act", 3, ("acts",), "acts, recent days"),
    Signal("strategy_changed", "change", "act", 2, ("acts",), "acts, recent days"),
    Signal("market_changed", "change", "act", 1, ("acts",), "acts, recent days"),
    # D4 we depend on the client
    Signal("dependence", "dependence", "state", 3, ("orders",), "part of revenue", "", "dependence_share"),
    # D5 consider ending
    Signal("falls_unexplained", "ending", "trend", 2, ("orders",), "correlation of log sum with order of purchases, while nothing explains the fall", "0", "correlation"),
    Signal("loss_making", "ending", "state", 3, ("orders", "acts"), "margin of the window, or acts of insisting on loss-making terms", "", "0"),
    Signal("cost_rises", "ending", "trend", 2, ("costs", "interactions"), "correlation of log effort with order of events", "0", "correlation"),
    Signal("free_work", "ending", "state", 1, ("interactions",), "works free of charge in the window", "", "free_works"),
    Signal("values_conflict", "ending", "act", 3, ("acts",), "acts in the window"),
    Signal("decide_quickly", "ending", "state", 3, ("orders", "acts"), "reasons to end at once", "", "ending_signals"),
    # D6 we are inattentive
    Signal("no_touch", "inattention", "state", 2, ("interactions",), "days since the last contact", "", "touch_days"),
    Signal("promise_open", "inattention", "state", 3, ("interactions",), "days since the oldest promise not kept", "", "promise_days"),
    Signal("inquiry_unanswered", "inattention", "state", 3, ("interactions",), "days since the oldest inquiry not answered", "", "answer_days"),
    Signal("no_feedback", "inattention", "state", 1, ("interactions", "ratings"), "days since the last order without a word about it", "", "feedback_days"),
    # D7 a chance
    Signal("orders_grow", "chance", "trend", 1, ("orders",), "correlation of log sum with order of purchases", "0", "correlation"),
    Signal("orders_closer", "chance", "trend", 1, ("orders",), "correlation of log interval with order of purchases", "0", "correlation"),
    Signal("asks_more", "chance", "rate", 1, ("interactions",), "inquiries, recent days", "same days at the earlier rate", "smallest number that alarms"),
    Signal("new_service", "chance", "state", 1, ("orders",), "kinds of service bought for the first time, recent days"),
    Signal("ready_to_recommend", "chance", "state", 1, ("ratings", "acts"), "last NPS answer or recommendations in the window", "", "devoted_nps"),
)  # fmt: skip
SIGNAL_BY_CODE = {signal.code: signal for signal in SIGNALS}
