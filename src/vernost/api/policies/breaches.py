"""Breaches of the policies, and the exceptions for which somebody answers."""

from ninja import Query

from vernost.api.policies.schemas import BreachAnswer, BreachesAsked, BreachShown
from vernost.api.shell.access import found
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal
from vernost.api.shell.sight import hidden, sees_money
from vernost.api.shell.values import Number
from vernost.assessment.actions.breach import UnableToAnswer, answer_breach
from vernost.assessment.queries.breach import visible_to
from vernost.assessment.wording.policy import OBJECTIONS
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import User

operations = Operations("judgement")


@operations.reads("/breaches", right=Action.VIEW_CLIENT, answer=Page[BreachShown])
def list_breaches(request: Request, asked: Query[BreachesAsked]) -> Page[BreachShown]:
    """What went beyond the policies at the clients that the token's owner sees."""
    rows = narrowed(
        visible_to(request.auth),
        client=asked.client_id,
        client__owner__in=asked.owner_id,
        code__in=asked.code,
        answered_by__isnull=None if asked.answered is None else not asked.answered,
        happened_on__gte=asked.day_from,
        happened_on__lte=asked.day_to,
    )
    page = page_of(rows, asked, BreachShown)
    return page.model_copy(update={"items": [_for(request.auth, one) for one in page.items]})


@operations.reads("/breaches/{breach_id}", right=Action.VIEW_CLIENT, answer=BreachShown)
def show_breach(request: Request, breach_id: Number) -> BreachShown:
    """One breach."""
    return _for(request.auth, BreachShown.model_validate(found(visible_to(request.auth), breach_id)))


@operations.acts("/breaches/{breach_id}/answer", right=Action.OVERRIDE_GATE, answer=BreachShown)
def answer_for_breach(request: Request, breach_id: Number, given: BreachAnswer) -> BreachShown:
    """Makes an exception of it, for which the token's owner answers."""
    breach = found(visible_to(request.auth).select_related("client__owner"), breach_id)
    if breach.answered_by_id is not None:
        raise Refusal(Code.CLOSED)
    try:
        answer_breach(breach=breach, why=given.why, by=request.auth, at=now(), face=Face.API)
    except UnableToAnswer as refused:
        raise Refusal(Code.NOT_ALLOWED) from refused
    return _for(request.auth, BreachShown.model_validate(breach))


def _for(person: User, breach: BreachShown) -> BreachShown:
    is_sum = OBJECTIONS[breach.code][1] == "money"
    return hidden(breach, "found", "allowed") if is_sum and not sees_money(person) else breach
