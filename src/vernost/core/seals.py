"""How a seal over the audit log is worked out: each covers the seal before it and the entries since."""

import json
from collections.abc import Iterable
from hashlib import sha256

from vernost.core.models import AuditEntry

FIRST = "0" * 64


def entries_between(after: int, up_to: int) -> Iterable[AuditEntry]:
    return AuditEntry.objects.filter(pk__gt=after, pk__lte=up_to).order_by("pk").iterator(2000)


def digest_over(before: str, entries: Iterable[AuditEntry]) -> tuple[str, int]:
    """The digest of the seal that follows the one with digest `before`, and how many entries it covers."""
    chain, count = sha256(before.encode()), 0
    for entry in entries:
        values = [
            entry.pk,
            entry.at.timestamp(),
            entry.by_id,
            entry.verb,
            entry.kind,
            entry.object_id,
            entry.object_name,
            entry.changes,
            entry.face,
            entry.run,
        ]
        chain.update(json.dumps(values, sort_keys=True, ensure_ascii=False).encode())
        count += 1
    return chain.hexdigest(), count
