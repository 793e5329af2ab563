from datetime import datetime

from django.db import connection, transaction
from django.db.models import Max

from vernost.core.models import AuditEntry, AuditSeal
from vernost.core.seals import FIRST, digest_over, entries_between


def seal_audit_log(*, at: datetime) -> AuditSeal | None:
    """Seals every entry written since the last seal; None when there is none.

    Waits for those who are writing entries just now: a number below the seal can then no longer appear.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '10s'")
                cursor.execute(f"LOCK TABLE {AuditEntry._meta.db_table} IN SHARE MODE")
        last = AuditSeal.objects.order_by("-last_entry_id").first()
        after = last.last_entry_id if last else 0
        newest = AuditEntry.objects.filter(pk__gt=after).aggregate(newest=Max("pk"))["newest"]
        if newest is None:
            return None
        digest, count = digest_over(last.digest if last else FIRST, entries_between(after, newest))
        return AuditSeal.objects.create(last_entry_id=newest, entry_count=count, digest=digest, at=at)
