"""What the planning of touches must know of clients, read in a few queries for many of them."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from django.db.models import Count, Max, Q
from django.utils.timezone import get_current_timezone

from vernost.care.days.profession import profession_of
from vernost.care.enums import OwnDay, TouchState
from vernost.care.models import Rule, Touch
from vernost.care.planning.given import Facts, Person, Planned
from vernost.care.queries.heard import heard_of
from vernost.care.queries.rule import keeps_promise
from vernost.clients.models import Client, Contact
from vernost.clients.queries.contact import rank_of
from vernost.core.days import midnight
from vernost.voice.enums import Outcome
from vernost.voice.models import Interaction

# Lookups of a foreign key to Client: {"client_id__in": […]} or a range.
type Within = Mapping[str, Any]
_DAY = timedelta(days=1)
# Closed touches older than this can be asked for no more.
_LATE = timedelta(days=366)
_CLIENT_COLUMNS = (
    "pk", "owner_id", "industry", "founded_on", "since_on", "ended_on", "assessment__group", "assessment__stage",
    "assessment__loyalty", "assessment__group_in_force", "assessment__stage_in_force", "assessment__loyalty_in_force",
    "assessment__revenue_window",
)  # fmt: skip


def facts(within: Within, kept: Sequence[Rule], as_of: date) -> list[Facts]:
    """Of the clients that `within` names; the most valuable first."""
    own = {name.replace("client_id", "pk"): value for name, value in within.items()}
    rows = Client.objects.filter(deleted_at=None, **own).values_list(*_CLIENT_COLUMNS)
    contacts, last = _contacts(within), _last(within, kept, as_of)
    heard, there = heard_of(within, as_of), _there(within, as_of)
    professions = any(rule.occasion == OwnDay.PROFESSION for rule in kept)
    found = [
        Facts(
            id=pk,
            owner=owner,
            group=decided_group or group or "",
            stage="ended" if ended else decided_stage or stage or "",
            loyalty=decided_loyalty or loyalty or "",
            worth=worth,
            founded=(founded.month, founded.day) if founded else None,
            since=(since.month, since.day) if since else None,
            profession=_profession(industry) if professions else "",
            contacts=contacts.get(pk, ()),
            last=last.get(pk, {}),
            heard=heard.get(pk, ()),
            there=there.get(pk, ()),
        )
        for (
            pk,
            owner,
            industry,
            founded,
            since,
            ended,
            group,
            stage,
            loyalty,
            # What a person decided goes before what the program proposes.
            decided_group,
            decided_stage,
            decided_loyalty,
            worth,
        ) in rows.iterator(10_000)
    ]
    found.sort(key=lambda one: (-float(one.worth or 0), one.id))  # type: ignore[arg-type]  # a sum or None
    return found


_professions: dict[str, str] = {}


def _profession(industry: str) -> str:
    """Industries are few and clients many: each is looked up once."""
    code = _professions.get(industry)
    if code is None:
        found = profession_of(industry)
        code = _professions[industry] = found.code if found else ""
    return code


def _contacts(within: Within) -> dict[int, list[Person]]:
    """Those who decide first. A birthday only where the person agreed to be congratulated."""
    columns = ("client_id", "pk", "level", "influence", "talks_to_id", "birthday_on", "consented_on")
    found: dict[int, list[tuple[int, Person]]] = defaultdict(list)
    rows = Contact.objects.filter(**within, deleted_at=None).order_by("pk").values_list(*columns)
    for client, pk, level, influence, talks_to, birthday, consented in rows.iterator(10_000):
        day = (birthday.month, birthday.day) if birthday and consented else None
        found[client].append((rank_of(influence), Person(pk, level, talks_to, day)))
    return {
        client: [person for _rank, person in sorted(people, key=lambda one: one[0])]
        for client, people in found.items()
    }


def _last(within: Within, kept: Sequence[Rule], as_of: date) -> dict[int, dict[int, int]]:
    """Rule -> day of the last real contact of the right kind. A call that nobody answered is none."""
    found: dict[int, dict[int, int]] = defaultdict(dict)
    rules_of: dict[tuple[str, str], list[int]] = {}
    zone = get_current_timezone()
    said = Interaction.objects.filter(**within, deleted_at=None, at__lt=midnight(as_of + _DAY))
    contacts = said.exclude(outcome=Outcome.NO_ANSWER)
    rows = contacts.order_by().values_list("client_id", "kind", "channel").annotate(last=Max("at"))
    for client, kind, channel, at in rows.iterator(10_000):
        numbers = rules_of.get((kind, channel))
        if numbers is None:
            numbers = rules_of[kind, channel] = [r.pk for r in kept if keeps_promise(r, kind, channel)]
        if numbers:
            day, known = _day(at, zone), found[client]
            for number in numbers:
                known[number] = max(day, known.get(number, 0))
    return found


def _there(within: Within, as_of: date) -> dict[int, list[Planned]]:
    columns = (
        "client_id", "pk", "rule_id", "slot_on", "about", "due_on", "latest_on", "state", "person_id", "moved",
    )  # fmt: skip
    found: dict[int, list[Planned]] = defaultdict(list)
    open_or_late = Q(state__in=(TouchState.PLANNED, TouchState.HELD)) | Q(slot_on__gte=as_of - _LATE)
    for client, pk, rule, slot, about, due, latest, state, person, moved in (
        Touch.objects.filter(open_or_late, **within, action=None)
        .order_by()
        .values_list(*columns)
        .iterator(10_000)
    ):
        own = moved or state not in (TouchState.PLANNED, TouchState.HELD)
        found[client].append(
            Planned(
                pk, rule, slot.toordinal(), about, due.toordinal(), latest.toordinal(), state, person, own
            )
        )
    return found


def load_of(people: Collection[int] | None, on: date) -> Iterator[tuple[int, int, int]]:
    """(person, day, planned touches) from `on`; of everybody, or of `people`."""
    rows = Touch.objects.filter(state=TouchState.PLANNED, due_on__gte=on).exclude(person=None)
    if people is not None:
        rows = rows.filter(person__in=people)
    for person, day, count in rows.order_by().values_list("person_id", "due_on").annotate(n=Count("pk")):
        yield person, day.toordinal(), count


def _day(at: datetime, zone: tzinfo) -> int:
    return at.astimezone(zone).toordinal()
