"""On which days a rule asks for a touch of one client."""

from collections.abc import Iterator
from datetime import date
from math import ceil

from vernost.care.enums import OwnDay
from vernost.care.planning.given import Facts, Frame, Standard

# A fixed day from which clients without any contact are spread over the period, each at its own place.
_EPOCH = date(2020, 1, 6).toordinal()
_MIX_CLIENT, _MIX_RULE = 2_654_435_761, 40_503
_LEAP_DAY = (2, 29)

# (slot, ideal, latest, about)
type Slot = tuple[int, int, int, int]


def slots(rule: Standard, client: Facts, frame: Frame) -> Iterator[Slot]:
    """Every slot whose window touches the frame's days."""
    if rule.interval:
        yield from _periods(rule, client, frame)
    elif rule.own == OwnDay.BIRTHDAY:
        for one in client.contacts:
            if one.birthday:
                yield from _occasions(rule, _yearly(one.birthday, frame), frame, one.id)
    else:
        yield from _occasions(rule, _occasion_days(rule, client, frame), frame, 0)


def _periods(rule: Standard, client: Facts, frame: Frame) -> Iterator[Slot]:
    """The last contact plus every whole number of periods. What fell due before the frame is not made up for: the next
    one is soon enough, and nobody finds a hundred calls on his first day.
    """
    interval = rule.interval
    last = client.last.get(rule.id)
    anchor: float
    if last is None:
        anchor = _EPOCH + (client.id * _MIX_CLIENT + rule.id * _MIX_RULE) % 100_003 / 100_003 * interval
    else:
        anchor = last
    step = max(1, ceil((frame.start - rule.late - anchor) / interval))
    slot = int(anchor + step * interval)
    while slot <= frame.end:
        if slot + rule.late >= frame.start:
            yield slot, slot, slot + rule.late, 0
        step += 1
        slot = int(anchor + step * interval)


def _occasions(rule: Standard, days: tuple[int, ...], frame: Frame, about: int) -> Iterator[Slot]:
    for day in days:
        ideal = day - rule.ahead
        latest = max(ideal, min(day, ideal + rule.late))
        if latest >= frame.start and ideal <= frame.end:
            yield day, ideal, latest, about


def _occasion_days(rule: Standard, client: Facts, frame: Frame) -> tuple[int, ...]:
    match rule.own:
        case OwnDay.CLIENT:
            return _yearly(client.founded, frame)
        case OwnDay.RELATION:
            return _yearly(client.since, frame)
        case OwnDay.FIXED:
            return _yearly(rule.fixed, frame)
        case OwnDay.PROFESSION:
            return frame.professions.get(client.profession, ())
        case _:
            return rule.feast_days


def _yearly(day: tuple[int, int] | None, frame: Frame) -> tuple[int, ...]:
    """The day in each year within reach; 29 February is kept on the 28th."""
    if day is None:
        return ()
    month, number = (2, 28) if day == _LEAP_DAY else day
    first, last = date.fromordinal(frame.start).year, date.fromordinal(frame.end).year + 1
    return tuple(date(year, month, number).toordinal() for year in range(first, last + 1))
