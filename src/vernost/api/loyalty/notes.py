"""What is noted of a client's loyalty: marks on factors and hygiene conditions, scorecards of expectations."""

from collections import Counter

from django.utils.translation import gettext as _
from ninja import Query

from vernost.api.loyalty.schemas import (
    ExpectationsAsked,
    ExpectationShown,
    FactorMarksAsked,
    FactorMarkShown,
    LoyaltyFactorShown,
    NewFactorMark,
    NewScorecard,
)
from vernost.api.shell.access import client_for
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import wrong
from vernost.assessment.actions.expectation import note_expectations
from vernost.assessment.actions.loyalty_factor import note_factor
from vernost.assessment.enums import FactorArea, FactorKind
from vernost.assessment.models import Expectation, FactorMark, LoyaltyFactor
from vernost.clients.queries.dealing import of_clients
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face

operations = Operations("judgement")


@operations.reads("/loyalty-factors", right=Action.VIEW_CLIENT, answer=list[LoyaltyFactorShown])
def list_loyalty_factors(request: Request) -> list[LoyaltyFactorShown]:
    """On what loyalty hangs, and the hygiene conditions: the numbers that stand as `factor_id`."""
    return [factor_shown(one) for one in LoyaltyFactor.objects.filter(deleted_at=None).order_by("pk")]


def factor_shown(one: LoyaltyFactor) -> LoyaltyFactorShown:
    return LoyaltyFactorShown(
        id=one.pk, code=one.code, name=str(one), kind=FactorKind(one.kind), area=FactorArea(one.area)
    )


@operations.reads("/factor-marks", right=Action.VIEW_CLIENT, answer=Page[FactorMarkShown])
def list_factor_marks(request: Request, asked: Query[FactorMarksAsked]) -> Page[FactorMarkShown]:
    """What is known of the factors at the clients that the token's owner sees."""
    rows = narrowed(
        of_clients(FactorMark, request.auth, Action.VIEW_CLIENT),
        client=asked.client_id,
        factor=asked.factor_id,
        state=asked.state,
        factor__kind=asked.kind,
        over_at__isnull=None if asked.over else True,
    )
    return page_of(rows, asked, FactorMarkShown)


@operations.acts("/factor-marks", right=Action.CHANGE_CLIENT, answer=FactorMarkShown | None)
def note_factor_mark(request: Request, given: NewFactorMark) -> FactorMark | None:
    """What we know of a factor at a client now; the mark before stays as history."""
    client = client_for(request.auth, given.client_id, Action.CHANGE_CLIENT)
    factor = LoyaltyFactor.objects.filter(pk=given.factor_id, deleted_at=None).first()
    if factor is None:
        raise wrong("body.factor_id", _("There is no such factor."))
    values = given.model_dump(exclude={"client_id", "factor_id"})
    return note_factor(client=client, factor=factor, by=request.auth, at=now(), face=Face.API, **values)


@operations.reads("/expectations", right=Action.VIEW_CLIENT, answer=Page[ExpectationShown])
def list_expectations(request: Request, asked: Query[ExpectationsAsked]) -> Page[ExpectationShown]:
    """What the clients expect and how we do, aspect by aspect, with all that was noted before."""
    rows = narrowed(
        of_clients(Expectation, request.auth, Action.VIEW_CLIENT),
        client=asked.client_id,
        aspect=asked.aspect,
        noted_on__gte=asked.noted_from,
        noted_on__lte=asked.noted_to,
    )
    return page_of(rows, asked, ExpectationShown)


@operations.creates("/expectations", right=Action.CHANGE_CLIENT, answer=list[ExpectationShown])
def note_scorecard(request: Request, given: NewScorecard) -> list[Expectation]:
    """A new scorecard; the ones before stay."""
    client = client_for(request.auth, given.client_id, Action.CHANGE_CLIENT)
    if any(times > 1 for times in Counter(one.aspect for one in given.scores).values()):
        raise wrong("body.scores", _("One aspect stands there twice."))
    return note_expectations(
        client=client,
        noted_on=given.noted_on,
        source=given.source,
        scores={one.aspect: (one.wanted, one.given) for one in given.scores},
        by=request.auth,
        at=now(),
        face=Face.API,
    )
