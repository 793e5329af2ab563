from typing import Any

from django.tasks.base import Task
from django.utils.module_loading import import_string

from vernost.core.enums import JobState
from vernost.core.models import Job, User


def ask_for(task: "Task[Any, Any]", *, by: User | None, **arguments: Any) -> int:
    """Enqueues `task`, remembers who asked for it, and returns the number of the job."""
    return int(task.enqueue(**arguments, created_by_id=by.pk if by else None).id)


def ask_once(task: "Task[Any, Any] | str", *, by: User | None, **arguments: Any) -> bool:
    """The same, unless one waits already: that one will see the same data. For changes of data: call it in their
    transaction, from an action with the name of the task. False when one waits.
    """
    name = task if isinstance(task, str) else task.module_path
    if Job.objects.filter(task=name, state=JobState.QUEUED).exists():
        return False
    ask_for(import_string(task) if isinstance(task, str) else task, by=by, **arguments)
    return True
