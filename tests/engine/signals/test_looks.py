"""How often a trend is looked at: with every event, and only then."""

from collections.abc import Sequence

import pyarrow as pa
import pytest

from tests.engine.cast import Firm, after
from vernost.engine import Settings
from vernost.engine.signals import trend


def looks(days: Sequence[int]) -> int:
    events = pa.table(
        {
            "client_id": ["a"] * len(days),
            "day": pa.array(days, pa.int32()),
            "value": [float(place % 3) for place in range(len(days))],
        }
    )
    (row,) = after(lambda table: trend.correlations(trend.placed(table), Settings()), events)
    assert row["last_day"] == max(days)
    return int(row["looks"])


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (range(0, 300, 30), 10),
        # more events a year than the trend looks at: every one of them is a look
        (range(0, 364, 7), 52),
        # only the year up to the last event counts, that of 365 days before no more
        ((0, 365, 400, 500, 600, 700, 729), 6),
        ((0, 365, 400, 500, 600, 700, 730), 5),
        # two events of one day are one look
        ((1, 1, 40, 80, 120, 160), 5),
    ],
)
def test_every_event_of_the_last_year_with_events_is_a_look(days: Sequence[int], expected: int) -> None:
    assert looks(days) == expected


def answered(firm: Firm, client: str, asked: int, came: int) -> Firm:
    columns = {"at": asked, "answered_at": came, "direction": "out", "kind": "letter", "outcome": "answered"}
    return firm.add("interactions", client, **columns)


def test_answers_are_taken_in_the_order_in_which_they_came() -> None:
    # Asked every 20 days; the answers take 1, 2, 4 … days. Six letters of long ago, answered at once, come first.
    firm = Firm()
    for place in range(20):
        firm.buys(f"other-{place}", *range(place, 700, 35))
    for client in ("slower", "late"):
        firm.buys(client, *range(3, 700, 30))
        for place in range(6):
            answered(firm, client, 320 - 20 * place, 319 - 20 * place)
    for place in range(6):
        asked = 190 - 25 * place
        answered(firm, "slower", asked, asked - 2 ** (place + 1))
        # The same delays, but the longest-delayed letter was asked first: its answer is the last to come.
        answered(firm, "late", 100 - 2 * place, 100 - 2 * place - 2 ** (6 - place))
    judged = firm.judged()
    assert "answers_slower" in judged.codes("slower")
    assert judged.signals[("slower", "answers_slower")]["observations"] == 12
    # Asked in the order 100, 98, …; came in the order …, 98, 100: slower and slower as they come.
    assert "answers_slower" in judged.codes("late")
