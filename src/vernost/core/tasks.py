"""What the core has done every night."""

from django.tasks import task

from vernost.core.actions.seal import seal_audit_log
from vernost.core.clock import now
from vernost.core.jobs.schedule import every_night


@task
def seal() -> None:
    seal_audit_log(at=now())


every_night(seal, hour=2)
