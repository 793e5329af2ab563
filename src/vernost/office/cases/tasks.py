"""Ticking tasks off, leaving them out, taking it back: from a case or from Today."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vernost.assessment.actions.task import finish_task, reopen_task, skip_task
from vernost.assessment.models import Task
from vernost.assessment.queries.task import may_work_on, visible_to
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.office.shell.access import demand
from vernost.office.shell.http import Request
from vernost.office.shell.safe import safe_address
from vernost.office.shell.toasts import toast


@require_POST
@demand(Action.VIEW_CLIENT)
def change_task(request: Request, pk: int, what: str) -> HttpResponse:
    task = _task_for(request, pk)
    run = f"task-{task.pk}-{now():%Y%m%d%H%M%S%f}"
    because = (request.POST.get("because") or request.POST.get("reason", "")).strip()[:300]
    match what:
        case "done":
            finish_task(task=task, by=request.user, at=now(), face=Face.WEB, run=run)
            toast(request, _("Done: %(task)s") % {"task": task.title}, undo_run=run)
        case "skip" if because:
            skip_task(task=task, because=because, by=request.user, at=now(), face=Face.WEB, run=run)
            toast(request, _("Left out: %(task)s") % {"task": task.title}, undo_run=run)
        case "skip":
            toast(request, _("Say why the task is left out. Nothing was changed."))
        case "reopen":
            reopen_task(task=task, by=request.user, at=now(), face=Face.WEB, run=run)
            toast(request, _("To do again: %(task)s") % {"task": task.title}, undo_run=run)
        case _other:
            raise Http404
    back = request.META.get("HTTP_REFERER") or task.client.get_absolute_url()
    return redirect(safe_address(request, back))


def _task_for(request: Request, pk: int) -> Task:
    task = visible_to(request.user).select_related("case", "client").filter(pk=pk).first()
    if task is None:
        raise Http404
    if not may_work_on(request.user, task):
        raise PermissionDenied
    return task
