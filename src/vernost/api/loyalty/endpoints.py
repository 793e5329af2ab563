"""Loyalty of one client and of all: level with its evidence, words against deeds, what is broken, gaps (C3–C5)."""

from ninja import Query

from vernost.api.loyalty.client import loyalty_of
from vernost.api.loyalty.schemas import (
    BrokenFactor,
    ClientLoyalty,
    ClientsOnLevel,
    GapShown,
    LoyaltyAsked,
    LoyaltyShown,
    PartingShown,
)
from vernost.api.shell.access import client_for
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Asked, Page
from vernost.api.shell.operations import Operations
from vernost.api.shell.sight import page_for, sees_money
from vernost.api.shell.values import Number
from vernost.assessment.declared import LOYALTY_LEVELS
from vernost.assessment.enums import Aspect, FactorArea, FactorKind
from vernost.assessment.queries.client_assessment import grid
from vernost.assessment.queries.loyalty import broken_factors, compelled, contradictions, gaps
from vernost.assessment.queries.method import method
from vernost.core.access import Action
from vernost.core.models import User

operations = Operations("judgement")
_LEVEL = "loyalty_in_force"
_PATHS = {"segment": "segment", "group": "assessment__group_in_force"}


@operations.reads("/loyalty", right=Action.VIEW_CLIENT, answer=LoyaltyShown)
def show_loyalty(request: Request, asked: Query[LoyaltyAsked]) -> LoyaltyShown:
    """Levels, what is broken and where expectations are not met, of the clients that the token's owner sees."""
    person = request.auth
    cells = grid(person, _LEVEL, _LEVEL)
    return LoyaltyShown(
        levels=[
            ClientsOnLevel(level=code, clients=cells[code, code].clients if (code, code) in cells else 0)
            for code in LOYALTY_LEVELS
        ],
        compelled=compelled(person),
        say_well_and_buy_less=contradictions(person, method()).count(),
        broken=[
            BrokenFactor(
                factor_id=one.pk,
                name=str(one),
                kind=FactorKind(one.kind),
                area=FactorArea(one.area),
                clients=clients,
            )
            for one, clients in broken_factors(person)
        ],
        gaps=_gaps(person, _PATHS[asked.by]),
    )


@operations.reads("/loyalty/contradictions", right=Action.VIEW_CLIENT, answer=Page[PartingShown])
def list_contradictions(request: Request, asked: Query[Asked]) -> Page[PartingShown]:
    """Clients who speak well of us and buy less."""
    rows = contradictions(request.auth, method()).select_related(None)
    return page_for(request.auth, rows, asked, PartingShown, "revenue_previous", "revenue_window")


@operations.reads("/clients/{client_id}/loyalty", right=Action.VIEW_CLIENT, answer=ClientLoyalty)
def show_loyalty_of_client(request: Request, client_id: Number) -> ClientLoyalty:
    """The level with its evidence and the next step, factors and hygiene conditions, what the client expects."""
    return loyalty_of(client_for(request.auth, client_id), money=sees_money(request.auth))


def _gaps(person: User, path: str) -> list[GapShown]:
    order = {aspect.value: place for place, aspect in enumerate(Aspect)}
    found = gaps(person, path)
    return [
        GapShown(
            of=of, aspect=Aspect(aspect), wanted=one.wanted, given=one.given, gap=one.gap, clients=one.clients
        )
        for (of, aspect), one in sorted(found.items(), key=lambda pair: (pair[0][0], order[pair[0][1]]))
    ]
