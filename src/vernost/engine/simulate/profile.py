"""What is set for a simulated company: the kinds of client in it and how each behaves."""

from dataclasses import dataclass
from typing import Literal

Leaving = Literal["never", "hazard", "suddenly", "after_decline"]
Beginning = Literal["before", "anytime", "last_year"]


@dataclass(frozen=True)
class Archetype:
    """A kind of client. Ranges are drawn from evenly; shares are 0–1; rates are per year unless said."""

    name: str
    #: part of all clients, relative to the other archetypes
    weight: float = 1.0
    #: before: a client since before `start`; anytime: joins on any day; last_year: in the last 340 days
    begins: Beginning = "before"
    #: never; hazard: each day with the client's own constant risk; suddenly: on a random day of the second
    #: half, without warning; after_decline: at the end of a decline
    leaves: Leaving = "never"
    #: −1 declines before leaving, +1 grows in the last years, 0 stays as it is
    direction: int = 0
    #: days that the decline or the growth takes
    turn_days: tuple[float, float] = (240.0, 420.0)
    #: buys at all; a client that does not is a prospect
    buys: bool = True
    #: days between orders: log-uniform between these
    interval: tuple[float, float] = (12.0, 60.0)
    #: when given, order rates are gamma distributed with this shape and mean 1 ÷ interval[0] instead
    rate_gamma: float | None = None
    #: Erlang shape of the intervals, both ends included: 1 is without memory, 8 like a clock
    shape: tuple[int, int] = (2, 8)
    #: when given, the client stays away this many days in the third year and then comes back
    gap_days: float | None = None
    #: times the profile's typical order
    amount: float = 1.0
    #: direct cost as a share of the amount
    cost_share: float = 0.55
    #: our minutes per order
    minutes_per_order: float = 90.0
    #: the client's mean days of payment after the due day
    late_days: tuple[float, float] = (-12.0, -5.0)
    #: invoices that are never paid
    unpaid: float = 0.0
    #: orders with an extra service beside the main one
    extras: float = 0.35
    #: orders of which a part comes back
    returns: float = 0.02
    complaints: float = 0.15
    inquiries: float = 4.0
    #: mean mood of contacts, −2 … 2
    mood: float = 0.9
    #: offers that are answered
    answers: float = 0.75
    #: ratings: mean on the scale 1–5
    rating: float = 4.4
    #: part of our contacts that is work for nothing
    free_work: float = 0.02
    #: rates of the acts that help or harm (referral, obligation_broken, …)
    acts: tuple[tuple[str, float], ...] = ()
    compelled: bool = False
    promising: bool = False
    #: the group in which the assessment puts such a client unless a guard holds, where that is clear
    expected_group: str | None = None


@dataclass(frozen=True)
class Profile:
    """A kind of company. Money in company currency."""

    name: str
    archetypes: tuple[Archetype, ...]
    #: ids are text ("C017") or whole numbers, which are faster to write and to group
    text_ids: bool = True
    weekdays_only: bool = False
    #: mean order of a middling client
    typical_amount: float = 400.0
    #: spread of the clients' mean orders: standard deviation of the logarithm
    amount_sigma: float = 0.7
    #: when given, the clients' means are inverse-gamma with this shape instead: the world of Gamma-Gamma
    amount_q: float | None = None
    #: shape of the gamma distribution of a client's orders around its mean; higher is steadier
    amount_shape: float = 6.0
    #: mean days until a client under a constant risk leaves, and the gamma shape of the risk among clients
    lifetime: tuple[float, float] = (900.0, 2.0)
    #: part of the revenue that the first client gives, when one client is to be big
    giant_share: float | None = None
    #: our contacts with a client, and offers among them, per year
    touches: float = 6.0
    offers: float = 5.0
    #: orders that have an invoice of their own
    invoiced: float = 1.0
    #: ratings after this part of the orders
    rated: float = 0.25
    #: our people; each client has one of them as its owner
    people: int = 8
