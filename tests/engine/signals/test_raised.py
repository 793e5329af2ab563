"""Every signal of D1–D7: raised for whom, on which first day, on what evidence; and not raised for whom it must not."""

from math import log

import pytest

from tests.engine.cast import Judged, day
from vernost.engine.codes import SIGNAL_BY_CODE, SIGNALS

# client, signal, the first day it would have been raised (days ago), what was observed
FACTS = [
    ("refuses", "trifle_refused", 80, 2),
    ("complains", "complaint_open", 40, 2),  # the one closed is none; the undecided one counts
    ("rates low", "rating_low", 60, (2 + 4) / 2),  # by the marks, not by the day of the good NPS answer
    ("advises nobody", "rating_low", 50, 6),
    ("contact new", "contact_changed", 30, 1),
    ("management new", "management_changed", 30, 1),
    ("ownership new", "ownership_changed", 30, 1),
    ("strategy new", "strategy_changed", 30, 1),
    ("market new", "market_changed", 30, 1),
    ("same pair", "same_pair", 1200 - 1095, 1200),
    ("loses", "loss_making", 10, 12 * (100 - 101)),
    ("insists", "loss_making", 33, 1),
    ("works us free", "free_work", 100, 3),  # the second of three was one too many
    ("other values", "values_conflict", 300, 1),
    ("to be ended", "decide_quickly", 100, 2),
    ("untouched", "no_touch", 0, 91),
    ("never heard of", "no_touch", 520 - 91, 520),  # from the first purchase on
    ("promised", "promise_open", 0, 15),
    ("asked in vain", "inquiry_unanswered", 0, 4),
    ("no word", "no_feedback", 0, 15),
    ("tries", "new_service", 45, 1),
    ("glad", "ready_to_recommend", 25, 9),
    ("recommends", "ready_to_recommend", 35, 1),
]
# client, test, the sign of what is observed
TRENDS = [
    ("reacts less", "reaction_falls", -1),
    ("answers slower", "answers_slower", 1),
    ("moody", "mood_falls", -1),
    ("shrinks", "orders_shrink", -1),
    ("grows", "orders_grow", 1),
    ("rarer", "orders_rarer", 1),
    ("closer", "orders_closer", -1),
    ("pays later", "pays_later", 1),
    ("costs more", "cost_rises", 1),
]
# client, test, events in the recent 90 days, events in the days before
RATES = [
    ("avoids", "avoids_contact", 0, 40),
    ("complains more", "complaints_rise", 4, 0),
    ("returns more", "returns_rise", 4, 0),
    ("asks", "asks_more", 6, 1),
    ("drops extras", "extras_dropped", 0, 39),
]
NOT_RAISED = [
    ("refused long ago", "trifle_refused"),  # 90 days ago is not among the last 90 days
    ("complained wrongly", "complaint_open"),
    ("two pairs", "same_pair"),
    ("touched", "no_touch"),
    ("promised lately", "promise_open"),
    ("asked now", "inquiry_unanswered"),
]


@pytest.mark.parametrize(("client", "code", "ago", "observed"), FACTS)
def test_facts(warned: Judged, client, code, ago, observed):
    row = warned.signals[client, code]

    assert row["first_on"] == day(ago)
    assert row["observed"] == pytest.approx(observed)
    assert row["severity"] == SIGNAL_BY_CODE[code].severity


@pytest.mark.parametrize(("client", "code", "sign"), TRENDS)
def test_trends(warned: Judged, client, code, sign):
    row = warned.signals[client, code]

    assert row["observed"] * sign >= row["threshold"] * sign > 0
    assert row["observations"] in (10, 12, 18)
    assert row["first_on"] <= day(0)


@pytest.mark.parametrize(("client", "code", "recent", "before"), RATES)
def test_rates(warned: Judged, client, code, recent, before):
    row = warned.signals[client, code]

    assert (row["observed"], row["observations"]) == (recent, recent + before)
    # The client is with us for 520 days: the window before the recent days is whole.
    assert row["expected"] == pytest.approx(before * 90 / 365)
    beyond = row["observed"] - row["threshold"]
    assert beyond >= 0 if recent > row["expected"] else beyond <= 0


@pytest.mark.parametrize(("client", "code"), NOT_RAISED)
def test_not_raised(warned: Judged, client, code):
    assert code not in warned.codes(client)


def test_who_buys_the_same_every_month_raises_nothing(warned: Judged):
    assert {client: warned.codes(client) for client in warned.clients if client.startswith("steady")} == {
        f"steady {number}": set() for number in range(12)
    }


def test_a_correlation_is_that_of_the_logarithm_with_the_place(warned: Judged):
    # Sums fall by a tenth each time: their logarithm lies on a line.
    assert warned.signals["shrinks", "orders_shrink"]["observed"] == pytest.approx(-1, abs=1e-6)
    # Intervals of the last ten purchases: 15, 20 … 60.
    logs = [log(10 + 5 * step) for step in range(11)][-10:]
    mean, middle = sum(logs) / 10, 4.5
    covariance = sum((value - mean) * (place - middle) for place, value in enumerate(logs))
    spread = sum((value - mean) ** 2 for value in logs) * sum((place - middle) ** 2 for place in range(10))
    assert warned.signals["rarer", "orders_rarer"]["observed"] == pytest.approx(covariance / spread**0.5)


def test_silence_is_longer_than_the_own_intervals_allow(warned: Judged):
    row = warned.signals["silent", "silent"]

    assert (row["observed"], row["expected"], row["observations"]) == (63, 7, 12)
    assert 7 < row["threshold"] < 63
    assert row["first_on"] == day(63 - int(row["threshold"]) - 1)


def test_a_fall_that_nothing_explains(warned: Judged):
    assert "falls_unexplained" in warned.codes("shrinks")
    assert warned.signals["shrinks", "falls_unexplained"]["first_on"] == min(
        row["first_on"]
        for (client, code), row in warned.signals.items()
        if client == "shrinks" and code in ("orders_shrink", "orders_rarer", "silent")
    )


def test_the_money_at_stake_is_the_expected_revenue(warned: Judged):
    for (client, _code), row in warned.signals.items():
        assert row["at_stake"] == warned.clients[client]["expected_revenue"]


def test_every_declared_signal_occurs_and_no_other(warned: Judged):
    here = {code for _client, code in warned.signals}

    assert here == {signal.code for signal in SIGNALS} - {"dependence"}  # nobody here is that large
