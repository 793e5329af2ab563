"""Background work of care."""

from typing import Any

from django.tasks import task

from vernost.care.actions.planning import plan_touches
from vernost.core.clock import now, today
from vernost.core.enums import JobState
from vernost.core.jobs.ask import ask_for
from vernost.core.jobs.schedule import every_night
from vernost.core.models import Job, User


@task
def plan_all_touches(*, by_id: int | None = None) -> dict[str, Any]:
    """Plans the touches of all clients. The result is {"planning": number}."""
    by = User.objects.filter(pk=by_id).first() if by_id else None
    return {"planning": plan_touches(by=by, at=now(), as_of=today(), clock=now).pk}


# After the assessment, whose groups and stages the rules ask for.
every_night(plan_all_touches, hour=4)


def request_planning(by: User | None) -> bool:
    """Enqueues a planning; False when one waits already, which will see the same rules
    and contacts. For changes of rules and for imports: call it in the transaction that changes the data.
    """
    waiting = Job.objects.filter(task=plan_all_touches.module_path, state=JobState.QUEUED)
    if waiting.exists():
        return False
    ask_for(plan_all_touches, by=by, by_id=by.pk if by else None)
    return True
