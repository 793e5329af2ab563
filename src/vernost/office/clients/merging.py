"""Two records of one client: pairs that look so, and making one of them."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from vernost.clients.actions.merge import UnableToMerge, merge_clients
from vernost.clients.models import Client
from vernost.clients.queries.client import reachable_by
from vernost.clients.queries.duplicate import likely_pairs
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.office.clients.forms import choices_of
from vernost.office.shell.access import client_for, demand
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast

_MOST_PAIRS = 100
_LIKENESS = {
    "tax_id": gettext_lazy("the same tax id"),
    "email": gettext_lazy("the same e-mail"),
    "name": gettext_lazy("names alike"),
}


class Merge(forms.Form):
    """The number of the record that goes into this one."""

    gone = forms.ModelChoiceField(
        label=gettext_lazy("Number of the other record"),
        help_text=gettext_lazy("It stands in the address of the other card: /clients/17/ is 17."),
        queryset=Client.objects.none(),
        widget=forms.NumberInput,
    )


@require_GET
@demand(Action.REMOVE_CLIENT)
def duplicates(request: Request) -> HttpResponse:
    pairs = likely_pairs(reachable_by(request.user, Action.REMOVE_CLIENT), limit=_MOST_PAIRS)
    shown = [(pair, _LIKENESS[pair.by]) for pair in pairs]
    return render(request, "office/clients/duplicates.html", {"pairs": shown})


@require_http_methods(["GET", "POST"])
def merge(request: Request, pk: int) -> HttpResponse:
    """This record stays; the other one's history comes to it."""
    keep = client_for(request.user, pk, Action.REMOVE_CLIENT)
    form = Merge(request.POST or None, initial={"gone": request.GET.get("with", "")})
    others = reachable_by(request.user, Action.REMOVE_CLIENT).exclude(pk=keep.pk)
    choices_of(form, "gone").queryset = others
    if request.method == "POST" and form.is_valid():
        gone = form.cleaned_data["gone"]
        try:
            run = merge_clients(keep=keep, gone=gone, by=request.user, at=now(), face=Face.WEB)
        except UnableToMerge:
            form.add_error("gone", _("These two cannot be merged. Nothing was changed."))
        else:
            text = _("%(gone)s has gone into %(keep)s.") % {"gone": gone.name, "keep": keep.name}
            toast(request, text, undo_run=run)
            return redirect(keep)
    return render(request, "office/clients/merge.html", {"client": keep, "form": form})
