"""How often a fault is made, and how long at the most."""

from collections.abc import Iterator
from dataclasses import dataclass
from time import monotonic


@dataclass(frozen=True)
class Moments:
    """Numbers from 0, `count` of them or fewer: none begins when `minutes` have passed since the first."""

    count: int
    minutes: float | None = None

    def __iter__(self) -> Iterator[int]:
        began = monotonic()
        for moment in range(self.count):
            if self.minutes is not None and monotonic() - began > self.minutes * 60:
                return
            yield moment
