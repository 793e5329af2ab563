"""What runs in the broken installation: prepare <work> <rows> | work | drain | look | orders | export <to>."""

import json
import shutil
import sys
import threading
from collections import Counter
from time import monotonic

import django

django.setup()

from django.conf import settings  # noqa: E402  (Django must be set up first)
from django.core.management import call_command  # noqa: E402
from django.db import InterfaceError, OperationalError, connection  # noqa: E402

from bench.trust.works import AT, WORKS  # noqa: E402
from bench.web.person import DIRECTOR, PASSWORD  # noqa: E402
from vernost.clients.models import Order  # noqa: E402
from vernost.core.actions.seal import seal_audit_log  # noqa: E402
from vernost.core.actions.user import create_user  # noqa: E402
from vernost.core.backups.check import check_data  # noqa: E402
from vernost.core.backups.tables import row_counts  # noqa: E402
from vernost.core.clock import now  # noqa: E402
from vernost.core.enums import Face, JobState, Language, Role  # noqa: E402
from vernost.core.jobs.worker import run_worker  # noqa: E402
from vernost.core.models import Job, User  # noqa: E402
from vernost.transfer.actions.export import ask_export, write_export  # noqa: E402
from vernost.transfer.enums import ExportFormat  # noqa: E402
from vernost.transfer.storage import archive_of  # noqa: E402

_OPEN = (JobState.QUEUED, JobState.RUNNING)
# Tables in which how often something was begun is told, not what came of it.
_BESIDE = ("core_job", "core_schedule", "core_auditseal", "core_cache", "django_", "sqlite_")


def prepare(work: str, rows: str) -> None:
    """A company with a director, and the work in the queue."""
    settings.VERNOST_DATA.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)
    director = create_user(
        email=DIRECTOR, name="Dina", role=Role.DIRECTOR, password=PASSWORD, by=None, at=AT, face=Face.CLI,
        language=Language.ENGLISH,
    )  # fmt: skip
    WORKS[work](director, settings.VERNOST_DATA, int(rows))


def work() -> None:
    """What `vernost manage work` does, and says when it begins."""
    print("ready", flush=True)
    run_worker(threading.Event())


def drain() -> None:
    """Works until nothing is left to do, then looks."""
    began = monotonic()
    over = threading.Event()

    def watch() -> None:
        while not _is_quiet():
            over.wait(0.1)
        over.set()

    threading.Thread(target=watch, daemon=True).start()
    run_worker(over)
    look(seconds=monotonic() - began)


def export(to: str) -> None:
    """All tables as CSV, at `to`."""
    by = User.objects.get(email=DIRECTOR)
    run = write_export(run=ask_export(format=ExportFormat.CSV, by=by, at=AT, face=Face.CLI), at=AT)
    shutil.copy(archive_of(run.token), to)


def _is_quiet() -> bool:
    try:
        return not Job.objects.filter(state__in=_OPEN).exists()
    except (OperationalError, InterfaceError):
        connection.close()
        return False


def look(*, seconds: float = 0.0) -> None:
    """Rows by table, what is twice, what the check of the data finds, how the jobs ended."""
    seal_audit_log(at=now())
    checked = check_data()
    numbers = Counter(Order.objects.values_list("number", flat=True))
    found = {
        "rows": {name: n for name, n in row_counts().items() if not name.startswith(_BESIDE)},
        "twice": sum(n - 1 for n in numbers.values()),
        "whole": checked.is_whole,
        "failed": list(Job.objects.filter(state=JobState.FAILED).values_list("task", "error")),
        "seconds": seconds,
        "open": Job.objects.filter(state__in=_OPEN).count(),
        "running": list(Job.objects.filter(state=JobState.RUNNING).values_list("task", flat=True)),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["prepare", name, rows]:
            prepare(name, rows)
        case ["work"]:
            work()
        case ["drain"]:
            drain()
        case ["look"]:
            look()
        case ["export", to]:
            export(to)
        case ["orders"]:
            print(json.dumps(list(Order.objects.values_list("number", flat=True))))
        case words:
            raise SystemExit(f"unknown: {words}")
