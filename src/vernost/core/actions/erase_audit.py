"""The audit log forgets what it knew of a person, and still tells that something was done, by whom and when."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import batched
from typing import Any

from vernost.core.append_only import rewritten
from vernost.core.models import AuditEntry, AuditSeal
from vernost.core.queries.seal import broken_seal
from vernost.core.seals import FIRST, digest_over, entries_between

_BATCH = 500
MARK = "–"


class UnableToErase(Exception):
    """The audit log is not as it was sealed: erasing would hide who changed it."""


def erase_audit(
    *,
    numbers: Mapping[str, Iterable[int]],
    columns: Mapping[str, frozenset[str]],
    around: Mapping[str, Iterable[int]],
    said: re.Pattern[str] | None,
    at: datetime,
) -> int:
    """Takes the `columns` by kind out of the entries on `numbers`, and what matches `said` out of those on `around`.

    Call it in the transaction that erases the rest. The seals from the first changed entry on are made anew; the log
    must be as sealed before: UnableToErase. Returns how many entries were changed.
    """
    if broken_seal() is not None:
        raise UnableToErase
    changed: list[AuditEntry] = []
    for kind, pks in numbers.items():
        for entry in _entries(kind, pks):
            entry.changes = {
                name: [MARK, MARK] if name in columns[kind] else pair for name, pair in entry.changes.items()
            }
            entry.object_name = f"#{entry.object_id}"
            changed.append(entry)
    done = {entry.pk for entry in changed}
    for kind, pks in around.items() if said else ():
        for entry in _entries(kind, pks):
            text = json.dumps([entry.object_name, entry.changes], ensure_ascii=False)
            if entry.pk not in done and said and said.search(text):
                entry.object_name = said.sub(MARK, entry.object_name)
                entry.changes = {name: without(pair, said) for name, pair in entry.changes.items()}
                changed.append(entry)
    if changed:
        with rewritten(AuditEntry._meta.db_table):
            AuditEntry.objects.bulk_update(changed, ["object_name", "changes"], batch_size=_BATCH)
        _seal_anew(min(entry.pk for entry in changed))
    return len(changed)


def without(value: Any, said: re.Pattern[str]) -> Any:
    """`value` of JSON with what matches `said` taken out of its texts."""
    match value:
        case str():
            return said.sub(MARK, value)
        case list():
            return [without(one, said) for one in value]
        case dict():
            return {name: without(one, said) for name, one in value.items()}
    return value


def _entries(kind: str, pks: Iterable[int]) -> Iterable[AuditEntry]:
    for some in batched(pks, _BATCH):
        yield from AuditEntry.objects.filter(kind=kind, object_id__in=some)


def _seal_anew(first: int) -> None:
    kept = AuditSeal.objects.filter(last_entry_id__lt=first).order_by("-last_entry_id").first()
    before, last = (kept.digest, kept.last_entry_id) if kept else (FIRST, 0)
    seals = list(AuditSeal.objects.filter(last_entry_id__gt=last).order_by("last_entry_id"))
    if not seals:
        return
    for seal in seals:
        seal.digest, _count = digest_over(before, entries_between(last, seal.last_entry_id))
        before, last = seal.digest, seal.last_entry_id
    with rewritten(AuditSeal._meta.db_table):
        AuditSeal.objects.bulk_update(seals, ["digest"], batch_size=_BATCH)
