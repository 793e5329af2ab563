from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from vernost.core.actions.undo import undo_run
from vernost.core.actions.user import choose_looks
from vernost.core.clock import now
from vernost.core.enums import Face, Language, Theme
from vernost.core.models import AuditEntry
from vernost.office.shell.forms import Looks
from vernost.office.shell.http import Request
from vernost.office.shell.safe import safe_address
from vernost.office.shell.toasts import toast


@require_POST
def looks(request: Request) -> HttpResponse:
    """Language and theme of the person himself."""
    form = Looks(request.POST)
    if not form.is_valid():
        raise Http404
    language, theme = form.cleaned_data["language"], form.cleaned_data["theme"]
    choose_looks(
        user=request.user,
        language=Language(language) if language else None,
        theme=Theme(theme) if theme else None,
        at=now(),
        face=Face.WEB,
    )
    return redirect(safe_address(request, form.cleaned_data["next"]))


@require_POST
def undo(request: Request, run: str) -> HttpResponse:
    """Takes back a run of one's own."""
    if not AuditEntry.objects.filter(run=run, by=request.user).exists():
        raise Http404
    undone = undo_run(run=run, by=request.user, at=now(), face=Face.WEB)
    text = ngettext("%(count)d record put back.", "%(count)d records put back.", undone.records) % {
        "count": undone.records
    }
    if undone.conflicts:
        text += " " + ngettext(
            "%(count)d value was left: somebody has changed it since.",
            "%(count)d values were left: somebody has changed them since.",
            len(undone.conflicts),
        ) % {"count": len(undone.conflicts)}
    toast(request, text)
    return redirect(safe_address(request, request.META.get("HTTP_REFERER", "")))
