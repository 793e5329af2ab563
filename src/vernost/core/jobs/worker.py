"""Runs jobs one after another until told to stop. Any number of workers may run beside one another."""

import logging
import os
import secrets
import socket
import threading
import time
import traceback
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.db import InterfaceError, OperationalError, close_old_connections, connection
from django.utils.module_loading import import_string

from vernost.core.clock import now
from vernost.core.jobs.claim import MOST_ATTEMPTS, LeaseLost, claim, finish, keep, put_back
from vernost.core.jobs.progress import listener
from vernost.core.jobs.schedule import enqueue_due
from vernost.core.models import Job

_log = logging.getLogger(__name__)
_IDLE_SECONDS = 1.0
_SCHEDULE_SECONDS = 60.0
# The database was restarted or is out of reach, or a disk is full: what fails so is tried again.
PASSING = (OperationalError, InterfaceError, OSError)


def run_worker(should_stop: threading.Event) -> None:
    """Works until `should_stop` is set; the job at hand is finished first. A database that does not answer is waited
    for.
    """
    name = f"{socket.gethostname()[:30]}-{os.getpid()}-{secrets.token_hex(4)}"
    looked = -_SCHEDULE_SECONDS
    while not should_stop.is_set():
        try:
            close_old_connections()
            if time.monotonic() - looked >= _SCHEDULE_SECONDS:
                enqueue_due(now())
                looked = time.monotonic()
            worked = run_next_job(name)
        except PASSING:
            _log.warning("the database does not answer", exc_info=True)
            connection.close()
            worked = False
        if not worked:
            should_stop.wait(_IDLE_SECONDS)


def run_queued_jobs() -> int:
    """Runs everything that is due, here and now, and returns how many; for tests and the command line."""
    count = 0
    while run_next_job("here"):
        count += 1
    return count


def run_next_job(worker: str) -> bool:
    """Takes and runs one job; False when none is due. An error of the task ends in the job, never here."""
    lease = timedelta(seconds=settings.VERNOST_LEASE_SECONDS)
    job = claim(worker=worker, at=now(), lease=lease)
    if job is None:
        return False

    def report(done: int, total: int, message: str) -> None:
        keep(
            job_id=job.pk, worker=worker, attempt=job.attempts, at=now(), lease=lease,
            done=done, total=total, message=message[:300],
        )  # fmt: skip

    def sign_of_life() -> None:
        keep(job_id=job.pk, worker=worker, attempt=job.attempts, at=now(), lease=lease)

    with _Heartbeat(sign_of_life, settings.VERNOST_LEASE_SECONDS / 3):
        token = listener.set(report)
        try:
            _run(job, worker)
        except LeaseLost:
            _log.warning("%s was cancelled or taken by another worker", job)
        finally:
            listener.reset(token)
    return True


def _run(job: Job, worker: str) -> None:
    try:
        task = import_string(job.task)
        result, error = task.call(**job.arguments), ""
    except LeaseLost:
        raise
    except Exception as raised:  # Whatever a task raises is kept with the job; the worker lives on.
        _log.exception("%s failed", job)
        result, error = None, traceback.format_exc()
        if isinstance(raised, PASSING):
            # A connection that broke does not mend itself.
            connection.close()
            if job.attempts < MOST_ATTEMPTS:
                put_back(job_id=job.pk, worker=worker, attempt=job.attempts, at=now())
                return
    finish(job_id=job.pk, worker=worker, attempt=job.attempts, at=now(), result=result, error=error)


class _Heartbeat:
    """Calls `beat` every `seconds` in a thread of its own while the block runs."""

    def __init__(self, beat: Callable[[], None], seconds: float) -> None:
        self._beat = beat
        self._seconds = seconds
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._over.wait(self._seconds):
            try:
                self._beat()
            except LeaseLost:
                break
            except Exception:  # A busy database: the next beat tries again.
                _log.warning("sign of life not written", exc_info=True)
                connection.close()
        connection.close()
