"""Judging all clients: the database's rows through the engine and back, in one transaction at the end."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from importlib.metadata import version
from itertools import count
from typing import Any

from django.db.models import Min

from vernost.assessment.actions.store import store
from vernost.assessment.after_run import follow_up
from vernost.assessment.enums import Why
from vernost.assessment.judging import judge
from vernost.assessment.models import Run
from vernost.assessment.queries.engine_tables import engine_tables
from vernost.assessment.queries.method import as_json, method
from vernost.assessment.queries.run import day_to_judge
from vernost.clients.models import Order
from vernost.core.jobs.progress import report_progress
from vernost.core.models import User
from vernost.core.statistics import refresh_statistics
from vernost.engine.assess import STEPS

# Before the first assessment, so that the movement has a past to show.
_QUARTERS, _QUARTER = 4, 91
_TABLES = 8


def assess_clients(
    *, why: Why, by: User | None, at: datetime, today: date, clock: Callable[[], datetime]
) -> Run | None:
    """Judges every client and stores the judgement; None when there is no order to judge by.

    The day judged is `today`, or that of the last order when nothing was ordered for long. The first assessment judges
    the ends of the last quarters as well. Progress goes to the job. Raises EngineError when the tables cannot be
    judged; nothing is stored then.
    """
    as_of = day_to_judge(today)
    if as_of is None:
        return None
    settings = method()
    days = [*_past_days(as_of), as_of]
    steps = _Steps(_TABLES + len(days) * len(STEPS))
    tables = engine_tables(settings, steps.next)
    runs = []
    for day in days:
        judged = judge(tables, settings, day, steps.next, whole=day == as_of)
        run = Run(
            as_of=day,
            why=why if day == as_of else Why.PAST,
            asked_by=by,
            started_at=at,
            engine_version=version("vernost"),
            settings=as_json(settings),
            company=judged.company,
        )
        runs.append((run, judged))
    steps.next("store")
    run = store(runs=runs, by=by, clock=clock, today=today, tables=tables, settings=settings)
    refresh_statistics()
    follow_up(run, clock())
    return run


def _past_days(as_of: date) -> list[date]:
    """Before the first assessment: the ends of the last quarters in which there were orders, oldest first."""
    if Run.objects.exists():
        return []
    first: date | None = Order.objects.filter(deleted_at=None).aggregate(first=Min("ordered_on"))["first"]
    days = (as_of - timedelta(days=_QUARTER * back) for back in range(_QUARTERS, 0, -1))
    return [day for day in days if first is not None and day > first]


@dataclass
class _Steps:
    """Counts the steps of the whole work for the job's progress."""

    total: int

    def __post_init__(self) -> None:
        self._done = count(0)

    def next(self, name: str, *_: Any) -> None:
        report_progress(min(next(self._done), self.total - 1), self.total, name)
