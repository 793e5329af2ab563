from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from ninja import Query

from vernost.api.cases.schemas import CasesAsked, CaseShown, Closing, GivenTo, NewCase, PutOff
from vernost.api.shell.access import chosen, client_for, found
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal, Wrong
from vernost.api.shell.sight import page_for, shown_to
from vernost.api.shell.values import Number
from vernost.assessment.actions.case import (
    CaseIsOpen,
    close_cases,
    hand_over_cases,
    open_case,
    reopen_case,
    snooze_cases,
)
from vernost.assessment.enums import CaseState
from vernost.assessment.models import Case
from vernost.assessment.queries.case import visible_to, worked_by
from vernost.core.access import Action
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.core.queries.user import people_at_work

operations = Operations("judgement")
NOBODY = gettext_lazy("There is no such person, or he was switched off.")


@operations.reads("/cases", right=Action.VIEW_CLIENT, answer=Page[CaseShown])
def list_cases(request: Request, asked: Query[CasesAsked]) -> Page[CaseShown]:
    """Cases of the clients that the token's owner sees, and his own; those not closed unless asked otherwise."""
    rows = narrowed(
        visible_to(request.auth),
        client=asked.client_id,
        owner__in=asked.owner_id,
        code__in=asked.code,
        state__in=asked.state,
        outcome=asked.outcome,
        origin=asked.origin,
        severity=asked.severity,
        gone_on__isnull=None if asked.gone is None else not asked.gone,
    )
    if not (asked.state or asked.outcome):
        rows = rows.filter(closed_on=None)
    return page_for(request.auth, rows, asked, CaseShown, "at_stake")


@operations.creates("/cases", right=Action.JUDGE_SIGNAL, answer=CaseShown)
def open_a_case(request: Request, given: NewCase) -> CaseShown:
    """Opens a case at a client, with the tasks of its playbook."""
    client = client_for(request.auth, given.client_id, Action.JUDGE_SIGNAL)
    values = given.model_dump(exclude={"client_id"})
    chosen(people_at_work(), values, "owner_id", NOBODY)
    try:
        case = open_case(client=client, day=today(), by=request.auth, at=now(), face=Face.API, **values)
    except CaseIsOpen as known:
        raise _is_open(known) from known
    return _shown(request.auth, case)


@operations.reads("/cases/{case_id}", right=Action.VIEW_CLIENT, answer=CaseShown)
def show_case(request: Request, case_id: Number) -> CaseShown:
    """One case."""
    return _shown(request.auth, found(visible_to(request.auth), case_id))


@operations.acts("/cases/{case_id}/snooze", right=Action.JUDGE_SIGNAL, answer=CaseShown)
def snooze_a_case(request: Request, case_id: Number, given: PutOff) -> CaseShown:
    """Puts a case off: it comes back by itself on the day."""
    case = _unclosed(request.auth, case_id)
    snooze_cases(cases=[case], by=request.auth, at=now(), face=Face.API, **given.model_dump())
    return _shown(request.auth, case)


@operations.acts("/cases/{case_id}/close", right=Action.JUDGE_SIGNAL, answer=CaseShown)
def close_a_case(request: Request, case_id: Number, given: Closing) -> CaseShown:
    """Closes a case; the outcome says whether its signal was real, where nobody has said it yet."""
    case = _unclosed(request.auth, case_id)
    values = given.model_dump()
    close_cases(cases=[case], day=today(), by=request.auth, at=now(), face=Face.API, **values)
    return _shown(request.auth, case)


@operations.acts("/cases/{case_id}/reopen", right=Action.JUDGE_SIGNAL, answer=CaseShown)
def reopen_a_case(request: Request, case_id: Number) -> CaseShown:
    """Takes the closing or the putting off back."""
    case = case_for(request.auth, case_id)
    if case.state == CaseState.OPEN:
        return _shown(request.auth, case)
    try:
        reopen_case(case=case, by=request.auth, at=now(), face=Face.API)
    except CaseIsOpen as known:
        raise _is_open(known) from known
    return _shown(request.auth, case)


@operations.acts("/cases/{case_id}/hand-over", right=Action.JUDGE_SIGNAL, answer=CaseShown)
def hand_over_case(request: Request, case_id: Number, given: GivenTo) -> CaseShown:
    """Gives a case to another person, with the open tasks of who had it; to oneself: takes it."""
    case = _unclosed(request.auth, case_id)
    values: dict[str, Any] = given.model_dump()
    chosen(people_at_work(), values, "owner_id", NOBODY)
    hand_over_cases(cases=[case], to=values["owner"], by=request.auth, at=now(), face=Face.API)
    case.refresh_from_db()
    return _shown(request.auth, case)


def case_for(person: User, pk: int) -> Case:
    """A case that `person` may change."""
    case = found(visible_to(person).select_related("client", "signal"), pk)
    if not worked_by(person).filter(pk=pk).exists():
        raise Refusal(Code.NOT_ALLOWED)
    return case


def _unclosed(person: User, pk: int) -> Case:
    case = case_for(person, pk)
    if case.state == CaseState.CLOSED:
        raise Refusal(Code.CLOSED)
    return case


def _is_open(known: CaseIsOpen) -> Refusal:
    text = _("There is an open case for this reason; its number stands beside.")
    return Refusal(Code.IMPOSSIBLE, errors=[Wrong(where="body", what=text, stands=known.case.pk)])


def _shown(person: User, case: Case) -> CaseShown:
    return shown_to(person, case, CaseShown, "at_stake")
