"""What is done every night with the client base."""

from django.tasks import task

from vernost.clients.actions.recycle_bin import empty_recycle_bin
from vernost.core.clock import now
from vernost.core.jobs.schedule import every_night


@task
def empty() -> int:
    return empty_recycle_bin(at=now())


every_night(empty, hour=2)
