"""Whether the data is whole: the file, the foreign keys, the audit log."""

from dataclasses import dataclass

from django.db import connection
from django.db.utils import IntegrityError

from vernost.core.backups.tables import row_counts
from vernost.core.models import AuditSeal
from vernost.core.queries.seal import broken_seal


@dataclass(frozen=True)
class Checked:
    """`rows` by table. Whole when `damage` and `dangling` are empty and `broken` is None."""

    rows: dict[str, int]
    damage: str
    dangling: str
    broken: AuditSeal | None
    seals: int

    @property
    def is_whole(self) -> bool:
        return not self.damage and not self.dangling and self.broken is None


def check_data() -> Checked:
    return Checked(
        rows=row_counts(),
        damage=_damage(),
        dangling=_dangling(),
        broken=broken_seal(),
        seals=AuditSeal.objects.count(),
    )


def _damage() -> str:
    """What SQLite says of its own file; PostgreSQL watches its pages itself."""
    if connection.vendor != "sqlite":
        return ""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        said = "; ".join(row[0] for row in cursor.fetchall())
    return "" if said == "ok" else said


def _dangling() -> str:
    try:
        connection.check_constraints()
    except IntegrityError as error:
        return str(error)
    return ""
