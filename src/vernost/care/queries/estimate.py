"""What a standard would ask of whom: touches per person and week, before it is saved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from vernost.care.models import Rule
from vernost.care.planning.make import plan
from vernost.care.queries.care_settings import care_settings
from vernost.care.queries.facts import facts
from vernost.care.queries.frame import empty_load, frame_of
from vernost.care.queries.rule import standards_of
from vernost.clients.models import Client

# So many clients are planned for an estimate; more are spread evenly and counted for the others too.
SAMPLE = 3000
_WEEK = 7


@dataclass(frozen=True)
class Estimate:
    """Touches of the horizon per person, as `weeks` from the day of asking; `clients` of `of` were planned."""

    weeks: dict[int, list[float]]
    held: float
    clients: int
    of: int

    def usual(self, person: int) -> float:
        weeks = self.weeks.get(person, [0.0])
        return sum(weeks) / len(weeks)

    def most(self, person: int) -> float:
        return max(self.weeks.get(person, [0.0]))


def estimate(kept: Sequence[Rule], as_of: date) -> Estimate:
    """Plans the clients anew as if no touch were planned yet, and writes nothing."""
    settings = care_settings()
    frame = frame_of(settings, as_of)
    numbers = list(Client.objects.filter(deleted_at=None).order_by("pk").values_list("pk", flat=True))
    chosen = numbers[:: max(1, -(-len(numbers) // SAMPLE))]
    known = facts({"client_id__in": chosen}, kept, as_of)
    for client in known:
        client.there = ()
    times = len(numbers) / len(chosen) if chosen else 1.0
    until = as_of + timedelta(days=settings.horizon_days)
    made = plan(known, standards_of(kept, as_of, until), frame, empty_load(settings, frame))
    weeks: dict[int, list[float]] = {}
    held = 0.0
    for touch in made.new:
        if touch.hold or touch.person is None:
            held += times
            continue
        row = weeks.setdefault(touch.person, [0.0] * -(-settings.horizon_days // _WEEK))
        at = (touch.due - frame.start) // _WEEK
        if at < len(row):
            row[at] += times
    return Estimate(weeks, held, len(chosen), len(numbers))
