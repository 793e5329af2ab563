import pytest

from tests.engine.steps.known import judged
from vernost.engine import Settings
from vernost.engine.steps.regular import regular


@pytest.mark.parametrize(
    ("settings", "occasions", "overdue", "answer"),
    [
        (Settings(), 3, 3.0, True),  # both limits belong to it
        (Settings(), 2, 0.1, False),
        (Settings(), 3, 3.01, False),
        (Settings(), None, None, False),  # never bought
        (Settings(), 5, None, False),  # no rhythm known
        (Settings(regular_occasions=5, regular_overdue=1.0), 4, 0.1, False),
        (Settings(regular_occasions=5, regular_overdue=1.0), 5, 1.1, False),
        (Settings(regular_occasions=5, regular_overdue=1.0), 5, 1.0, True),
    ],
)
def test_regular_is_who_bought_enough_and_still_buys(settings, occasions, overdue, answer):
    client = {"occasions": occasions, "overdue_ratio": overdue}

    (row,) = judged(lambda facts: regular(facts, settings), client, drop=("regular",))

    assert row["regular"] is answer
