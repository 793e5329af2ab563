from typing import Any

from django.tasks.base import Task

from vernost.core.enums import JobState
from vernost.core.models import Job, User


def ask_for(task: "Task[Any, Any]", *, by: User | None, **arguments: Any) -> int:
    """Enqueues `task`, remembers who asked for it, and returns the number of the job."""
    return int(task.enqueue(**arguments, created_by_id=by.pk if by else None).id)


def ask_once(task: "Task[Any, Any]", *, by: User | None, **arguments: Any) -> bool:
    """The same, unless one waits already: that one will see the same data. For changes of data: call it in their
    transaction. False when one waits.
    """
    if Job.objects.filter(task=task.module_path, state=JobState.QUEUED).exists():
        return False
    ask_for(task, by=by, **arguments)
    return True
