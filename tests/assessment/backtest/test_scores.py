"""One signal against one past, worked out by hand: four clients, two days."""

from datetime import date

import numpy as np
import pyarrow as pa
import pytest

from vernost.assessment.backtest.alarms import Alarms
from vernost.assessment.backtest.fates import fates
from vernost.assessment.backtest.ledger import Ledger, day_number
from vernost.assessment.backtest.past_days import past_days
from vernost.assessment.backtest.scores import score

MARCH, JUNE = date(2024, 3, 31), date(2024, 6, 30)
# 1 gives 100 in January 2024 and nothing after; 2 gives 100 every January; 3 falls from 100 to 40; 4 leaves as well.
ORDERS = [
    (1, date(2024, 1, 10), 100),
    (2, date(2024, 1, 10), 100), (2, date(2025, 1, 10), 100),
    (3, date(2024, 1, 10), 100), (3, date(2025, 1, 10), 40),
    (4, date(2024, 1, 10), 300),
]  # fmt: skip


@pytest.fixture
def ledger():
    client, day, amount = zip(*ORDERS, strict=True)
    return Ledger(pa.table({"client_id": client, "ordered_on": pa.array(day), "amount": amount}), {})


def test_fates_by_hand(ledger):
    became = fates(ledger, [MARCH, JUNE])

    assert became.judged.all()
    assert became.left.tolist() == [[True] * 2, [False] * 2, [False] * 2, [True] * 2]
    assert became.fell.tolist() == [[True] * 2, [False] * 2, [True] * 2, [True] * 2]
    assert not became.grew.any()
    # The order of 10 January 2024 leaves the year on 9 January 2025: the first week after 31 March that shows it is
    # the 41st, 12 January 2025.
    assert became.fell_day[0, 0] == day_number(MARCH) + 41 * 7 == day_number(date(2025, 1, 12))


def test_score_by_hand(ledger):
    """1 is flagged on both days, 2 on the second, 3 never, 4 on the second: three alarms, two came true, one in vain,
    one fall missed.
    """
    raised = np.array([[True, True], [False, True], [False, False], [False, True]])
    age = np.where(raised, 30, 0)

    found = score("silent", Alarms(raised, age), fates(ledger, [MARCH, JUNE]), ledger.clients, [MARCH, JUNE])

    assert (found.flagged, found.came, found.vain, found.missed) == (3, 2, 1, 1)
    # 1: from 1 March 2024 (30 days before) to 12 January 2025 are 317 days. 4: seen 31 May 2024; the first week after
    # 30 June that shows it is the 28th, 12 January 2025: 226 days. Their median is 271.5.
    assert found.lead_days == 271.5
    assert found.named["came"] == [
        [4, "2024-06-30", "left", 226, 300.0],
        [1, "2024-03-31", "left", 317, 100.0],
    ]
    assert found.named["vain"] == [[2, "2024-06-30", "vain", None, 100.0]]
    assert found.named["missed"] == [[3, "2024-03-31", "fell", None, 100.0]]


def test_a_signal_never_raised_misses_every_fall(ledger):
    found = score("silent", None, fates(ledger, [MARCH, JUNE]), ledger.clients, [MARCH, JUNE])

    assert (found.flagged, found.missed, found.lead_days) == (0, 3, None)


@pytest.mark.parametrize(
    ("first", "as_of", "days"),
    [
        (date(2023, 1, 1), date(2025, 4, 1), [date(2024, 3, 31)]),
        (date(2023, 1, 2), date(2025, 3, 30), []),
        (date(2022, 12, 31), date(2025, 3, 31), [date(2023, 12, 31), date(2024, 3, 31)]),
    ],
)
def test_days_need_a_year_on_either_side(first, as_of, days):
    assert past_days(first, as_of) == days
