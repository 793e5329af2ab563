"""What became of touches that are there already: kept by a contact, overtaken, or no longer asked for."""

from collections.abc import Set
from dataclasses import dataclass, field

from vernost.care.enums import TouchState
from vernost.care.planning.given import Facts, Frame, Planned, Standard

# A greeting within so many days before the ideal day and after the occasion is the one that was meant.
_EARLY, _BELATED = 7, 3


@dataclass
class Closed:
    """By numbers of touches; `done` with the day of the contact. `gone` are all that are no longer open."""

    done: dict[int, int] = field(default_factory=dict)
    missed: list[int] = field(default_factory=list)
    dropped: list[int] = field(default_factory=list)
    gone: set[int] = field(default_factory=set)


def close(
    client: Facts, rules: tuple[Standard, ...], wanted: Set[tuple[int, int, int]], frame: Frame
) -> Closed:
    """A contact keeps the promise nearest before it; older open ones of the rule were missed. What was planned ahead
    and is asked for no more (the period began anew, the rule was changed or is off) is dropped, unless a person moved
    it.
    """
    closed = Closed()
    by_id = {rule.id: rule for rule in rules}
    open_ones: dict[int, list[Planned]] = {}
    for one in client.there:
        if one.state in (TouchState.PLANNED, TouchState.HELD):
            open_ones.setdefault(one.rule, []).append(one)
    for number, touches in open_ones.items():
        rule = by_id.get(number)
        touches.sort(key=lambda one: one.slot)
        if rule is not None:
            last = client.last.get(number)
            keep = _keep_period if rule.interval else _keep_occasion
            keep(rule, touches, last, frame, closed)
            closed.gone = {*closed.done, *closed.missed, *closed.dropped}
        for one in touches:
            if one.id in closed.gone or one.own:
                continue
            begun = one.state == TouchState.PLANNED and min(one.slot, one.due) <= frame.start
            if (one.rule, one.slot, one.about) not in wanted and not (begun and rule is not None):
                closed.dropped.append(one.id)
                closed.gone.add(one.id)
    return closed


def _keep_period(
    rule: Standard, touches: list[Planned], last: int | None, frame: Frame, closed: Closed
) -> None:
    planned = [one for one in touches if one.state == TouchState.PLANNED]
    if last is not None:
        # Nearer than half a period before its day the contact was that touch.
        kept = [one for one in planned if one.slot - rule.interval / 2 <= last]
        if kept:
            closed.done[kept[-1].id] = last
            closed.missed += [one.id for one in kept[:-1]]
        # What the contact overtook begins anew from it.
        closed.dropped += [
            one.id
            for one in planned
            if one not in kept and one.slot < int(last + rule.interval) and not one.own
        ]
        planned = [one for one in planned if one not in kept and one.id not in closed.dropped]
    # Of several that wait, the newest alone is still a promise.
    begun = [one for one in planned if one.slot <= frame.start]
    closed.missed += [one.id for one in begun[:-1]]


def _keep_occasion(
    rule: Standard, touches: list[Planned], last: int | None, frame: Frame, closed: Closed
) -> None:
    for one in touches:
        if one.state != TouchState.PLANNED:
            continue
        if last is not None and one.slot - rule.ahead - _EARLY <= last <= one.slot + _BELATED:
            closed.done[one.id] = last
        elif max(one.slot, one.latest, one.due) + _BELATED < frame.start:
            # Nobody congratulates on the New Year in March.
            closed.missed.append(one.id)
