"""The register of gone clients, what the rule says of each, attempts, and how winning back went (M2)."""

from django.db.models import Q, QuerySet
from ninja import Query

from vernost.api.shell.access import found
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal, Wrong
from vernost.api.shell.seen import standing_of
from vernost.api.shell.sight import page_for, shown_to
from vernost.api.shell.values import Number
from vernost.api.win_back.schemas import (
    AttemptsAsked,
    AttemptShown,
    NewAttempt,
    OfReason,
    WinBackChange,
    WinBackNumbers,
    WinBacksAsked,
    WinBackShown,
)
from vernost.care.actions.win_back import UnableToTry, change_win_back, try_win_back
from vernost.care.enums import HOLDING, Advice
from vernost.care.models import Attempt, WinBack
from vernost.care.queries.win_back import numbers, visible_to, with_spent
from vernost.clients.queries.client import reachable_by
from vernost.clients.queries.dealing import of_clients
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import User

operations = Operations("judgement")
_SUMS = ("significance", "budget", "spent")
_NO = [*HOLDING, Advice.WON]


@operations.reads("/win-backs", right=Action.VIEW_CLIENT, answer=Page[WinBackShown])
def list_win_backs(request: Request, asked: Query[WinBacksAsked]) -> Page[WinBackShown]:
    """The register of gone clients, of those that the token's owner sees."""
    rows = narrowed(
        _rows(request.auth),
        client=asked.client_id,
        client__owner__in=asked.owner_id,
        advice__in=asked.advice,
        reason=asked.reason,
        won_on__isnull=None if asked.won is None else not asked.won,
        next_on__lte=asked.next_to,
    )
    if asked.worth_trying is not None:
        no = Q(advice__in=_NO)
        rows = rows.filter(~no if asked.worth_trying else no)
    return page_for(request.auth, rows, asked, WinBackShown, *_SUMS)


@operations.reads("/win-backs/{win_back_id}", right=Action.VIEW_CLIENT, answer=WinBackShown)
def show_win_back(request: Request, win_back_id: Number) -> WinBackShown:
    """One line of the register."""
    return _shown(request.auth, win_back_id)


@operations.changes("/win-backs/{win_back_id}", right=Action.CHANGE_CLIENT, answer=WinBackShown)
def change_line_of_win_back(request: Request, win_back_id: Number, given: WinBackChange) -> WinBackShown:
    """Writes the values that are sent and no others; what the rule says follows."""
    line = _line(request.auth, win_back_id)
    standing = standing_of(line, given.saw)
    change_win_back(
        win_back=line, by=request.auth, at=now(), face=Face.API, standing=standing, **given.values
    )
    return _shown(request.auth, line.pk)


@operations.creates("/win-backs/{win_back_id}/attempts", right=Action.CHANGE_CLIENT, answer=AttemptShown)
def try_to_win_back(request: Request, win_back_id: Number, given: NewAttempt) -> AttemptShown:
    """An attempt; 409 where the rule says no, unless who may decide on exceptions says why."""
    line = _line(request.auth, win_back_id)
    try:
        attempt = try_win_back(win_back=line, by=request.auth, at=now(), face=Face.API, **given.model_dump())
    except UnableToTry as refused:
        said = [Wrong(where="body.why", what=str(refused.advice.label))]
        raise Refusal(Code.REFUSED_BY_POLICY, errors=said) from refused
    return shown_to(request.auth, attempt, AttemptShown, "cost")


@operations.reads("/win-back-attempts", right=Action.VIEW_CLIENT, answer=Page[AttemptShown])
def list_win_back_attempts(request: Request, asked: Query[AttemptsAsked]) -> Page[AttemptShown]:
    """Attempts to win clients back, and what came of them."""
    rows = narrowed(
        of_clients(Attempt, request.auth, Action.VIEW_CLIENT),
        client=asked.client_id,
        win_back=asked.win_back_id,
        result=asked.result,
    )
    return page_for(request.auth, rows, asked, AttemptShown, "cost")


@operations.reads("/win-back-numbers", right=Action.VIEW_MONEY, answer=WinBackNumbers)
def show_win_back_numbers(request: Request) -> WinBackNumbers:
    """How many are gone, tried and won back, what it cost and what came of it."""
    said = numbers(request.auth)
    values = {name: value for name, value in vars(said).items() if name != "by_reason"}
    by_reason = [OfReason(reason=reason, gone=gone, won=won) for reason, gone, won in said.by_reason]
    return WinBackNumbers(**values, part=said.part, by_reason=by_reason)


def _rows(person: User) -> QuerySet[WinBack]:
    return with_spent(visible_to(person))


def _shown(person: User, pk: int) -> WinBackShown:
    return shown_to(person, found(_rows(person), pk), WinBackShown, *_SUMS)


def _line(person: User, pk: int) -> WinBack:
    """A line that can still be worked on."""
    line = found(visible_to(person).select_related("client__owner"), pk)
    if not reachable_by(person, Action.CHANGE_CLIENT).filter(pk=line.client_id).exists():
        raise Refusal(Code.NOT_ALLOWED)
    if line.won_on is not None:
        raise Refusal(Code.CLOSED)
    return line
