from django.db.models import QuerySet

from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User
from vernost.transfer.models import ExportRun, ImportRun


def visible_to(user: User) -> QuerySet[ImportRun]:
    """Imports that `user` may look at: all, or his own."""
    match scope_of(user, Action.IMPORT):
        case Scope.ALL:
            return ImportRun.objects.all()
        case Scope.NONE:
            return ImportRun.objects.none()
        case _:
            return ImportRun.objects.filter(created_by=user)


def exports_of(user: User) -> QuerySet[ExportRun]:
    """An archive holds what its maker may see, so that nobody else may fetch it."""
    return ExportRun.objects.filter(created_by=user)
