from ninja import Query

from vernost.api.judgement.reasons import valuation_of
from vernost.api.judgement.schemas import StandingsAsked, StandingShown, Valuation
from vernost.api.shell.access import client_for
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.values import Number
from vernost.assessment.models import ClientAssessment
from vernost.clients.queries.client import reachable_by
from vernost.core.access import Action

operations = Operations("judgement")


@operations.reads("/valuations", right=Action.VIEW_MONEY, answer=Page[StandingShown])
def list_valuations(request: Request, asked: Query[StandingsAsked]) -> Page[StandingShown]:
    """What the last assessment says of the clients whose money the token's owner sees."""
    rows = ClientAssessment.objects.filter(client__in=reachable_by(request.auth, Action.VIEW_MONEY))
    found = narrowed(
        rows,
        pk__in=asked.client_id,
        group_in_force=asked.group,
        stage_in_force=asked.stage,
        loyalty_in_force=asked.loyalty,
        regular=asked.regular,
    )
    return page_of(found, asked, StandingShown)


@operations.reads("/clients/{client_id}/valuation", right=Action.VIEW_MONEY, answer=Valuation)
def show_valuation(request: Request, client_id: Number) -> Valuation:
    """Every judgement on one client with its reasons in words, what would change it, and the signals that hold."""
    return valuation_of(client_for(request.auth, client_id, Action.VIEW_MONEY))
