"""Tasks with which the tests of jobs work."""

from django.db import OperationalError
from django.tasks import task

from vernost.core.jobs.progress import report_progress


@task
def add(*, left: int, right: int) -> int:
    report_progress(1, 1, "added")
    return left + right


@task
def fail() -> None:
    raise ValueError("the file has no header")


@task
def lose_the_database() -> None:
    raise OperationalError("server closed the connection")
