from django.utils.translation import gettext as _
from ninja import Query

from vernost.api.decisions.schemas import (
    Answered,
    AnswerKind,
    DecisionsAsked,
    DecisionShown,
    NewDecision,
    QuestionsAsked,
    QuestionShown,
)
from vernost.api.shell.access import client_for, found
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal, wrong
from vernost.api.shell.values import Number
from vernost.assessment.actions.decision import (
    UnableToDecide,
    accept_proposals,
    decide,
    keep_decisions,
    withdraw_decision,
)
from vernost.assessment.models import Decision
from vernost.assessment.queries.decision import (
    decisions_visible_to,
    last_words,
    questions_answerable_by,
    questions_visible_to,
    right_to_decide,
)
from vernost.assessment.wording.refusals import UNABLE_TO_DECIDE
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face

operations = Operations("judgement")
# Which value each refusal speaks of.
_PLACES = {"past_day": "body.until_on", "no_reason": "body.reason", "unknown_value": "body.decided"}


@operations.reads("/questions", right=Action.VIEW_CLIENT, answer=Page[QuestionShown])
def list_questions(request: Request, asked: Query[QuestionsAsked]) -> Page[QuestionShown]:
    """What waits for a person's word: run out, proposed anew, or wanting one."""
    rows = narrowed(
        questions_visible_to(request.auth),
        client=asked.client_id,
        subject=asked.subject,
        asks=asked.asks,
        client__owner__in=asked.owner_id,
    )
    return page_of(rows, asked, QuestionShown)


@operations.acts("/questions/{question_id}/answer", right=Action.DECIDE, answer=None)
def answer_question(request: Request, question_id: Number, given: Answered) -> None:
    """Answers a question as the program says, or as it was decided before."""
    question = found(questions_visible_to(request.auth).select_related("client", "decision"), question_id)
    if not questions_answerable_by(request.auth).filter(pk=question.pk).exists():
        raise Refusal(Code.NOT_ALLOWED)
    if given.answer is AnswerKind.KEEP and question.decision is None:
        raise wrong("body.answer", _("Nothing was decided before that could be kept."))
    answer = keep_decisions if given.answer is AnswerKind.KEEP else accept_proposals
    try:
        answer(questions=[question], until_on=given.until_on, by=request.auth, at=now(), face=Face.API)
    except UnableToDecide as refused:
        raise refused_decision(refused, "path.question_id") from refused


@operations.reads("/decisions", right=Action.VIEW_CLIENT, answer=Page[DecisionShown])
def list_decisions(request: Request, asked: Query[DecisionsAsked]) -> Page[DecisionShown]:
    """Decisions on the clients that the token's owner sees: the last words unless asked otherwise."""
    rows = narrowed(
        decisions_visible_to(request.auth),
        client=asked.client_id,
        subject=asked.subject,
        client__owner__in=asked.owner_id,
        until_on__lte=asked.until_to,
        over_at__isnull=None if asked.over else True,
    )
    return page_of(rows, asked, DecisionShown)


@operations.creates("/decisions", right=Action.DECIDE, answer=DecisionShown)
def make_decision(request: Request, given: NewDecision) -> Decision:
    """Decides on a client's group, stage or level until a day; against the program with a reason."""
    client = client_for(request.auth, given.client_id, Action.DECIDE)
    words = last_words(client)
    stands = words[given.subject].decided if given.subject in words else ""
    client_for(request.auth, client.pk, right_to_decide(given.subject, given.decided, stands))
    values = given.model_dump(exclude={"client_id"})
    try:
        return decide(client=client, by=request.auth, at=now(), face=Face.API, **values)
    except UnableToDecide as refused:
        raise refused_decision(refused, "body.client_id") from refused


@operations.reads("/decisions/{decision_id}", right=Action.VIEW_CLIENT, answer=DecisionShown)
def show_decision(request: Request, decision_id: Number) -> Decision:
    """One decision."""
    return found(decisions_visible_to(request.auth), decision_id)


@operations.acts("/decisions/{decision_id}/withdraw", right=Action.DECIDE, answer=DecisionShown)
def withdraw_a_decision(request: Request, decision_id: Number) -> Decision:
    """What the program says holds again."""
    decision = found(decisions_visible_to(request.auth), decision_id)
    client_for(request.auth, decision.client_id, right_to_decide(decision.subject, decision.decided))
    if decision.over_at is not None:
        raise Refusal(Code.CLOSED)
    return withdraw_decision(decision=decision, by=request.auth, at=now(), face=Face.API)


def refused_decision(refused: UnableToDecide, otherwise: str) -> Refusal:
    """At the value of which it speaks, or at the place `otherwise`."""
    return wrong(_PLACES.get(refused.code, otherwise), _(UNABLE_TO_DECIDE[refused.code]))
