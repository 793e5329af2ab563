"""Signals that an assessment raises, day after day, without seeing what comes later."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bench.judging import judged
from vernost.engine import Settings
from vernost.engine.simulate import Simulated


@dataclass(frozen=True)
class Raised:
    """A signal was up for a client on that day."""

    client: str
    code: str
    day: date


def weekly(last: date, weeks: int) -> list[date]:
    """So many days a week apart, the last of them `last`."""
    return [last - timedelta(weeks=back) for back in reversed(range(weeks))]


def raised(company: Simulated, days: Sequence[date], settings: Settings) -> list[Raised]:
    """Every signal of every client on each of the days."""
    return [
        Raised(str(client), str(code), day)
        for day in days
        for client, code in zip(*_signals(company, day, settings), strict=True)
    ]


def _signals(company: Simulated, day: date, settings: Settings) -> tuple[list[object], list[object]]:
    signals = judged(company.tables, day, settings).signals
    return signals["client_id"].to_pylist(), signals["code"].to_pylist()
