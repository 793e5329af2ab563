"""Every default of the method, a documented field each (assessment.md, articles S0–S4)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

OutlookModel = Literal["mbg_nbd", "bg_nbd", "pareto_nbd"]


@dataclass(frozen=True)
class Settings:
    """The company's own definitions. Days are days, parts are 0–1, marks as the input tables declare them.

    `field.metadata["meaning"]` says in one line what the field decides; the docs' table is made from it.
    """

    # Money
    currency: str = field(default="", metadata={"meaning": "Currency of the company; empty: not stated."})
    exchange_rates: Mapping[str, float] = field(
        default_factory=lambda: MappingProxyType({}),
        metadata={"meaning": "Company currency per unit of each other currency found in the orders."},
    )
    hourly_rate: float | None = field(
        default=None,
        metadata={"meaning": "Price of an hour of our time; empty: minutes are counted, not priced."},
    )
    hourly_rates: Mapping[str, float] = field(
        default_factory=lambda: MappingProxyType({}),
        metadata={"meaning": "Price of an hour by person, before the common rate."},
    )
    discount_rate: float = field(
        default=0.10, metadata={"meaning": "Yearly rate at which later money is worth less."}
    )

    # Time
    window_days: int = field(
        default=365, metadata={"meaning": "Length of the window up to and including the day."}
    )
    horizon_days: int = field(default=365, metadata={"meaning": "How far the outlook looks ahead."})

    # Rhythm and outlook
    rhythm_intervals: int = field(
        default=12, metadata={"meaning": "How many last intervals make the rhythm."}
    )
    outlook_model: OutlookModel = field(
        default="mbg_nbd", metadata={"meaning": "Model of buying and leaving: mbg_nbd, bg_nbd or pareto_nbd."}
    )
    outlook_penalty: float = field(
        default=1.0,
        metadata={"meaning": "Weight of the weak prior that keeps a small firm's fit sane; 0: none."},
    )
    outlook_min_clients: int = field(
        default=10, metadata={"meaning": "With fewer clients who bought, the outlook says: not enough data."}
    )

    # Regular, stage
    regular_occasions: int = field(
        default=3, metadata={"meaning": "Purchases that make a client regular (S2)."}
    )
    regular_overdue: float = field(
        default=3.0, metadata={"meaning": "Silence, in usual intervals, that ends it."}
    )
    slipping_overdue: float = field(
        default=1.5, metadata={"meaning": "Silence, in usual intervals: slipping."}
    )
    slipping_p_alive: float = field(
        default=0.5, metadata={"meaning": "Probability to be alive below: slipping."}
    )
    lost_overdue: float = field(default=3.0, metadata={"meaning": "Silence, in usual intervals: lost."})
    lost_p_alive: float = field(default=0.1, metadata={"meaning": "Probability to be alive below: lost."})

    # Share
    dependence_share: float = field(
        default=0.20, metadata={"meaning": "Part of revenue that is a danger (S2)."}
    )
    abc_a: float = field(default=0.80, metadata={"meaning": "Class A: clients who together give this part."})
    abc_b: float = field(default=0.95, metadata={"meaning": "Classes A and B together give this part."})

    # Loyalty
    satisfied_rating: float = field(
        default=4.0, metadata={"meaning": "Mean of last ratings: satisfied (of 5)."}
    )
    satisfied_nps: float = field(default=7.0, metadata={"meaning": "Last NPS answer: satisfied (of 10)."})
    devoted_rating: float = field(default=4.5, metadata={"meaning": "Mean of last ratings: devoted (of 5)."})
    devoted_nps: float = field(default=9.0, metadata={"meaning": "Last NPS answer: devoted (of 10)."})
    devoted_wallet: float = field(default=0.50, metadata={"meaning": "Share of wallet: devoted."})

    # Attractiveness: weights, in points of 100
    weight_orders: float = field(default=30, metadata={"meaning": "Weight of frequency, revenue and margin."})
    weight_business: float = field(
        default=15, metadata={"meaning": "Weight of the stability of the business."}
    )
    weight_history: float = field(
        default=20, metadata={"meaning": "Weight of the history of the relationship."}
    )
    weight_loyalty: float = field(default=15, metadata={"meaning": "Weight of loyalty."})
    weight_need: float = field(default=10, metadata={"meaning": "Weight of the need we do not yet meet."})
    weight_values: float = field(
        default=10, metadata={"meaning": "Weight of the likeness of values and goals."}
    )

    # Group
    reward_attractiveness: float = field(
        default=70, metadata={"meaning": "Attractiveness from which: reward."}
    )
    debt_days: int = field(
        default=30, metadata={"meaning": "Days overdue after which a debt means discipline."}
    )
    on_time_part: float = field(
        default=0.70, metadata={"meaning": "Part of invoices on time below: discipline."}
    )
    on_time_invoices: int = field(
        default=3, metadata={"meaning": "Invoices needed to judge the part on time."}
    )
    broken_obligations: int = field(
        default=2, metadata={"meaning": "Obligations broken in the window: discipline."}
    )
    guard_new_days: int = field(
        default=365, metadata={"meaning": "Younger clients are not proposed for firing."}
    )

    # Signals
    alarm_rate: float = field(
        default=0.05, metadata={"meaning": "False alarms allowed per client, year and signal."}
    )
    trend_events: int = field(default=24, metadata={"meaning": "How many last events a trend looks at."})
    trend_min_events: int = field(default=6, metadata={"meaning": "Fewer events than this make no trend."})
    recent_days: int = field(default=90, metadata={"meaning": "What counts as recent for acts and rates."})
    low_rating: float = field(default=3.0, metadata={"meaning": "A rating at or below (of 5) is a warning."})
    low_nps: float = field(
        default=6.0, metadata={"meaning": "An NPS answer at or below (of 10) is a warning."}
    )
    same_pair_days: int = field(
        default=1095, metadata={"meaning": "Same person serves the client for so long."}
    )
    touch_days: int = field(default=90, metadata={"meaning": "No contact for so long: inattention (S2)."})
    promise_days: int = field(default=14, metadata={"meaning": "A promise older than this should be kept."})
    answer_days: int = field(
        default=3, metadata={"meaning": "An inquiry older than this should be answered."}
    )
    feedback_days: int = field(default=14, metadata={"meaning": "After an order, feedback is asked within."})
    free_works: int = field(default=2, metadata={"meaning": "Free works in the window that are too many."})
    ending_signals: int = field(
        default=2, metadata={"meaning": "Reasons to end at once: decide quickly (S2)."}
    )

    # Company level
    loyalty_growth: float = field(default=0.05, metadata={"meaning": "The scenario: loyalty grows by (S0)."})
