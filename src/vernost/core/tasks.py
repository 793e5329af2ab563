"""What the core has done every night."""

from datetime import datetime

from django.tasks import task
from django.utils.translation import gettext_lazy as _

from vernost.core.actions.privacy import let_go
from vernost.core.actions.seal import seal_audit_log
from vernost.core.clock import now
from vernost.core.documents import sweep_documents
from vernost.core.jobs.schedule import every_night
from vernost.core.models import AccessEntry, User
from vernost.core.personal import holdings
from vernost.core.retention import Kept, keeps


@task
def seal() -> None:
    seal_audit_log(at=now())


@task
def sweep() -> int:
    """Removes attached files that no record names any more."""
    tokens = [
        token
        for holding in holdings()
        if holding.document
        for token in holding.model._default_manager.values_list(f"{holding.document}_token", flat=True)
    ]
    return sweep_documents(named=tokens, at=now())


@task
def keep_within_time() -> dict[str, int]:
    return let_go(at=now())


def _accesses_gone(before: datetime, by: User | None, at: datetime) -> int:
    return AccessEntry.objects.filter(at__lt=before).delete()[0]


every_night(seal, hour=2)
every_night(sweep, hour=3)
every_night(keep_within_time, hour=1)

keeps(
    Kept(
        "accesses", _("Log of access to personal data"), 36,
        count=lambda before: AccessEntry.objects.filter(at__lt=before).count(), remove=_accesses_gone,
    )
)  # fmt: skip
