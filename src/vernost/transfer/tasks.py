"""Imports and exports as background jobs."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db import transaction
from django.tasks import task

from vernost.core.clock import now
from vernost.core.jobs.claim import LeaseLost
from vernost.core.jobs.worker import PASSING
from vernost.core.models import User
from vernost.transfer.actions.check import check_import
from vernost.transfer.actions.execute import run_import
from vernost.transfer.actions.export import write_export
from vernost.transfer.actions.undo import undo_import
from vernost.transfer.enums import RunState
from vernost.transfer.models import ExportRun, ImportRun

if TYPE_CHECKING:
    from django.tasks.base import Task


def put_to_work(task: "Task[..., None]", run: ImportRun | ExportRun, by: User) -> None:
    """Has `task` done in the background for `run`."""
    with transaction.atomic():
        job = task.enqueue(run_id=run.pk, created_by_id=by.pk)
        type(run)._default_manager.filter(pk=run.pk).update(job_id=int(job.id))


@task
def check(*, run_id: int) -> None:
    with _honest(run_id):
        check_import(run=ImportRun.objects.get(pk=run_id), at=now())


@task
def execute(*, run_id: int) -> None:
    with _honest(run_id):
        run_import(run=ImportRun.objects.get(pk=run_id), at=now())


@task
def undo(*, run_id: int) -> None:
    undo_import(run=ImportRun.objects.get(pk=run_id), at=now())


@task
def export(*, run_id: int) -> None:
    write_export(run=ExportRun.objects.get(pk=run_id), at=now())


@contextmanager
def _honest(run_id: int) -> Iterator[None]:
    """A run whose job broke off does not say for ever that it is being worked on."""
    try:
        yield
    except (LeaseLost, *PASSING):
        # It is taken up again.
        raise
    except Exception:
        runs = ImportRun.objects.filter(pk=run_id)
        runs.filter(state=RunState.RUNNING).update(state=RunState.STOPPED, problem={"code": "broken"})
        runs.filter(state=RunState.CHECKING).update(state=RunState.COLUMNS, problem={"code": "broken"})
        raise
