"""What is done every night, or every few minutes, without anybody's asking.

The worker looks once a minute; whoever comes first enqueues.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.tasks.base import Task
from django.utils.timezone import localtime

from vernost.core.models import Schedule


@dataclass(frozen=True)
class _Nightly:
    task: "Task[Any, Any]"
    hour: int
    arguments: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class _Frequent:
    task: "Task[Any, Any]"
    every: timedelta
    needed: Callable[[datetime], bool]


_NIGHTLY: dict[str, _Nightly] = {}
_FREQUENT: dict[str, _Frequent] = {}


def every_night(task: "Task[Any, Any]", *, hour: int, **arguments: Any) -> None:
    """Enqueues `task` with `arguments` once a day, as soon as a worker runs after `hour` o'clock where the company is.

    Call it beside the task's definition; the app's `ready` loads that module.
    """
    _NIGHTLY[task.module_path] = _Nightly(task, hour, arguments)


def every_few_minutes(task: "Task[Any, Any]", *, minutes: int, needed: Callable[[datetime], bool]) -> None:
    """Enqueues `task`, without arguments, when so many minutes have passed since it was last enqueued and `needed` says
    at that moment that there is something to do: a quick question, for it is asked every minute.
    """
    _FREQUENT[task.module_path] = _Frequent(task, timedelta(minutes=minutes), needed)


def enqueue_due(at: datetime) -> int:
    """Enqueues what fell due since it was last asked for and returns how much. A new installation waits for its first
    night; nights that nobody's worker saw are made up for once.
    """
    nightly = sum(_enqueue_nightly(name, one, at) for name, one in _NIGHTLY.items())
    return nightly + sum(_enqueue_frequent(name, one, at) for name, one in _FREQUENT.items())


def _enqueue_nightly(name: str, one: _Nightly, at: datetime) -> bool:
    due = localtime(at).replace(hour=one.hour, minute=0, second=0, microsecond=0)
    if due > at:
        due -= timedelta(days=1)
    return _enqueue(name, one.task, one.arguments, due=due, first_at=at, at=at)


def _enqueue_frequent(name: str, one: _Frequent, at: datetime) -> bool:
    # A little earlier than the period: the worker looks once a minute, give or take.
    due = at - one.every + timedelta(seconds=5)
    return one.needed(at) and _enqueue(name, one.task, {}, due=due, first_at=at - 2 * one.every, at=at)


def _enqueue(
    name: str,
    task: "Task[Any, Any]",
    arguments: Mapping[str, Any],
    *,
    due: datetime,
    first_at: datetime,
    at: datetime,
) -> bool:
    with transaction.atomic():
        Schedule.objects.get_or_create(name=name, defaults={"last_at": first_at})
        # One statement decides among several workers.
        ours = Schedule.objects.filter(name=name, last_at__lt=due).update(last_at=at)
        if ours:
            task.enqueue(**arguments)
    return bool(ours)
