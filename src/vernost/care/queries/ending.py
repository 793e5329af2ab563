"""What speaks for an ending, what protects a client from it, what the company would lose."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from vernost.assessment.models import ClientAssessment
from vernost.assessment.queries.client_assessment import assessment_of
from vernost.assessment.queries.signal import signals_of
from vernost.care.enums import OPEN_ENDINGS, Checklist, EndingState, Ground
from vernost.care.models import Ending
from vernost.clients.models import Client
from vernost.clients.queries import client as client_queries
from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User
from vernost.voice.enums import Direction
from vernost.voice.models import Interaction

_YEAR = timedelta(days=365)
# What new terms have to show something in, and what an ending takes.
TRIAL, HALFWAY = timedelta(days=91), timedelta(days=30)
# Signals of the assessment that are evidence of a ground.
EVIDENCE = {
    "falls_unexplained": Ground.ORDERS_FALL,
    "loss_making": Ground.LOSS_MAKING_TERMS,
    "cost_rises": Ground.COSTS_GROW,
    "free_work": Ground.FREE_WORK,
    "values_conflict": Ground.VALUES,
}
_LOSS_REASONS = ("net_loss_both_windows", "net_loss_since_start")
_OBLIGATION_REASONS = ("debt_overdue", "pays_late", "obligations_broken")


@dataclass(frozen=True)
class Case:
    """What the stored assessment says: `evidence` are signals by ground, `guards` codes of what protects the client,
    `loses` numbers by name.
    """

    grounds: tuple[Ground, ...]
    guards: tuple[str, ...]
    loses: dict[str, Any]


def visible_to(user: User) -> QuerySet[Ending]:
    endings = Ending.objects.filter(deleted_at=None, client__deleted_at=None)
    if scope_of(user, Action.VIEW_CLIENT) is Scope.ALL:
        return endings
    return endings.filter(client__in=client_queries.visible_to(user))


def not_mended(endings: QuerySet[Ending], as_of: date) -> QuerySet[Ending]:
    """Clients who accepted new terms at least TRIAL ago and still stand below "manage"; the longest first."""
    accepted = endings.filter(state=EndingState.KEPT, accepted=True, answered_on__lte=as_of - TRIAL)
    newer = Ending.objects.filter(client=OuterRef("client"), deleted_at=None, pk__gt=OuterRef("pk"))
    low = ClientAssessment.objects.filter(
        client=OuterRef("client"), group_in_force__in=("discipline", "fire")
    )
    still = accepted.filter(Exists(low), client__ended_on=None)
    return still.filter(~Exists(newer)).order_by("answered_on", "pk")


def left_halfway(endings: QuerySet[Ending], as_of: date) -> QuerySet[Ending]:
    """Decided at least HALFWAY ago and not finished; the longest first."""
    decided = endings.filter(state=EndingState.DECIDED, decided_on__lte=as_of - HALFWAY)
    return decided.order_by("decided_on", "pk")


def ending_of(client: Client) -> Ending | None:
    """The last one, open or over."""
    rows = Ending.objects.filter(client=client, deleted_at=None)
    return rows.select_related("decided_by", "guard_by").order_by("-opened_on", "-pk").first()


def open_ending_of(client: Client) -> Ending | None:
    ending = ending_of(client)
    return ending if ending is not None and EndingState(ending.state) in OPEN_ENDINGS else None


def case_of(client: Client) -> Case:
    """A client whom nobody has judged is protected: there is no evidence yet."""
    found = assessment_of(client)
    if found is None:
        return Case((), ("not_judged",), {})
    grounds = [EVIDENCE[one.code] for one in signals_of(client) if one.code in EVIDENCE]
    if found.group_reason in _LOSS_REASONS:
        grounds.insert(0, Ground.LOSES_MONEY)
    if found.group_reason in _OBLIGATION_REASONS:
        grounds.append(Ground.OBLIGATIONS)
    guards = tuple(code for code in found.guards.replace(",", " ").split() if code)
    loses = {
        "as_of": found.run.as_of.isoformat(),
        "revenue": float(found.revenue_window or 0),
        "profit": float(found.net_contribution_window or 0),
        "share": found.share or 0,
        "hours": round(_minutes(client, found.run.as_of) / 60, 1),
        "referred": Client.objects.filter(referred_by=client, deleted_at=None).count(),
    }
    return Case(tuple(dict.fromkeys(grounds)), guards, loses)


def _minutes(client: Client, as_of: date) -> int:
    """Our people's minutes of the year: talks and time written down as cost."""
    talks = Interaction.objects.filter(
        client=client, deleted_at=None, at__date__gt=as_of - _YEAR, at__date__lte=as_of
    )
    costs = client.costs.filter(deleted_at=None, spent_on__gt=as_of - _YEAR, spent_on__lte=as_of)
    return sum(minutes or 0 for rows in (talks, costs) for minutes in rows.values_list("minutes", flat=True))


def missing_of(ending: Ending) -> list[Checklist]:
    """What of the checklist is still to be done."""
    return [item for item in Checklist if item.value not in ending.done]


def greetings_since(ending: Ending, as_of: date) -> int:
    """Our contacts of the last year after the ending; the article says: once or twice."""
    if ending.state != EndingState.ENDED or ending.ended_on is None:
        return 0
    since = max(ending.ended_on, as_of - _YEAR)
    ours = Interaction.objects.filter(
        client=ending.client,
        deleted_at=None,
        direction=Direction.OUT,
        at__date__gt=since,
        at__date__lte=as_of,
    )
    return ours.count()
