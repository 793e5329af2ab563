"""What the planning of touches is given. Days are ordinals (`date.toordinal`), people and clients their numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from vernost.care.days.working import WorkingDays


@dataclass(frozen=True, slots=True)
class Standard:
    """A rule as the planning needs it. `interval` in days, or `feast_days` / `own` (an OwnDay) for an occasion.

    `people` are those who may do it when the responsible is a role or a person. Former clients are meant only when
    `stages` names their stage.
    """

    id: int
    late: int
    interval: float = 0.0
    own: str = ""
    feast_days: tuple[int, ...] = ()
    fixed: tuple[int, int] = (0, 0)
    ahead: int = 0
    responsible: str = "owner"
    people: tuple[int, ...] = ()
    groups: frozenset[str] = frozenset()
    stages: frozenset[str] = frozenset()
    loyalties: frozenset[str] = frozenset()
    contact_levels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """One on the client's side. `birthday` is (month, day), given only where he agreed to be congratulated."""

    id: int
    level: str = ""
    talks_to: int | None = None
    birthday: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """A touch that is there already. `own` says that a person moved it or closed it: it stays as it is."""

    id: int
    rule: int
    slot: int
    about: int
    due: int
    latest: int
    state: str
    person: int | None
    own: bool


@dataclass(slots=True)
class Facts:
    """One client. `last` is rule -> day of the last real contact that keeps the rule's promise; `heard` the days on
    which the client heard from us unasked; `profession` the code of its feast.
    """

    id: int
    owner: int | None = None
    group: str = ""
    stage: str = ""
    loyalty: str = ""
    worth: object = None
    founded: tuple[int, int] | None = None
    since: tuple[int, int] | None = None
    profession: str = ""
    contacts: Sequence[Person] = ()
    last: Mapping[int, int] = field(default_factory=dict)
    heard: Sequence[int] = ()
    there: Sequence[Planned] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """The days planned and the limits. `professions` is code -> days of the feast within reach."""

    start: int
    end: int
    days: WorkingDays
    cap: int
    cap_days: int
    former_per_year: int
    professions: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
