"""Taking the invented company away."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from vernost.clients.actions.sample import remove_sample
from vernost.clients.models import Client
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.office.shell.access import demand
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast


@require_GET
@demand(Action.CHANGE_SETTINGS)
def sample(request: Request) -> HttpResponse:
    count = Client.objects.filter(is_sample=True).count()
    return render(request, "office/settings/sample.html", {"count": count})


@require_POST
@demand(Action.CHANGE_SETTINGS)
def remove(request: Request) -> HttpResponse:
    removed = remove_sample(by=request.user, at=now(), face=Face.WEB)
    text = ngettext("%(count)d sample client is gone.", "%(count)d sample clients are gone.", removed.clients)
    toast(request, text % {"count": removed.clients})
    return redirect("clients")
