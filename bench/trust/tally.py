"""What a check found, and the table in which it is told."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass
class Tally:
    """`tried` faults; of the rows that should be there `lost` are missing and `doubled` too many; `crashed` processes
    ended by themselves. `notes` says what a reader should know, `counted` how often what happened beside.
    """

    name: str
    tried: int = 0
    lost: int = 0
    doubled: int = 0
    crashed: int = 0
    notes: list[str] = field(default_factory=list)
    counted: Counter[str] = field(default_factory=Counter)

    @property
    def is_clean(self) -> bool:
        return not (self.lost or self.doubled or self.crashed)

    def count(self, what: Iterable[str]) -> None:
        self.counted.update(what)

    def compare(self, expected: Mapping[str, int], found: Mapping[str, int]) -> None:
        """Counts by table; names in the notes what differs."""
        for table in sorted(expected.keys() | found.keys()):
            more = found.get(table, 0) - expected.get(table, 0)
            if more:
                self.notes.append(f"{table}: {more:+}")
            self.lost += max(0, -more)
            self.doubled += max(0, more)


def told(tallies: Sequence[Tally]) -> str:
    """As a Markdown table, the notes below it."""
    lines = ["| Check | Tried | Lost | Doubled | Crashed |", "| --- | ---: | ---: | ---: | ---: |"]
    lines += [f"| {one.name} | {one.tried} | {one.lost} | {one.doubled} | {one.crashed} |" for one in tallies]
    notes = [f"- {one.name}: {note}" for one in tallies for note in [*_counts(one), *one.notes]]
    return "\n".join([*lines, "", *notes] if notes else lines)


def _counts(one: Tally) -> list[str]:
    said = ", ".join(f"{count} × {what}" for what, count in one.counted.most_common())
    return [said] if said else []
