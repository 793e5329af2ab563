"""Everything out, at any time, in open formats: one archive with a table per file."""

import secrets
import zipfile
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import transaction

from vernost.core.actions.audit import record_change, values_of
from vernost.core.actions.record import create_record
from vernost.core.enums import Face, Verb
from vernost.core.jobs.progress import report_progress
from vernost.core.models import User
from vernost.transfer.enums import ExportFormat
from vernost.transfer.exporting.tables import tables_for
from vernost.transfer.exporting.writers import write_table
from vernost.transfer.models import ExportRun
from vernost.transfer.storage import archive_of, folder


def ask_export(*, format: ExportFormat, by: User, at: datetime, face: Face) -> ExportRun:
    """Notes who wants everything out, in the audit log too; `write_export` makes the archive."""
    run = ExportRun(token=secrets.token_hex(8), format=format, created_by=by, created_at=at)
    return create_record(record=run, by=by, at=at, face=face, run=run.token)


def write_export(*, run: ExportRun, at: datetime) -> ExportRun:
    """Writes the archive of what its maker may see. It stands under its name only when it is whole."""
    if run.finished_at is not None:
        return run
    tables = tables_for(run.created_by)
    counts: dict[str, int] = {}
    place = archive_of(run.token)
    with TemporaryDirectory(dir=folder(run.token)) as work:
        half = Path(work) / "archive.zip"
        with zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED) as archive:
            for number, table in enumerate(tables):
                file = Path(work) / f"{table.name}.{run.format}"
                counts[table.name] = write_table(table, ExportFormat(run.format), file)
                archive.write(file, file.name)
                file.unlink()
                report_progress(number + 1, len(tables), table.name)
        half.replace(place)
    with transaction.atomic():
        before = values_of(run)
        run.counts, run.file_size, run.finished_at = counts, place.stat().st_size, at
        run.save(update_fields=["counts", "file_size", "finished_at"])
        record_change(
            record=run,
            verb=Verb.CHANGED,
            by=run.created_by,
            at=at,
            face=Face.JOB,
            before=before,
            run=run.token,
        )
    return run
