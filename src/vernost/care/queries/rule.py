"""The standard as the planning takes it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet

from vernost.care.days.feast import FEAST_BY_CODE
from vernost.care.days.profession import PROFESSION_BY_CODE
from vernost.care.enums import CHANNEL_MATTERS, SATISFIED_BY, UNIT_DAYS, OwnDay, Responsible
from vernost.care.models import Rule
from vernost.care.planning.given import Standard
from vernost.core.models import User
from vernost.voice.enums import Channel


def rules() -> QuerySet[Rule]:
    """The standard in its order; rules that are off stand in it too."""
    return Rule.objects.filter(deleted_at=None).select_related("person").order_by("position", "id")


def rules_that_hold() -> list[Rule]:
    return [rule for rule in rules() if rule.is_on]


def rules_after(one: Rule | None, values: Mapping[str, Any]) -> list[Rule]:
    """The rules as they would hold if `one`, or a new one, had these values (all of a rule's); nothing is written."""
    kept = [each for each in rules_that_hold() if one is None or each.pk != one.pk]
    changed = Rule(pk=one.pk if one else 0, **values)
    if changed.is_on:
        kept.append(changed)
    return sorted(kept, key=lambda each: (each.position, each.pk))


def standards_of(kept: Iterable[Rule], first: date, last: date) -> list[Standard]:
    """`kept` for the days from `first` to `last`."""
    people = _people_by_role()
    return [_standard(rule, first, last, people) for rule in kept]


def _standard(rule: Rule, first: date, last: date, people: dict[str, tuple[int, ...]]) -> Standard:
    own = rule.occasion if rule.occasion in OwnDay.values else ""
    doers: tuple[int, ...] = ()
    if rule.responsible == Responsible.ROLE:
        doers = people.get(rule.role, ())
    elif rule.responsible == Responsible.PERSON and rule.person_id is not None:
        doers = (rule.person_id,)
    return Standard(
        id=rule.pk,
        late=rule.late_days,
        interval=interval_of(rule),
        own=own,
        feast_days=feast_days(rule.occasion, first, last) if rule.occasion and not own else (),
        fixed=(rule.fixed_month or 0, rule.fixed_day or 0),
        ahead=rule.ahead_days,
        responsible=rule.responsible,
        people=doers,
        groups=frozenset(rule.groups),
        stages=frozenset(rule.stages),
        loyalties=frozenset(rule.loyalties),
        contact_levels=tuple(rule.contact_levels),
    )


def interval_of(rule: Rule) -> float:
    """Days between two touches; 0 for a rule with an occasion."""
    if rule.occasion or not rule.times or not rule.every:
        return 0.0
    return max(1.0, UNIT_DAYS[rule.unit] * rule.every / rule.times)


def feast_days(code: str, first: date, last: date) -> tuple[int, ...]:
    """The feast in every year from that of `first` to the one after `last`, as ordinals."""
    feast = FEAST_BY_CODE.get(code) or PROFESSION_BY_CODE.get(code)
    if feast is None:
        return ()
    return tuple(feast.on(year).toordinal() for year in range(first.year, last.year + 2))


def keeps_promise(rule: Rule, kind: str, channel: str) -> bool:
    """Whether a contact of this kind, by this channel, is what the rule asks for."""
    if kind not in SATISFIED_BY.get(rule.kind, (rule.kind,)):
        return False
    if rule.kind not in CHANNEL_MATTERS:
        return True
    return channel == rule.channel or (not channel and rule.channel == Channel.MAIL)


def _people_by_role() -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for pk, role in User.objects.filter(is_active=True).order_by("pk").values_list("pk", "role"):
        found.setdefault(role, []).append(pk)
    return {role: tuple(people) for role, people in found.items()}
