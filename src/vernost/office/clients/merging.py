"""Two records of one client: pairs that look so, and making one of them."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from vernost.clients.actions.merge import UnableToMerge, merge_clients
from vernost.clients.models import Client
from vernost.clients.queries.client import matching, reachable_by
from vernost.clients.queries.duplicate import likely_pairs
from vernost.clients.queries.merging import compare
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.office.clients.forms import choices_of
from vernost.office.shell.access import client_for, demand
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast

_MOST_PAIRS = 100
_MOST_FOUND = 20
_LIKENESS = {
    "tax_id": gettext_lazy("the same tax id"),
    "email": gettext_lazy("the same e-mail"),
    "name": gettext_lazy("names alike"),
}


class Merge(forms.Form):
    """The record that goes into this one, chosen on the page before."""

    gone = forms.ModelChoiceField(queryset=Client.objects.none(), widget=forms.HiddenInput)


@require_GET
@demand(Action.REMOVE_CLIENT)
def duplicates(request: Request) -> HttpResponse:
    pairs = likely_pairs(reachable_by(request.user, Action.REMOVE_CLIENT), limit=_MOST_PAIRS)
    shown = [(pair, _LIKENESS[pair.by]) for pair in pairs]
    return render(request, "office/clients/duplicates.html", {"pairs": shown})


@require_http_methods(["GET", "POST"])
def merge(request: Request, pk: int) -> HttpResponse:
    """Find the other record, look at both side by side, make one of them: this one stays."""
    keep = client_for(request.user, pk, Action.REMOVE_CLIENT)
    others = reachable_by(request.user, Action.REMOVE_CLIENT).exclude(pk=keep.pk)
    form = Merge(request.POST or {"gone": request.GET.get("with", "")})
    choices_of(form, "gone").queryset = others
    gone = form.cleaned_data["gone"] if form.is_valid() else None
    wrong = ""
    if request.method == "POST" and gone is not None:
        try:
            run = merge_clients(keep=keep, gone=gone, by=request.user, at=now(), face=Face.WEB)
        except UnableToMerge:
            wrong = _("These two cannot be merged. Nothing was changed.")
        else:
            text = _("%(gone)s has gone into %(keep)s.") % {"gone": gone.name, "keep": keep.name}
            toast(request, text, undo_run=run)
            return redirect(keep)
    elif request.method == "POST":
        wrong = _("The other record is gone or not yours. Nothing was changed: look for it again.")
    words = request.GET.get("q", "").strip()
    found = matching(others, words).select_related("owner").order_by("name")[:_MOST_FOUND] if words else []
    context = {
        "client": keep,
        "gone": gone,
        "wrong": wrong,
        "words": words,
        "found": found,
        "compared": compare(keep, gone) if gone else [],
    }
    return render(request, "office/clients/merge.html", context)
