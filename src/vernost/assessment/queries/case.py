"""Cases as lists, cards and Today read them."""

from django.db.models import Q, QuerySet

from vernost.assessment.models import Case, CaseEvidence
from vernost.clients.models import Client
from vernost.clients.queries import client as client_queries
from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User
from vernost.core.queries.prepared import Prepared


def visible_to(user: User) -> QuerySet[Case]:
    """Cases of clients that `user` may see, and those that he has himself."""
    return _reachable(user, Action.VIEW_CLIENT)


def worked_by(user: User) -> QuerySet[Case]:
    """Cases that `user` may change."""
    return _reachable(user, Action.JUDGE_SIGNAL)


def _reachable(user: User, action: Action) -> QuerySet[Case]:
    cases = Case.objects.filter(deleted_at=None)
    match scope_of(user, action):
        case Scope.ALL:
            return cases.exclude(client__in=client_queries.removed())
        case Scope.NONE:
            return cases.none()
        case _:
            clients = client_queries.reachable_by(user, action)
            return cases.filter(Q(client__in=clients) | Q(owner=user, client__deleted_at=None))


_UNCLOSED = Prepared(
    lambda client: (
        Case.objects.filter(client=client, deleted_at=None, closed_on=None)
        .select_related("owner")
        .order_by("-severity", "opened_on", "id")
    )
)


def unclosed_of(client: Client) -> list[Case]:
    """The open and put off ones of one client, the gravest first."""
    return _UNCLOSED.records(client.pk)


def evidence_of(case: Case) -> list[CaseEvidence]:
    """What the case rested on, newest first."""
    return list(case.evidence.select_related("act", "act__interaction").order_by("-seen_on", "-id")[:50])


def severity_of(signal: int, abc: str) -> int:
    """Of a case, 1–3: that of its signal, one more for a client of class A (who together give most of the income), one
    less for one of class C.
    """
    return min(3, max(1, signal + {"A": 1, "C": -1}.get(abc, 0)))
