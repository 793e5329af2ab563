"""Background work. The engine is loaded when a worker needs it, not by every web process."""

from typing import Any

from django.tasks import task

from vernost.assessment.actions.case import wake_cases as bring_back
from vernost.assessment.enums import Why
from vernost.assessment.queries.backtest import backtest_in_force, last_backtest_job
from vernost.assessment.queries.job import waiting_job
from vernost.core.clock import now, today
from vernost.core.enums import Face, JobState
from vernost.core.jobs.ask import ask_for
from vernost.core.jobs.schedule import every_night
from vernost.core.models import User
from vernost.engine.errors import EngineError


@task
def assess(*, why: str, by_id: int | None = None) -> dict[str, Any]:
    """Judges all clients. The result is {"run": number}, {"run": None} without orders, or {"refused": code,
    "details": …} when the data cannot be judged; words for it are in wording/errors.py.
    """
    from vernost.assessment.actions.run import assess_clients  # noqa: PLC0415  (loads the engine)

    by = User.objects.filter(pk=by_id).first() if by_id else None
    try:
        run = assess_clients(why=Why(why), by=by, at=now(), today=today(), clock=now)
    except EngineError as error:
        return refusal(error)
    return {"run": run.pk if run else None}


@task
def try_method(*, values: dict[str, Any]) -> dict[str, Any]:
    """What a change of the method would do; stores nothing. The result is Trial as JSON, or a refusal as above."""
    from vernost.assessment.actions.trial import try_changes  # noqa: PLC0415  (loads the engine)

    try:
        return try_changes(values=values, today=today())
    except EngineError as error:
        return refusal(error)


@task
def backtest(*, values: dict[str, Any], by_id: int | None = None) -> dict[str, Any]:
    """The signals on the company's own past, with `values` over the definitions in force, and where there is no answer
    for these yet, for these too. {"backtest": number}, {"backtest": None} without two years of orders, or a refusal.
    """
    from vernost.assessment.actions.backtest import run_backtest  # noqa: PLC0415  (loads the engine)

    by = User.objects.filter(pk=by_id).first() if by_id else None
    try:
        if values and backtest_in_force() is None:
            run_backtest(values={}, by=by, at=now(), today=today())
        test = run_backtest(values=values, by=by, at=now(), today=today())
    except EngineError as error:
        return refusal(error)
    return {"backtest": test.pk if test else None}


@task
def wake_cases() -> dict[str, Any]:
    """Brings back the cases that were put off until today."""
    return {"cases": bring_back(today=today(), at=now(), face=Face.JOB)}


def refusal(error: EngineError) -> dict[str, Any]:
    return {"refused": error.code, "details": {name: _plain(value) for name, value in error.details.items()}}


def _plain(value: object) -> object:
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value if isinstance(value, str | int | float | None) else str(value)


every_night(assess, hour=3, why=Why.NIGHTLY.value)
every_night(wake_cases, hour=0)


def request_assessment(why: Why, by: User | None) -> bool:
    """Enqueues an assessment; False when one is waiting already, which will see the same data. For buttons and imports:
    call it in the transaction that changes the data.
    """
    if waiting_job() is not None:
        return False
    ask_for(assess, by=by, why=why.value, by_id=by.pk if by else None)
    return True


def request_backtest(by: User) -> bool:
    """Enqueues a back-test by the definitions in force; False when one waits or runs already."""
    last = last_backtest_job()
    if last is not None and last.state in (JobState.QUEUED, JobState.RUNNING):
        return False
    ask_for(backtest, by=by, values={}, by_id=by.pk)
    return True
