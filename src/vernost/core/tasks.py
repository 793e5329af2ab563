"""What the core has done every night."""

from django.tasks import task

from vernost.core.actions.seal import seal_audit_log
from vernost.core.clock import now
from vernost.core.documents import sweep_documents
from vernost.core.jobs.schedule import every_night
from vernost.core.personal import holdings


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


every_night(seal, hour=2)
every_night(sweep, hour=3)
