"""Whether the audit log is as it was when it was sealed."""

from datetime import datetime

from vernost.core.models import AuditSeal
from vernost.core.seals import FIRST, digest_over, entries_between


def broken_seal() -> AuditSeal | None:
    """The first seal that does not fit the entries under it; None when all do."""
    before, last = FIRST, 0
    for seal in AuditSeal.objects.order_by("last_entry_id").iterator():
        digest, count = digest_over(before, entries_between(last, seal.last_entry_id))
        if (digest, count) != (seal.digest, seal.entry_count):
            return seal
        before, last = seal.digest, seal.last_entry_id
    return None


def last_sealed_at() -> datetime | None:
    """When the log was sealed last; None when it never was."""
    return AuditSeal.objects.order_by("-last_entry_id").values_list("at", flat=True).first()
