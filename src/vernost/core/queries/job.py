from datetime import datetime, timedelta

from django.db.models import Count, Min

from vernost.core.enums import JobState
from vernost.core.models import Job


def jobs_by_state() -> dict[str, int]:
    """How many background jobs there are in each state; a state without any is 0."""
    counted = dict(Job.objects.values_list("state").annotate(Count("id")).order_by())
    return {state.value: counted.get(state.value, 0) for state in JobState}


def longest_wait(*, at: datetime) -> timedelta:
    """For how long the oldest due job has waited for a worker; nothing when none waits."""
    due = Job.objects.filter(state=JobState.QUEUED, run_after__lte=at)
    first: datetime | None = due.aggregate(first=Min("run_after"))["first"]
    return at - first if first else timedelta()
