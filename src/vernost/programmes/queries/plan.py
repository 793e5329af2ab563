"""Plans as lists, cards and Today read them."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from vernost.clients.models import Client
from vernost.clients.queries import client as client_queries
from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User
from vernost.programmes.enums import LIVE, UNFINISHED, Lacking
from vernost.programmes.measures.measure import money_measures
from vernost.programmes.models import Kpi, Plan


def visible_to(user: User) -> QuerySet[Plan]:
    """Plans of clients that `user` may see."""
    return client_queries.on_clients_of(user, Action.VIEW_CLIENT, Plan.objects.filter(deleted_at=None))


def with_kpis(plans: QuerySet[Plan]) -> QuerySet[Plan]:
    """With the kept numbers, for lists (`kept_kpis`)."""
    rows = Kpi.objects.filter(deleted_at=None).select_related("line").order_by("pk")
    return plans.select_related("client", "responsible").prefetch_related(
        Prefetch("kpis", queryset=rows, to_attr="shown_kpis")
    )


def kept_kpis(plan: Plan) -> list[Kpi]:
    """Of a plan from `with_kpis`."""
    found: list[Kpi] = plan.shown_kpis  # type: ignore[attr-defined]  # prefetched
    return found


def plans_of(client: Client) -> QuerySet[Plan]:
    """Of one client: what runs first, then the newest."""
    rows = with_kpis(Plan.objects.filter(client=client, deleted_at=None))
    return rows.order_by("finished_on", "-since_on", "-pk")


def to_review(user: User, until: date, owner: User | None, *, most: int) -> list[Plan]:
    """The first `most` plans whose review, or whose end, has come by `until`; with `owner` those for which he answers.

    Two queries: the numbers come from the index of reviews, however many clients there are.
    """
    rows = visible_to(user).filter(state__in=LIVE, review_on__lte=until)
    rows = rows if owner is None else rows.filter(responsible=owner)
    found = list(rows.order_by("review_on", "pk").values_list("pk", flat=True)[:most])
    plans = Plan.objects.select_related("client").in_bulk(found) if found else {}
    return [plans[pk] for pk in found]


def strategic_without_plan(user: User, owner: User | None) -> QuerySet[Client]:
    """Strategic clients that `user` may change and that have no unfinished plan."""
    plans = Plan.objects.filter(client=OuterRef("pk"), deleted_at=None, state__in=UNFINISHED)
    rows = client_queries.reachable_by(user, Action.CHANGE_CLIENT).filter(strategic=True, ended_on=None)
    rows = rows if owner is None else rows.filter(owner=owner)
    return rows.filter(~Exists(plans)).order_by("name", "pk")


def kpis_visible_to(user: User) -> QuerySet[Kpi]:
    """Numbers of the plans that `user` may see, those in money only where he may see money."""
    rows: QuerySet[Kpi] = Kpi.objects.filter(deleted_at=None, plan__in=visible_to(user))
    if scope_of(user, Action.VIEW_MONEY) is Scope.NONE:
        rows = rows.exclude(measure__in=money_measures())
    return rows


def lacking_of(plan: Plan) -> list[Lacking]:
    found = []
    if not plan.aims.filter(deleted_at=None, over_on=None).exists():
        found.append(Lacking.AIM)
    if not plan.kpis.filter(deleted_at=None, target__isnull=False).exists():
        found.append(Lacking.NUMBER)
    if plan.review_on is None:
        found.append(Lacking.REVIEW)
    return found


def page_of(plan: Plan) -> dict[str, Any]:
    """What hangs on a plan, for its page and its print."""
    return {
        "aims": list(plan.aims.filter(deleted_at=None, over_on=None).order_by("pk")),
        "past_aims": list(plan.aims.filter(deleted_at=None, over_on__isnull=False).order_by("-over_on")),
        "actions": list(
            plan.actions.filter(deleted_at=None)
            .select_related("person", "contact")
            .order_by("closed_on", "due_on", "pk")
        ),
        "reviews": list(
            plan.reviews.filter(deleted_at=None).select_related("reviewed_by").order_by("-on", "-pk")
        ),
    }
