"""What needs a person: every area declares a source; Today, the week ahead, the feed and the digest ask them all."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from vernost.core.models import User

# What an act has to be told before it is done.
Asked = Literal["day", "person", "reason"]
# How much of what is at stake a need of each severity puts at risk: a greeting is not worth the whole client.
_PARTS = {1: 0.1, 2: 0.5, 3: 1.0}
# So many days late count as much as the same sum once more.
_DOUBLED_IN_DAYS = 30


@dataclass(frozen=True)
class Question:
    """What needs `user` from `on` until `until`; with `owner` only of his clients and his own tasks.

    Without `money` no source tells a sum. A source gives at most `most` needs, the weightiest first.
    """

    user: User
    owner: User | None
    on: date
    until: date
    money: bool
    most: int


@dataclass(frozen=True)
class Act:
    """A button beside a need that posts to `url`, after it has asked for what is named in `asks`."""

    label: str
    url: str
    asks: tuple[Asked, ...] = ()
    main: bool = False


@dataclass(frozen=True)
class Need:
    """One thing that needs somebody, in words of the active language: what, why, what is at stake, what next.

    `severity` is 1 (care) to 3 (grave); `due_on` the day after which it is late; `kind` the source's label, set by
    `needs_of`; `url` leads to where `next_step` is taken; `planned_on` the day on which it is to be done.
    Without `client_id` it is about no single client, and `client_name` says about whom or what.
    """

    client_id: int | None
    client_name: str
    title: str
    why: str
    next_step: str = ""
    url: str = ""
    severity: int = 1
    at_stake: float | None = None
    due_on: date | None = None
    planned_on: date | None = None
    acts: tuple[Act, ...] = ()
    kind: str = ""

    def days_late(self, on: date) -> int:
        return max(0, (on - self.due_on).days) if self.due_on else 0

    def weight(self, on: date) -> float:
        """Money at risk, growing by its own amount with every 30 days of delay; 0 where no sum is known."""
        return (self.at_stake or 0) * _PARTS[self.severity] * (1 + self.days_late(on) / _DOUBLED_IN_DAYS)


type Find = Callable[[Question], Iterable[Need]]
type Label = Callable[[], str]
_SOURCES: dict[str, tuple[Label, Find]] = {}


def needs_source(key: str, label: Label) -> Callable[[Find], Find]:
    """Registers the decorated function; its module is loaded by its app's `ready`. `label` gives the kind in words."""

    def register(find: Find) -> Find:
        _SOURCES[key] = (label, find)
        return find

    return register


def needs_of(question: Question) -> list[Need]:
    """Everything that needs the person, weightiest first; where no sum is known by severity, then by delay."""
    found = [replace(need, kind=label()) for label, find in _SOURCES.values() for need in find(question)]
    on = question.on
    return sorted(
        found, key=lambda n: (-n.weight(on), -n.severity, -n.days_late(on), n.due_on or on, n.client_id or 0)
    )
