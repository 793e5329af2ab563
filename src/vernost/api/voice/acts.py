from ninja import Query

from vernost.api.shell.access import client_for
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.records import record_for
from vernost.api.shell.seen import standing_of
from vernost.api.shell.values import Number
from vernost.api.voice.schemas import ActChange, ActsAsked, ActShown, NewAct
from vernost.assessment.actions.contact import note_act
from vernost.clients.queries.dealing import of_clients
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.voice.actions.act import change_act, remove_act
from vernost.voice.models import Act

operations = Operations("talks")


@operations.reads("/acts", right=Action.VIEW_CLIENT, answer=Page[ActShown])
def list_acts(request: Request, asked: Query[ActsAsked]) -> Page[ActShown]:
    """Telling acts of the clients that the token's owner sees."""
    rows = narrowed(
        of_clients(Act, request.auth, Action.VIEW_CLIENT),
        client=asked.client_id,
        kind__in=asked.kind,
        happened_on__gte=asked.happened_from,
        happened_on__lte=asked.happened_to,
    )
    return page_of(rows, asked, ActShown)


@operations.creates("/acts", right=Action.LOG_INTERACTION, answer=ActShown)
def note_an_act(request: Request, given: NewAct) -> Act:
    """Writes down what a client did; some acts open a case at once."""
    client = client_for(request.auth, given.client_id, Action.LOG_INTERACTION)
    values = given.model_dump(exclude={"client_id"})
    act, _case = note_act(client=client, by=request.auth, at=now(), face=Face.API, **values)
    return act


@operations.reads("/acts/{act_id}", right=Action.VIEW_CLIENT, answer=ActShown)
def show_act(request: Request, act_id: Number) -> Act:
    """One act."""
    return _act(request.auth, act_id, Action.VIEW_CLIENT)


@operations.changes("/acts/{act_id}", right=Action.LOG_INTERACTION, answer=ActShown)
def change_an_act(request: Request, act_id: Number, given: ActChange) -> Act:
    """Writes the values that are sent and no others."""
    one = _act(request.auth, act_id, Action.LOG_INTERACTION)
    standing = standing_of(one, given.saw)
    return change_act(act=one, by=request.auth, at=now(), face=Face.API, standing=standing, **given.values)


@operations.removes("/acts/{act_id}", right=Action.LOG_INTERACTION)
def remove_an_act(request: Request, act_id: Number) -> None:
    """Into the recycle bin for 30 days."""
    one = _act(request.auth, act_id, Action.LOG_INTERACTION)
    remove_act(act=one, by=request.auth, at=now(), face=Face.API)


def _act(person: User, pk: int, action: Action) -> Act:
    return record_for(Act, person, pk, seen=Action.VIEW_CLIENT, action=action)
