from django.http import Http404

from vernost.core.models import User
from vernost.transfer.models import ExportRun, ImportRun
from vernost.transfer.queries.run import exports_of, visible_to


def run_for(user: User, pk: int) -> ImportRun:
    """The import `pk`, or 404 when `user` may not see it."""
    run = visible_to(user).select_related("created_by", "job").filter(pk=pk).first()
    if run is None:
        raise Http404
    return run


def export_for(user: User, pk: int) -> ExportRun:
    """An archive that `user` had made himself, or 404."""
    run = exports_of(user).filter(pk=pk, finished_at__isnull=False).first()
    if run is None:
        raise Http404
    return run
