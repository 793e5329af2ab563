"""Who moved between groups, stages or loyalty levels, between any two judged days (B5)."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _
from ninja import Query

from vernost.api.movement.schemas import (
    BetweenDays,
    MovedAsked,
    MovedClient,
    MovementShown,
    MoveShown,
    StandingOfDays,
    StandingsOfDaysAsked,
)
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import wrong
from vernost.api.shell.words import words
from vernost.assessment.queries.movement import a_year_before, clients_of, judged_days, moved, movement
from vernost.assessment.queries.standing import visible_to as standings_visible_to
from vernost.assessment.wording.movement import ORDERS, direction, tendency
from vernost.clients.queries.client import visible_to
from vernost.core.access import Action
from vernost.core.clock import today

operations = Operations("judgement")
_NEW = "new"


@operations.reads("/movement", right=Action.VIEW_CLIENT, answer=MovementShown)
def show_movement(request: Request, asked: Query[BetweenDays]) -> MovementShown:
    """How many clients moved from where to where between two judged days, and the tendency in words."""
    days = judged_days()
    since, until = _days(asked, days)
    shown = MovementShown(of=asked.of, since=since, until=until, moves=[], sentences=[], judged_days=days)
    if since is None or until is None:
        return shown
    clients = clients_of(request.auth, owner=asked.owner_id, segment=asked.segment_id)
    found = movement(clients, since, until, asked.of, today=_today(asked))
    said = words()
    shown.moves = [
        MoveShown(stood=stood or _NEW, stands=stands, clients=n) for (stood, stands), n in found.moves.items()
    ]
    shown.sentences = [direction(said, found.moves, asked.of), *tendency(said, found.moves, asked.of)]
    return shown


@operations.reads("/movement/clients", right=Action.VIEW_CLIENT, answer=Page[MovedClient])
def list_moved_clients(request: Request, asked: Query[MovedAsked]) -> Page[MovedClient]:
    """The clients of one cell of the movement."""
    codes = ORDERS[asked.of]
    for name, code, known in (("stood", asked.stood, (*codes, _NEW)), ("stands", asked.stands, codes)):
        if code not in known:
            raise wrong(f"query.{name}", _("It is none of {expected}.").format(expected=", ".join(known)))
    since, until = _days(asked, judged_days())
    clients = narrowed(visible_to(request.auth), owner=asked.owner_id, segment=asked.segment_id)
    if since is None or until is None:
        return page_of(clients.none(), asked, MovedClient)
    stood = None if asked.stood == _NEW else asked.stood
    rows = moved(clients, asked.of, since, until, stood, asked.stands, today=_today(asked))
    return page_of(rows, asked, MovedClient)


@operations.reads("/standings", right=Action.VIEW_CLIENT, answer=Page[StandingOfDays])
def list_standings(request: Request, asked: Query[StandingsOfDaysAsked]) -> Page[StandingOfDays]:
    """The history of group, stage and level, as the program proposed them."""
    rows = narrowed(standings_visible_to(request.auth), client=asked.client_id)
    if asked.on is not None:
        rows = rows.filter(Q(until_on=None) | Q(until_on__gt=asked.on), since_on__lte=asked.on)
    return page_of(rows, asked, StandingOfDays)


def _days(asked: BetweenDays, days: list[date]) -> tuple[date | None, date | None]:
    """Both, or neither where there is nothing to compare."""
    for name, day in (("since", asked.since), ("until", asked.until)):
        if day is not None and day not in days:
            raise wrong(f"query.{name}", _("Nobody was judged on this day."))
    until = asked.until or (days[0] if days else None)
    since = asked.since or (a_year_before(until, days) if until else None)
    if since is None or until is None:
        return None, None
    if since >= until:
        raise wrong("query.since", _("Choose a day before the later one."))
    return since, until


def _today(asked: BetweenDays) -> date | None:
    return None if asked.proposed else today()
