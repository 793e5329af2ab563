"""What is done every night without anybody's asking. The worker looks once a minute; whoever comes first enqueues."""

from collections.abc import Mapping
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


_NIGHTLY: dict[str, _Nightly] = {}


def every_night(task: "Task[Any, Any]", *, hour: int, **arguments: Any) -> None:
    """Enqueues `task` with `arguments` once a day, as soon as a worker runs after `hour` o'clock where the company is.

    Call it beside the task's definition; the app's `ready` loads that module.
    """
    _NIGHTLY[task.module_path] = _Nightly(task, hour, arguments)


def enqueue_due(at: datetime) -> int:
    """Enqueues what fell due since it was last asked for and returns how much. A new installation waits for its first
    night; nights that nobody's worker saw are made up for once.
    """
    return sum(_enqueue(name, one, at) for name, one in _NIGHTLY.items())


def _enqueue(name: str, one: _Nightly, at: datetime) -> bool:
    due = localtime(at).replace(hour=one.hour, minute=0, second=0, microsecond=0)
    if due > at:
        due -= timedelta(days=1)
    with transaction.atomic():
        Schedule.objects.get_or_create(name=name, defaults={"last_at": at})
        # One statement decides among several workers.
        ours = Schedule.objects.filter(name=name, last_at__lt=due).update(last_at=at)
        if ours:
            one.task.enqueue(**one.arguments)
    return bool(ours)
