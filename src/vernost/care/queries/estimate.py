"""What a standard would ask of whom: touches per person and week, before it is saved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from vernost.care.models import Capacity, Rule
from vernost.care.planning.make import plan
from vernost.care.queries.care_settings import care_settings
from vernost.care.queries.facts import facts
from vernost.care.queries.frame import empty_load, frame_of
from vernost.care.queries.rule import standards_of
from vernost.clients.models import Client
from vernost.core.models import User

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


@dataclass(frozen=True)
class PersonLoad:
    """Touches a week of one person before and after a change; `too_much`: the fullest week is beyond him."""

    person_id: int
    name: str
    before: float
    after: float
    most: float
    capacity: int

    @property
    def too_much(self) -> bool:
        return self.most > self.capacity


def loads_of(before: Estimate, after: Estimate) -> list[PersonLoad]:
    """The fullest first."""
    people = sorted({*before.weeks, *after.weeks})
    usual = care_settings().weekly_capacity
    own = dict(Capacity.objects.filter(person__in=people).values_list("person_id", "per_week"))
    names = dict(User.objects.filter(pk__in=people).values_list("pk", "name"))
    loads = [
        PersonLoad(
            person,
            names[person],
            before.usual(person),
            after.usual(person),
            after.most(person),
            usual if own.get(person) is None else own[person] or 0,
        )
        for person in people
    ]
    return sorted(loads, key=lambda one: (-one.most / max(1, one.capacity), one.name))
