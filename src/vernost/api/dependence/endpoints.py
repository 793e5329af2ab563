"""On whom the company depends: clients, referral trees, segments, industries, owners, service lines (D4)."""

from collections.abc import Mapping, Sequence
from typing import Any

from vernost.api.dependence.schemas import (
    DependenceShown,
    DependentClient,
    HoursOf,
    PlaceShown,
    ServiceLinePart,
    TreeShown,
    WithoutClient,
)
from vernost.api.shell.http import Request
from vernost.api.shell.operations import Operations
from vernost.assessment.models import Run
from vernost.assessment.queries.concentration import Loss, Measure, lines, losses, places, trees
from vernost.assessment.queries.dependence import Dependence, dependences
from vernost.assessment.queries.method import method
from vernost.assessment.queries.run import latest_run
from vernost.assessment.queries.tally import has_sums, sees_all
from vernost.clients.models import Segment
from vernost.core.access import Action
from vernost.core.clock import today
from vernost.core.models import User

operations = Operations("judgement")


@operations.reads("/dependence", right=Action.VIEW_MONEY, answer=DependenceShown)
def show_dependence(request: Request) -> DependenceShown:
    """On whom the company depends; who does not see the whole company sees his own clients as parts of it."""
    run, limit = latest_run(), method().dependence_share
    found = DependenceShown(
        judged_on=None, limit=limit, clients=[], trees=[], segments=[], industries=[], owners=[], service_lines=[]
    )  # fmt: skip
    if run is None or not has_sums():
        return found
    everybody = sees_all(request.auth)
    found.judged_on = run.as_of
    found.clients = _clients(run, dependences(request.auth, run, limit=limit, everybody=everybody))
    if everybody:
        _add_company(found, request.auth, Measure(run, limit))
    return found


def _clients(run: Run, rows: Sequence[Dependence]) -> list[DependentClient]:
    lost = {id(loss.one): loss for loss in losses(run, [one for one in rows if one.is_dangerous])}
    return [
        DependentClient(
            client_id=one.client.pk if one.client else None,
            name=one.client.name if one.client else "",
            revenue=one.revenue,
            share=one.share,
            contribution=one.contribution,
            profit_part=one.profit_part,
            hours=one.minutes / 60,
            dangerous=one.is_dangerous,
            plan_id=one.plan.pk if one.plan and one.client else None,
            plan_missing=one.needs_plan(),
            plan_to_look_at=one.needs_review(today()),
            without=_without(lost[id(one)]) if id(one) in lost else None,
        )
        for one in rows
    ]


def _without(loss: Loss) -> WithoutClient:
    return WithoutClient(
        revenue=loss.revenue_after,
        contribution=loss.profit_after,
        hours=loss.hours,
        people=[HoursOf(name=name, hours=hours) for name, hours in loss.people],
    )


def _add_company(found: DependenceShown, person: User, measure: Measure) -> None:
    found.trees = [TreeShown.model_validate(one) for one in trees(person, measure)]
    found.segments = _places("segment_id", measure, dict(Segment.objects.values_list("pk", "name")))
    found.industries = _places("industry", measure, None)
    found.owners = _places("owner_id", measure, dict(User.objects.values_list("pk", "name")))
    found.service_lines = [ServiceLinePart.model_validate(one) for one in lines(measure)]


def _places(column: str, measure: Measure, names: Mapping[Any, str] | None) -> list[PlaceShown]:
    return [
        PlaceShown(
            id=place.key if names is not None else None,
            name=names.get(place.key, "") if names is not None else place.key,
            clients=place.sums.clients,
            revenue=place.sums.revenue,
            share=place.share,
            contribution=place.sums.contribution,
            profit_part=place.profit_part,
            hours=place.sums.hours,
            dangerous=place.is_dangerous,
        )
        for place in places(column, measure)
    ]
