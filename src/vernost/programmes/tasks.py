"""Background work of programmes."""

from datetime import date, datetime
from typing import Any

from django.tasks import task

from vernost.assessment.after_run import after_each_run
from vernost.assessment.models import Run
from vernost.core.clock import today
from vernost.core.jobs.ask import ask_once
from vernost.core.jobs.schedule import every_night
from vernost.core.models import User
from vernost.programmes.actions.counting import count_everything
from vernost.programmes.actions.goal_count import count_goals
from vernost.programmes.actions.kpi import count_kpis
from vernost.programmes.models import Goal
from vernost.programmes.queries.goal import open_goals
from vernost.programmes.queries.kpi import live_kpis
from vernost.programmes.queries.monthly_value import clients_of

# The numbers of so few clients are there at once; those of more a job counts.
AT_ONCE = 3_000


@task
def count_plans() -> dict[str, Any]:
    """Counts the numbers of every plan by which people work, and keeps them once a month for the picture. The result
    is {"numbers": how many}.
    """
    on, count = today(), 0
    for kpi in live_kpis():
        count_kpis(kpis=[kpi], on=on, read=on.day == 1)
        count += 1
    return {"numbers": count}


# After the assessment, whose levels the plans look at.
every_night(count_plans, hour=5)


@task
def count_measures() -> dict[str, Any]:
    """Counts what goals and scorecards show. The result is {"numbers": how many}."""
    return {"numbers": count_everything(on=today())}


# After the assessment and the planning of touches, whose results are counted.
every_night(count_measures, hour=5)


def request_counting(by: User | None) -> bool:
    """Enqueues a counting; False when one waits already, which will see the same data."""
    return ask_once(count_measures, by=by)


def count_soon(goal: Goal, *, on: date, by: User | None) -> bool:
    """Whether the numbers of a goal that was set or changed are there already; else a job brings them."""
    if clients_of(goal.scope, goal.subject).count() > AT_ONCE:
        request_counting(by)
        return False
    count_goals(goals=[goal], on=on)
    return True


@after_each_run
def count_anew(run: Run, at: datetime) -> None:
    """In a job of its own: whoever asked for the assessment does not wait for it."""
    if open_goals().exists():
        request_counting(None)
