"""The company of the measurement: about ten orders and ten contacts a client in four years."""

from dataclasses import replace
from datetime import date, timedelta

from vernost.engine.simulate import FIRM, Simulated, simulate

SEED = 3
_YEARS = 4
# The firm of the demo has few clients who come often; here are many who come seldom.
_SELDOM = 7.1
PEOPLE = 40
_COMPANY = replace(
    FIRM,
    name="base",
    archetypes=tuple(
        replace(
            kind,
            interval=(kind.interval[0] * _SELDOM, kind.interval[1] * _SELDOM),
            inquiries=kind.inquiries / 16,
        )
        for kind in FIRM.archetypes
    ),
    touches=0.35,
    offers=0.3,
    rated=0.05,
    people=PEOPLE,
    giant_share=None,
)
_TABLES = ("clients", "orders", "interactions", "invoices", "ratings", "complaints", "acts")


def company(clients: int, until: date) -> Simulated:
    """The four years up to and with `until`."""
    start = until - timedelta(days=round(365.25 * _YEARS))
    return simulate(clients, SEED, start=start, end=until, profile=_COMPANY, only=_TABLES)
