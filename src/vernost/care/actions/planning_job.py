from vernost.core.jobs.ask import ask_once
from vernost.core.models import User

# By its name, as the queue keeps it: tasks call actions, and no action knows a task.
_PLAN_ALL = "vernost.care.tasks.plan_all_touches"


def request_planning(*, by: User | None) -> bool:
    """Enqueues a planning; False when one waits already, which will see the same rules and contacts. Call it in the
    transaction that changes them.
    """
    return ask_once(_PLAN_ALL, by=by, by_id=by.pk if by else None)
