"""The demo's development plans: running, just reviewed, due for a review, a draft and a finished one."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import override

from vernost.cli.demo.words import WORDS
from vernost.clients.models import Client
from vernost.core.enums import Face, Language
from vernost.programmes.actions.aim import change_aim
from vernost.programmes.actions.kpi import count_kpis, read_past
from vernost.programmes.actions.plan import Outline, create_plan, finish_plan, start_plan
from vernost.programmes.actions.plan_action import drop_plan_action, finish_plan_action
from vernost.programmes.actions.plan_review import review_plan
from vernost.programmes.models import Plan
from vernost.programmes.queries.kpi import kpis_of
from vernost.programmes.queries.plan_template import template_of


@dataclass(frozen=True)
class _Story:
    """Days before today on which the plan began and was reviewed; days after it of the next review."""

    template: str
    began: int
    reviewed: int | None
    review_in: int
    lasts: int = 365
    is_started: bool = True
    is_finished: bool = False


_STORIES = (
    _Story("wallet", began=210, reviewed=40, review_in=50),
    _Story("levels", began=120, reviewed=None, review_in=-2),
    _Story("slipping", began=95, reviewed=20, review_in=70, lasts=200),
    _Story("successor", began=0, reviewed=None, review_in=60, lasts=180, is_started=False),
    _Story("partner", began=400, reviewed=200, review_in=0, is_finished=True),
)
# What was due so lately is still to be done; every so many an older one was dropped.
_STILL_OPEN, _DROPPED = 6, 5


def make_plans(language: Language, at: datetime, today: date) -> None:
    """For the first strategic clients; the others ask for a plan on Today."""
    clients = Client.objects.filter(strategic=True, deleted_at=None, ended_on=None, owner__isnull=False)
    chosen = clients.select_related("owner").order_by("-last_ordered_on", "pk")
    with override(language):
        for client, story in zip(chosen[: len(_STORIES)], _STORIES, strict=False):
            _make(client, story, language, at, today)


def _make(client: Client, story: _Story, language: Language, at: datetime, today: date) -> None:
    template = template_of(story.template)
    owner = client.owner
    if template is None or owner is None:
        return
    words = WORDS[language]
    since = today - timedelta(days=story.began)
    given: dict[str, Any] = {"by": owner, "face": Face.CLI}
    plan = create_plan(
        client=client,
        outline=Outline(template.aims, template.kpis, template.actions),
        on=since,
        at=at - timedelta(days=story.began),
        name=template.name,
        responsible=owner,
        since_on=since,
        until_on=since + timedelta(days=story.lasts),
        review_on=today + timedelta(days=story.review_in),
        risks=words.plan_risk,
        is_sample=True,
        **given,
    )
    if not story.is_started:
        return
    start_plan(plan=plan, on=since, at=at - timedelta(days=story.began), **given)
    _act(plan, words.plan_dropped, at, today, given)
    read_past(kpis=kpis_of(plan), on=min(plan.until_on, today))
    if story.reviewed is not None:
        reviewed = today - timedelta(days=story.reviewed)
        review_plan(
            plan=plan, reached=words.plan_reached, decided=words.plan_decided, next_on=plan.review_on,
            on=reviewed, at=at - timedelta(days=story.reviewed), **given,
        )  # fmt: skip
        aim = plan.aims.select_related("plan").order_by("pk")[1]
        change_aim(aim=aim, text=words.plan_aim, why=words.plan_why, on=reviewed, at=at, **given)
    if story.is_finished:
        finish_plan(plan=plan, outcome=words.plan_outcome, on=min(plan.until_on, today), at=at, **given)
    else:
        count_kpis(kpis=kpis_of(plan), on=today)


def _act(plan: Plan, why: str, at: datetime, today: date, given: dict[str, Any]) -> None:
    past = plan.actions.filter(due_on__lt=today - timedelta(days=_STILL_OPEN)).select_related("client")
    for number, action in enumerate(past.order_by("due_on", "pk"), start=1):
        if number % _DROPPED:
            finish_plan_action(action=action, on=action.due_on, at=at, **given)
        else:
            drop_plan_action(action=action, why=why, on=action.due_on, at=at, **given)
