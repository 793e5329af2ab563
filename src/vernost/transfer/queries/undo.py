"""What taking an import back would change, and what stays because somebody has worked with it since."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q, QuerySet

from vernost.clients.models import Client
from vernost.core.actions.audit import values_of
from vernost.core.enums import JobState
from vernost.core.models import AuditEntry
from vernost.core.models.base import Concluded, Removable
from vernost.transfer.enums import RunState
from vernost.transfer.models import ImportBatch, ImportRun

# A page must not look through a million records: beyond, only the numbers of the whole are told.
MOST_LOOKED = 20_000
_SHOWN = 50


@dataclass(frozen=True)
class Share:
    """Of one kind in a batch: what was created and goes, what was changed and gets its values back (by column), and
    what stays, in the form of ImportRun.conflicts.
    """

    kind: str
    gone: list[Any]
    restored: list[tuple[Any, dict[str, Any]]]
    conflicts: list[dict[str, Any]]
    client_ids: list[int]


@dataclass
class Preview:
    """`rows` are the first records with the values that they would get back, by column of the model; none for one that
    would go. `looked` of `total` records of the import were looked at.
    """

    removed: int = 0
    restored: int = 0
    conflicts: int = 0
    looked: int = 0
    total: int = 0
    rows: list[tuple[Any, dict[str, Any]]] = field(default_factory=list)
    conflict_rows: list[dict[str, Any]] = field(default_factory=list)


def undoable() -> QuerySet[ImportRun]:
    """Runs of which something is in the database and that nothing is working on."""
    open_now = Q(state__in=[RunState.DONE, RunState.STOPPED])
    broken_off = Q(state=RunState.UNDOING, job__state__in=[JobState.FAILED, JobState.CANCELLED])
    return ImportRun.objects.filter(open_now | broken_off, bookmark__gt=0)


def preview_of(run: ImportRun, most: int = MOST_LOOKED) -> Preview:
    """The newest first, as they would be taken back, whole batches until `most` records have been looked at."""
    found = Preview()
    away: dict[str, set[int]] = {}
    for batch in run.batches.filter(undone=False).order_by("-number").iterator(chunk_size=1):
        found.total += len(batch.changes)
        if found.looked >= most:
            continue
        found.looked += len(batch.changes)
        for share in shares_of(run, batch, away):
            away.setdefault(share.kind, set()).update(record.pk for record in share.gone)
            found.removed += len(share.gone)
            found.restored += len(share.restored)
            found.conflicts += len(share.conflicts)
            rows = [*share.restored, *((record, {}) for record in share.gone)]
            found.rows += rows[: _SHOWN - len(found.rows)]
            found.conflict_rows += share.conflicts[: _SHOWN - len(found.conflict_rows)]
    return found


def shares_of(
    run: ImportRun, batch: ImportBatch, away: Mapping[str, set[int]] | None = None
) -> Iterator[Share]:
    """Kind by kind, what hangs on clients before the clients; each is looked up when it is asked for.

    `away` are records that would be gone by then, by kind: for who looks without taking anything back.
    """
    by_kind: dict[str, dict[int, Any]] = {}
    for kind, pk, changes in batch.changes:
        known = by_kind.setdefault(kind, {})
        known[pk] = _together(known[pk], changes) if pk in known else changes
    for kind in sorted(by_kind, key=lambda label: label == "clients.client"):
        found = apps.get_model(kind)._default_manager.in_bulk(by_kind[kind])
        created = [record for pk, record in found.items() if by_kind[kind][pk] is None]
        changed = [(record, by_kind[kind][pk]) for pk, record in found.items() if by_kind[kind][pk]]
        conflicts: list[dict[str, Any]] = []
        restored = _restored(changed, conflicts)
        gone = _gone(run, kind, created, away or {}, conflicts)
        own = "pk" if kind == "clients.client" else "client_id"
        client_ids = {getattr(record, own) for record in found.values() if hasattr(record, own)}
        yield Share(kind, gone, restored, conflicts, sorted(client_ids))


def _together(first: dict[str, Any] | None, then: dict[str, Any] | None) -> dict[str, Any] | None:
    """Of one record changed twice: from the value before the first change to that after the second."""
    if first is None or then is None:
        return None
    return first | {own: [first[own][0] if own in first else was, new] for own, (was, new) in then.items()}


def conflict(record: models.Model, reason: str, column: str = "") -> dict[str, Any]:
    return {
        "kind": record._meta.label_lower,
        "id": record.pk,
        "name": str(record)[:200],
        "reason": reason,
        "column": column,
    }


def _gone(
    run: ImportRun,
    kind: str,
    created: list[Any],
    away: Mapping[str, set[int]],
    conflicts: list[dict[str, Any]],
) -> list[Any]:
    live = [record for record in created if record.deleted_at is None]
    ids = [record.pk for record in live]
    edited = _edited_since(run, kind, ids)
    in_use = _in_use(ids, away) if kind == "clients.client" else set()
    for record in live:
        if record.pk in edited:
            conflicts.append(conflict(record, "edited"))
        elif record.pk in in_use:
            conflicts.append(conflict(record, "in_use"))
    return [record for record in live if record.pk not in edited | in_use]


def _restored(
    changed: list[tuple[Any, dict[str, list[Any]]]], conflicts: list[dict[str, Any]]
) -> list[tuple[Any, dict[str, Any]]]:
    """Values that are still as the import wrote them go back to what they were."""
    restored = []
    for record, changes in changed:
        now = values_of(record)
        values = {
            own: _python(record, own, was) for own, (was, became) in changes.items() if now[own] == became
        }
        conflicts += [conflict(record, "changed", own) for own in changes if own not in values]
        if values:
            restored.append((record, values))
    return restored


def _edited_since(run: ImportRun, kind: str, ids: Iterable[int]) -> set[int]:
    """Which of the run's new records have another entry in the audit log, except from imports taken back since."""
    undone = ImportRun.objects.filter(state=RunState.UNDONE).values_list("token", flat=True)
    quiet = [run.token, *undone, *(f"undo-{token}" for token in undone)]
    entries = AuditEntry.objects.filter(kind=kind, object_id__in=list(ids)).exclude(run__in=quiet)
    return set(entries.values_list("object_id", flat=True))


def _in_use(client_ids: list[int], away: Mapping[str, set[int]]) -> set[int]:
    """Clients on whom something hangs that is still there; what a judgement made of them does not count."""
    found: set[int] = set()
    for relation in Client._meta.get_fields(include_hidden=True):
        if not isinstance(relation, models.ForeignObjectRel) or relation.related_model is Client:
            continue
        model: Any = relation.related_model
        name = relation.field.name
        rows = model._default_manager.filter(**{f"{name}__in": client_ids})
        if issubclass(model, Concluded):
            rows = rows.none() if model.BY_HAND is None else rows.filter(model.BY_HAND)
        if issubclass(model, Removable):
            rows = rows.filter(deleted_at=None)
        going = away.get(model._meta.label_lower, set())
        found |= {client_id for pk, client_id in rows.values_list("pk", name) if pk not in going}
    return found


def _python(record: models.Model, own: str, was: Any) -> Any:
    column = next(column for column in record._meta.concrete_fields if column.attname == own)
    if isinstance(column, models.ForeignKey):
        return was
    return None if was is None else column.to_python(was)
