"""Imports and exports as background jobs."""

from django.tasks import task

from vernost.core.clock import now
from vernost.transfer.actions.check import check_import
from vernost.transfer.actions.execute import run_import
from vernost.transfer.actions.export import write_export
from vernost.transfer.actions.undo import undo_import
from vernost.transfer.models import ExportRun, ImportRun


@task
def check(*, run_id: int) -> None:
    check_import(run=ImportRun.objects.get(pk=run_id), at=now())


@task
def execute(*, run_id: int) -> None:
    run_import(run=ImportRun.objects.get(pk=run_id), at=now())


@task
def undo(*, run_id: int) -> None:
    undo_import(run=ImportRun.objects.get(pk=run_id), at=now())


@task
def export(*, run_id: int) -> None:
    write_export(run=ExportRun.objects.get(pk=run_id), at=now())
