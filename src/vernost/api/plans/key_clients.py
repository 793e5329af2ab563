from django.db.models import QuerySet
from ninja import Query

from vernost.api.plans.schemas import KeyClientsAsked, KeyClientShown
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, records_of
from vernost.api.shell.operations import Operations
from vernost.clients.models import Client
from vernost.core.access import Action
from vernost.programmes.queries.key_client import KeyClient, key_clients, with_relations

operations = Operations("care")


@operations.reads("/key-clients", right=Action.VIEW_KEY_CLIENTS, answer=Page[KeyClientShown])
def list_key_clients(request: Request, asked: Query[KeyClientsAsked]) -> Page[KeyClientShown]:
    """The key clients, which every employee can name; more of each for who may see the client."""
    rows: QuerySet[Client] = narrowed(key_clients(), owner=asked.owner_id)
    records, following = records_of(rows, asked)
    return Page[KeyClientShown](
        items=[_shown(one) for one in with_relations(records, request.auth)], next=following
    )


def _shown(one: KeyClient) -> KeyClientShown:
    client, judged = one.client, one.judged
    mine = judged if one.is_open else None
    return KeyClientShown(
        id=client.pk,
        name=client.name,
        owner_id=client.owner_id,
        segment_id=client.segment_id,
        group=(judged.group_in_force or judged.group) if judged else None,
        abc=judged.abc if judged else None,
        attractiveness=judged.attractiveness if judged else None,
        is_open=one.is_open,
        stage=(mine.stage_in_force or mine.stage) if mine else None,
        loyalty=(mine.loyalty_in_force or mine.loyalty) if mine else None,
        worst_case_id=one.worst_case.pk if one.worst_case else None,
        severity=one.worst_case.severity if one.worst_case else None,
        plan_id=one.plan.pk if one.plan else None,
    )
