"""Programs timed on their own."""

import sys

import pytest

from bench.timed import Spent, Stopped, alternating, median, timed


def test_the_program_says_what_its_work_took() -> None:
    spent = timed([sys.executable, "-c", "print('{\"work\": 0.25}')"])
    assert spent.work == 0.25
    assert spent.seconds > 0
    assert spent.peak > 1


def test_a_program_that_fails_is_told_with_its_last_words() -> None:
    with pytest.raises(Stopped, match="no orders today"):
        timed([sys.executable, "-c", "raise SystemExit('no orders today')"])


def test_a_program_that_runs_too_long_is_stopped_and_not_run_again() -> None:
    slow = [sys.executable, "-c", "import time; time.sleep(60)"]
    spent = alternating({"slow": slow, "quick": [sys.executable, "-c", "pass"]}, 2, limit=0.5)
    assert isinstance(spent["slow"], Stopped)
    assert isinstance(spent["quick"], Spent)


def test_median_of_the_times_and_highest_of_the_peaks() -> None:
    runs = [Spent(3, 1, 10), Spent(1, 2, 30), Spent(2, 9, 20)]
    assert median(runs) == Spent(2, 2, 30)
