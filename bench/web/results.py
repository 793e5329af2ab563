"""What was measured, as tables, and each bar with what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from bench.tables import table
from bench.web.asking import Times
from bench.web.pages import BARRED

ONE_P95, MANY_P95, MANY_RATE, SEARCH, RATIO = 40.0, 200.0, 120.0, 1000.0, 1.5


@dataclass(frozen=True)
class Measured:
    """One database: milliseconds of each request by kind of page, for one person and for many."""

    name: str
    alone: Times
    together: Times
    seconds: float

    @property
    def rate(self) -> float:
        return sum(map(len, self.together.values())) / self.seconds


def percentile95(times: Sequence[float]) -> float:
    """The smallest time that 95 of 100 requests do not exceed."""
    ordered = sorted(times)
    return ordered[-(-len(ordered) * 95 // 100) - 1]


def mixed(times: Times) -> list[float]:
    """The requests of all pages that the bars speak of."""
    return [one for kind in BARRED for one in times.get(kind, [])]


def by_page(measured: Measured) -> str:
    """A row for each kind of page."""
    rows: list[Sequence[object]] = []
    for kind, times in measured.alone.items():
        crowd = measured.together.get(kind)
        rows.append(
            (
                kind,
                median(times),
                percentile95(times),
                median(crowd) if crowd else None,
                percentile95(crowd) if crowd else None,
                len(crowd) / measured.seconds if crowd else None,
            )
        )
    alone, together = mixed(measured.alone), mixed(measured.together)
    rows.append(
        (
            "mixed",
            median(alone),
            percentile95(alone),
            median(together),
            percentile95(together),
            measured.rate,
        )
    )
    head = ("page", "one person: p50, ms", "p95, ms", "16 people: p50, ms", "p95, ms", "requests/s")
    return table(head, rows)


def bars(measured: Measured) -> str:
    """Each bar of one database."""
    slowest = max(BARRED, key=lambda kind: percentile95(measured.alone[kind]))
    alone, together = percentile95(mixed(measured.alone)), percentile95(mixed(measured.together))
    found = measured.alone.get("search everywhere")
    lines: tuple[tuple[str, float, bool], ...] = (
        (f"one person, mixed, p95 ≤ {ONE_P95:.0f} ms", alone, alone <= ONE_P95),
        (
            f"one person, slowest page ({slowest}), p95 ≤ {ONE_P95:.0f} ms",
            percentile95(measured.alone[slowest]),
            percentile95(measured.alone[slowest]) <= ONE_P95,
        ),
        (f"16 people, requests/s ≥ {MANY_RATE:.0f}", measured.rate, measured.rate >= MANY_RATE),
        (f"16 people, p95 ≤ {MANY_P95:.0f} ms", together, together <= MANY_P95),
    )
    if found:
        seconds = percentile95(found)
        lines = (*lines, (f"search everywhere, p95 ≤ {SEARCH:.0f} ms", seconds, seconds <= SEARCH))
    return table(("bar", "measured", "met"), [(text, value, _word(met)) for text, value, met in lines])


def ratio(one: Measured, other: Measured) -> str:
    """How many times the p50 of `other` is that of `one`, page by page."""
    rows: list[Sequence[object]] = [
        (kind, median(other.alone[kind]) / median(times)) for kind, times in one.alone.items()
    ]
    whole = median(mixed(other.alone)) / median(mixed(one.alone))
    rows.append((f"mixed ≤ {RATIO}: {_word(whole <= RATIO)}", whole))
    return table((f"{other.name} ÷ {one.name}, p50 of one person", "times"), rows)


def _word(met: bool) -> str:
    return "met" if met else "not met"
