"""The planning itself: one client after the other, the weightier rule first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from vernost.care.enums import FORMER_STAGES, NOT_YET_STAGES, Hold, OwnDay, Responsible, TouchState
from vernost.care.planning.cap import fits
from vernost.care.planning.closing import close
from vernost.care.planning.given import Facts, Frame, Planned, Standard
from vernost.care.planning.load import Load
from vernost.care.planning.slots import Slot, slots

_YEAR = 365


class NewTouch(NamedTuple):
    """A touch to write; `hold` is empty for a planned one, `there` the number of a held one that it replaces."""

    client: int
    rule: int
    contact: int | None
    person: int | None
    slot: int
    due: int
    latest: int
    about: int
    hold: str
    group: str
    worth: object
    there: int = 0


@dataclass
class Plan:
    """What is to be written. `done` is touch -> day of the contact that kept it; the others are numbers of touches."""

    new: list[NewTouch] = field(default_factory=list)
    done: dict[int, int] = field(default_factory=dict)
    missed: list[int] = field(default_factory=list)
    dropped: list[int] = field(default_factory=list)


def plan(clients: Iterable[Facts], rules: Sequence[Standard], frame: Frame, load: Load) -> Plan:
    """`rules` in the order of their weight. What is there already and still asked for stays as it is, so that the same
    facts planned again give nothing new; `load` grows by what is planned.
    """
    made = Plan()
    kept: dict[tuple[str, str, str], tuple[Standard, ...]] = {}
    for client in clients:
        standing = (client.group, client.stage, client.loyalty)
        own = kept.get(standing)
        if own is None:
            own = kept[standing] = tuple(rule for rule in rules if _meant(rule, *standing))
        _plan_one(client, own, frame, load, made)
    return made


def _meant(rule: Standard, group: str, stage: str, loyalty: str) -> bool:
    if rule.stages:
        if stage not in rule.stages:
            return False
    elif stage in FORMER_STAGES or stage in NOT_YET_STAGES:
        return False
    return (not rule.groups or group in rule.groups) and (not rule.loyalties or loyalty in rule.loyalties)


def _plan_one(client: Facts, rules: tuple[Standard, ...], frame: Frame, load: Load, made: Plan) -> None:
    asked = [(rule, slot) for rule in rules for slot in slots(rule, client, frame)]
    wanted = {(rule.id, slot[0], slot[3]) for rule, slot in asked}
    there: dict[tuple[int, int, int], Planned] = {}
    heard = list(client.heard)
    if client.there:
        closed = close(client, rules, wanted, frame)
        made.done |= closed.done
        made.missed += closed.missed
        made.dropped += closed.dropped
        for one in client.there:
            if one.id not in closed.gone:
                there[one.rule, one.slot, one.about] = one
                if one.state == TouchState.PLANNED:
                    heard.append(one.due)
    former = client.stage in FORMER_STAGES
    for rule, slot in asked:
        old = there.get((rule.id, slot[0], slot[3]))
        if old is not None and old.state != TouchState.HELD:
            continue
        touch = _touch(client, rule, slot, frame, load, heard, former)
        if old is None:
            made.new.append(touch)
        elif not touch.hold:
            made.new.append(touch._replace(there=old.id))
        if not touch.hold:
            heard.append(touch.due)


def _touch(
    client: Facts, rule: Standard, slot: Slot, frame: Frame, load: Load, heard: list[int], former: bool
) -> NewTouch:
    contact, talks_to, known = _contact(client, rule, slot[3])
    person = _person(client, rule, talks_to)
    first, last = _window(rule, slot, frame)
    days = frame.days.days
    hold = ""
    at = first
    if not known:
        hold = Hold.NO_CONTACT.value
    elif person is None:
        hold = Hold.NOBODY.value
    else:
        most, within = (frame.former_per_year, _YEAR) if former else (frame.cap, frame.cap_days)
        at = load.best(person, first, last)
        if not fits(heard, days[at], most, within):
            row = load.row(person)
            free = [one for one in range(first, last + 1) if fits(heard, days[one], most, within)]
            if free:
                at = min(free, key=row.__getitem__)
            else:
                hold = Hold.FORMER.value if former else Hold.CAP.value
        if not hold:
            load.row(person)[at] += 1
    due = days[at]
    return NewTouch(
        client.id, rule.id, contact, person, slot[0], due, max(slot[2], due), slot[3], hold, client.group,
        client.worth,
    )  # fmt: skip


def _window(rule: Standard, slot: Slot, frame: Frame) -> tuple[int, int]:
    """Numbers of the first and last working day of the window. An occasion on a holiday is kept before it, everything
    else after it.
    """
    _slot, ideal, latest, _about = slot
    days = frame.days
    last = days.until(latest)
    if rule.interval:
        first = days.from_(max(ideal, frame.start))
        return first, max(first, last)
    first = max(days.until(ideal), days.from_(frame.start))
    return first, max(first, last)


def _contact(client: Facts, rule: Standard, about: int) -> tuple[int | None, int | None, bool]:
    """Whom, who of us talks to him, and whether there is such a person at all."""
    if rule.own == OwnDay.BIRTHDAY:
        one = next(one for one in client.contacts if one.id == about)
        return one.id, one.talks_to, True
    if rule.contact_levels:
        for level in rule.contact_levels:
            for one in client.contacts:
                if one.level == level:
                    return one.id, one.talks_to, True
        return None, None, False
    if client.contacts:
        return client.contacts[0].id, client.contacts[0].talks_to, True
    return None, None, True


def _person(client: Facts, rule: Standard, talks_to: int | None) -> int | None:
    match rule.responsible:
        case Responsible.OWNER:
            return client.owner
        case Responsible.TALKS:
            return talks_to or client.owner
        case _:
            # By the client's number: the same next time, and even among those who share the role.
            return rule.people[client.id % len(rule.people)] if rule.people else None
