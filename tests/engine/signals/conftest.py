"""One firm with a client for every signal, judged once. What each of them does is worked out where it is asserted.

The firm is steady: clients “steady 0 …” buy every 30 days for the same sum, hear from us and are content.
"""

import pytest

from tests.engine.cast import Firm, Judged
from vernost.engine import Settings

#: every 30 days for a year and a half, the last time 10 days ago
MONTHLY = tuple(range(10, 550, 30))
WEEKLY = tuple(range(3, 300, 7))


@pytest.fixture(scope="session")
def warned() -> Judged:
    firm = Firm()
    for number in range(12):
        firm.buys(f"steady {number}", *MONTHLY, amount=1000, service_line="law", is_extra=False)
        firm.add("interactions", f"steady {number}", at=5, direction="out", kind="call", person=f"P{number}")
    _unhappy(firm)
    _difficulty(firm)
    _change_and_chance(firm)
    _ending(firm)
    _inattention(firm)
    return firm.judged(Settings(hourly_rate=60))


def _client(firm: Firm, name: str, *, contact: int | None = 5) -> str:
    """A monthly buyer about whom nothing is wrong; the last word with him was `contact` days ago."""
    firm.buys(name, *MONTHLY, amount=100, service_line="law")
    if contact is not None:
        firm.add("interactions", name, at=contact, direction="out", kind="call")
    return name


def _unhappy(firm: Firm) -> None:
    name = _client(firm, "reacts less")
    for place in range(12):
        outcome = "answered" if place < 6 else "refused"
        firm.add("interactions", name, at=200 - 10 * place, direction="out", kind="offer", outcome=outcome)
    name = _client(firm, "answers slower")
    for place in range(12):
        ago = 200 - 10 * place
        firm.add(
            "interactions",
            name,
            at=ago,
            direction="out",
            kind="letter",
            outcome="answered",
            answered_at=ago - place // 2,
        )
    name = _client(firm, "moody")
    for place in range(10):
        firm.add("interactions", name, at=100 - 10 * place, direction="in", kind="call", mood=2 - place // 2)
    name = _client(firm, "avoids")
    for place in range(40):
        firm.add("interactions", name, at=90 + 6 * place, direction="in", kind="call")
    firm.add("acts", _client(firm, "refuses"), on=80, kind="trifle_refused")
    firm.add("acts", "refuses", on=20, kind="trifle_refused")
    firm.add("acts", _client(firm, "refused long ago"), on=90, kind="trifle_refused")
    name = _client(firm, "complains")
    firm.add("complaints", name, opened_on=40, justified=True)
    firm.add("complaints", name, opened_on=20)
    firm.add("complaints", name, opened_on=60, closed_on=50, justified=True)
    firm.add("complaints", _client(firm, "complained wrongly"), opened_on=40, justified=False)
    name = _client(firm, "complains more")
    for ago in (80, 60, 40, 20):
        firm.add("complaints", name, opened_on=ago, closed_on=ago - 1)
    name = _client(firm, "returns more")
    for ago in (70, 55, 35, 15):
        firm.buys(name, ago, amount=-5)
    name = _client(firm, "rates low")
    firm.add("ratings", name, at=70, measure="quality", value=2.0)
    firm.add("ratings", name, at=60, measure="relations", value=4.0)
    firm.add("ratings", name, at=6, measure="nps", value=8.0)
    name = _client(firm, "advises nobody")
    firm.add("ratings", name, at=50, measure="nps", value=6.0)
    firm.add("ratings", name, at=6, measure="quality", value=4.0)


def _difficulty(firm: Firm) -> None:
    for place, ago in enumerate(reversed(MONTHLY)):
        firm.buys("shrinks", ago, amount=1000 * 0.9**place).buys("grows", ago, amount=100 * 1.1**place)
    # Intervals of 10, 15 … 60 days, from the first purchase on; and the same backwards.
    rarer = [10 + sum(60 - 5 * step for step in range(left)) for left in range(11)]
    closer = [10 + sum(10 + 5 * step for step in range(left)) for left in range(11)]
    firm.buys("rarer", *rarer).buys("closer", *closer)
    firm.buys("silent", *(day + 60 for day in WEEKLY))
    name = _client(firm, "pays later")
    for place in range(10):
        due = 200 - 20 * place
        firm.add("invoices", name, amount=100.0, due_on=due, paid_on=due - place)
    name = _client(firm, "drops extras")
    firm.buys(name, *range(90, 400, 8), amount=10, is_extra=True)
    for name in ("shrinks", "grows", "rarer", "closer", "silent"):
        firm.add("interactions", name, at=5, direction="out", kind="call")


def _change_and_chance(firm: Firm) -> None:
    for kind in ("contact", "management", "ownership", "strategy", "market"):
        firm.add("acts", _client(firm, f"{kind} new"), on=30, kind=f"{kind}_changed")
    for name, people in (("same pair", ["Ann"]), ("two pairs", ["Ann", "Bob"])):
        _client(firm, name)
        for person in people:
            for ago in (1200, 600, 10):
                firm.add("interactions", name, at=ago, direction="out", kind="call", person=person)
    name = _client(firm, "asks")
    for ago in (100, 80, 70, 50, 40, 30, 20):
        firm.add("interactions", name, at=ago, direction="in", kind="inquiry", answered_at=ago)
    firm.buys(_client(firm, "tries"), 45, amount=100, service_line="tax")
    firm.add("ratings", _client(firm, "glad"), at=25, measure="nps", value=9.0)
    firm.add("acts", _client(firm, "recommends"), on=35, kind="recommendation")


def _ending(firm: Firm) -> None:
    firm.buys("loses", *MONTHLY, amount=100, direct_cost=101, service_line="law")
    firm.add("interactions", "loses", at=5, direction="out", kind="call")
    firm.add("acts", _client(firm, "insists"), on=33, kind="loss_making_terms")
    name = _client(firm, "costs more")
    for place in range(10):
        firm.add("costs", name, on=200 - 20 * place, minutes=10.0 * 1.5**place)
    name = _client(firm, "works us free")
    for ago in (200, 100, 50):
        firm.add("interactions", name, at=ago, direction="out", kind="advice", free_of_charge=True)
    firm.add("acts", _client(firm, "other values"), on=300, kind="values_conflict")
    firm.add("acts", _client(firm, "to be ended"), on=300, kind="values_conflict")
    firm.add("acts", "to be ended", on=100, kind="loss_making_terms")


def _inattention(firm: Firm) -> None:
    _client(firm, "untouched", contact=91)
    _client(firm, "touched", contact=90)
    firm.buys("never heard of", *MONTHLY, amount=100)
    name = _client(firm, "promised")
    firm.add("interactions", name, at=15, direction="out", kind="promise")
    firm.add("interactions", name, at=40, direction="out", kind="promise", answered_at=30)
    firm.add("interactions", _client(firm, "promised lately"), at=14, direction="out", kind="promise")
    firm.add("interactions", _client(firm, "asked in vain"), at=4, direction="in", kind="inquiry")
    firm.add("interactions", _client(firm, "asked now"), at=3, direction="in", kind="inquiry")
    firm.buys("no word", *range(15, 550, 30), amount=100)
    firm.add("interactions", "no word", at=16, direction="out", kind="call")
