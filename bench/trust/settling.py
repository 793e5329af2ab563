"""What was left behind is done to its end, and what is there then is told."""

import threading
from collections import Counter
from datetime import datetime
from time import monotonic, sleep
from typing import Any

from django.db import DatabaseError, InterfaceError, OperationalError, connection

from vernost.care.models import ClientLetter
from vernost.care.tasks import request_letters
from vernost.channels.actions.delivery import settle_cut_off
from vernost.channels.enums import LetterState
from vernost.channels.models import Letter
from vernost.clients.models import Order
from vernost.core.actions.seal import seal_audit_log
from vernost.core.backups.check import check_data
from vernost.core.backups.tables import row_counts
from vernost.core.clock import now
from vernost.core.enums import JobState
from vernost.core.jobs.worker import run_next_job, run_worker
from vernost.core.models import Job

_OPEN = (JobState.QUEUED, JobState.RUNNING)
# Tables in which how often something was begun is told, not what came of it.
_BESIDE = (
    "core_job",
    "core_schedule",
    "core_auditseal",
    "core_cache",
    "channels_outletstate",
    "django_",
    "sqlite_",
)


def drained(task: str = "") -> dict[str, Any]:
    """Works until nothing is left to do, or no job of `task`, then looks. `ran` are (task, second of its start, of its
    end) of the jobs done here; `cut` the jobs that were found being run by nobody.
    """
    cut = list(Job.objects.filter(state=JobState.RUNNING).values_list("task", flat=True))
    began, at = monotonic(), now()
    if task:
        _work_at(task)
    else:
        _work()
    return looked() | {"seconds": monotonic() - began, "ran": _ran(at), "cut": cut}


def looked() -> dict[str, Any]:
    """Rows by table, what is twice, what the check of the data finds, how the jobs ended, what became of letters."""
    seal_audit_log(at=now())
    checked = check_data()
    numbers = Counter(Order.objects.values_list("number", flat=True))
    return {
        "rows": {name: n for name, n in row_counts().items() if not name.startswith(_BESIDE)},
        "twice": sum(n - 1 for n in numbers.values()),
        "whole": checked.is_whole,
        "failed": list(Job.objects.filter(state=JobState.FAILED).values_list("task", "error")),
        "waiting": sorted(Job.objects.filter(state__in=_OPEN).values_list("task", flat=True)),
        "letters": dict(Letter.objects.values_list("message_id", "state")),
    }


def _work() -> None:
    over = threading.Event()

    def watch() -> None:
        while not _is_quiet():
            over.wait(0.1)
        over.set()

    watching = threading.Thread(target=watch, daemon=True)
    watching.start()
    run_worker(over)
    watching.join()


def _work_at(task: str) -> None:
    while Job.objects.filter(task__endswith=f".{task}", state__in=_OPEN).exists():
        if not run_next_job("here"):
            sleep(0.1)


def _is_quiet() -> bool:
    try:
        if Job.objects.filter(state__in=_OPEN).exists():
            return False
        if not _letters_wait():
            return True
        # The worker looks once a minute by itself; nobody here waits for that.
        settle_cut_off(at=now())
        request_letters(None)
    except (DatabaseError, InterfaceError, OperationalError):
        connection.close()
    return False


def _letters_wait() -> bool:
    unsaid = ClientLetter.objects.filter(logged_at=None, letter__state=LetterState.SENT)
    return (
        unsaid.exists() or Letter.objects.filter(state__in=(LetterState.QUEUED, LetterState.SENDING)).exists()
    )


def _ran(since: datetime) -> list[tuple[str, float, float]]:
    """Nothing is said of jobs that were begun before: their start was another worker's."""
    rows = Job.objects.filter(started_at__gte=since, state=JobState.DONE).order_by("started_at")
    found = rows.values_list("task", "started_at", "finished_at")
    return [(task, (a - since).total_seconds(), (b - since).total_seconds()) for task, a, b in found if b]
