from typing import Any

from django.tasks.base import Task

from vernost.core.models import User


def ask_for(task: "Task[Any, Any]", *, by: User | None, **arguments: Any) -> int:
    """Enqueues `task`, remembers who asked for it, and returns the number of the job."""
    return int(task.enqueue(**arguments, created_by_id=by.pk if by else None).id)
