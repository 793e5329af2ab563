"""What imports and exports hold about people: uploaded files, reports of rows, values from before, archives."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from vernost.core.actions.erase_audit import MARK
from vernost.core.models import AuditEntry
from vernost.core.personal import Subject, erases
from vernost.transfer.models import ExportRun, ImportBatch, ImportRun
from vernost.transfer.storage import archive_of, remove_folder


@erases
def erase_files(subject: Subject, numbers: Mapping[str, frozenset[int]], at: datetime) -> dict[str, int]:
    """Removes the files of imports that brought or changed a record, and every archive of everything: they hold the
    person too. The runs stay, with their numbers, and can still be taken back.
    """
    touched = _scrub_batches(numbers) | _by_audit(numbers)
    for run in ImportRun.objects.filter(pk__in=touched):
        remove_folder(run.token)
        run.layout = {**run.layout, "rows": [], "client_key_rows": []}
        run.unknown, run.conflicts = {}, []
        run.save(update_fields=["layout", "unknown", "conflicts"])
    archives = 0
    for export in ExportRun.objects.filter(finished_at__isnull=False):
        archives += archive_of(export.token).exists()
        remove_folder(export.token)
    return {"files": len(touched), "archives": archives}


def _scrub_batches(numbers: Mapping[str, frozenset[int]]) -> set[int]:
    """The runs whose batches name one of the records; the values from before are taken out of them."""
    runs: set[int] = set()
    for batch in ImportBatch.objects.iterator(chunk_size=20):
        kept = [_scrubbed(change, numbers) for change in batch.changes]
        if any(change[1] in numbers.get(change[0], ()) for change in batch.changes):
            runs.add(batch.run_id)
            if kept != batch.changes:
                batch.changes = kept
                batch.save(update_fields=["changes"])
    return runs


def _scrubbed(change: list[Any], numbers: Mapping[str, frozenset[int]]) -> list[Any]:
    kind, pk, values = change
    if values is None or pk not in numbers.get(kind, ()):
        return change
    # No value in the record is this mark: an undo then leaves the record as it is.
    return [kind, pk, {name: [MARK, f"{MARK}{MARK}"] for name in values}]


def _by_audit(numbers: Mapping[str, frozenset[int]]) -> set[int]:
    tokens: set[str] = set()
    for kind, pks in numbers.items():
        ids = sorted(pks)
        for start in range(0, len(ids), 500):
            entries = AuditEntry.objects.filter(kind=kind, object_id__in=ids[start : start + 500])
            tokens |= set(entries.exclude(run="").values_list("run", flat=True))
    return set(ImportRun.objects.filter(token__in=tokens).values_list("pk", flat=True))
