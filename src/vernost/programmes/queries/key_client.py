"""The key clients: the same list for everybody, with more of it for who may see the client."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from vernost.assessment.models import Case, ClientAssessment
from vernost.clients.models import Client, Segment
from vernost.clients.queries import client as client_queries
from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User
from vernost.core.models.indexes import falling
from vernost.programmes.enums import UNFINISHED
from vernost.programmes.models import Plan
from vernost.programmes.queries.plan import with_kpis

# The valuation proposes at most so many.
MOST_PROPOSED = 5


@dataclass(frozen=True)
class KeyClient:
    """`is_open`: the person may see the client; otherwise nothing but name, owner, segment and why is for him."""

    client: Client
    judged: ClientAssessment | None
    is_open: bool
    plan: Plan | None
    worst_case: Case | None


def key_clients() -> QuerySet[Client]:
    """Those marked as strategic whose relationship goes on, by name; reads no other client."""
    rows = Client.objects.filter(strategic=True, deleted_at=None, ended_on=None)
    return rows.select_related("owner", "segment__owner", "assessment").order_by("name", "pk")


def with_relations(clients: Sequence[Client], user: User) -> list[KeyClient]:
    """For `clients` of one page, in a fixed number of queries."""
    ids = [client.pk for client in clients]
    seen = set(client_queries.visible_to(user).filter(pk__in=ids).values_list("pk", flat=True))
    plans: dict[int, Plan] = {}
    rows = Plan.objects.filter(client__in=seen, deleted_at=None, state__in=UNFINISHED)
    # What runs goes before a draft for later.
    for plan in with_kpis(rows).order_by("state", "-since_on", "-pk"):
        known = plans.get(plan.client_id)
        if known is None or (known.state == "draft" and plan.state != "draft"):
            plans[plan.client_id] = plan
    worst: dict[int, Case] = {}
    for case in Case.objects.filter(client__in=seen, deleted_at=None, closed_on=None).order_by(
        "severity", "pk"
    ):
        worst[case.client_id] = case
    return [
        KeyClient(
            client,
            getattr(client, "assessment", None),
            client.pk in seen,
            plans.get(client.pk),
            worst.get(client.pk),
        )
        for client in clients
    ]


def proposed(user: User) -> list[ClientAssessment]:
    """Whom the valuation would call key: in the first group and of class A, not marked yet, best first; of the clients
    that `user` may change.
    """
    rows = ClientAssessment.objects.filter(
        group_in_force="reward",
        abc="A",
        client__strategic=False,
        client__deleted_at=None,
        client__ended_on=None,
    )
    if scope_of(user, Action.CHANGE_CLIENT) is not Scope.ALL:
        rows = rows.filter(client__in=client_queries.reachable_by(user, Action.CHANGE_CLIENT))
    return list(rows.select_related("client").order_by(falling("attractiveness"), "-client")[:MOST_PROPOSED])


def segments() -> list[Segment]:
    """Target segments and who answers for them."""
    return list(Segment.objects.select_related("owner").order_by("name"))
