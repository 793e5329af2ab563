"""Saving the address of a list under a name, and taking it away."""

from django import forms
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from vernost.core.actions.saved_view import delete_view, save_view
from vernost.core.clock import now
from vernost.core.enums import Face, Sharing
from vernost.core.models import SavedView
from vernost.core.queries.saved_view import views_for
from vernost.office.shell.http import Request
from vernost.office.shell.safe import safe_address
from vernost.office.shell.toasts import toast
from vernost.ui.remembered import remembered

# The page is part of where one stands and not of what one looks at.
_LEFT_OUT = ("page", "format")


class SaveView(forms.Form):
    list_name = forms.SlugField(widget=forms.HiddenInput)
    query = forms.CharField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(label=gettext_lazy("Name of the view"), max_length=100)
    sharing = forms.ChoiceField(label=gettext_lazy("For whom"), choices=Sharing)


def shown_views(request: Request, list_name: str) -> dict[str, object]:
    """What a list's template needs to show its views and to save another."""
    query, views = kept(request.GET), views_for(request.user, list_name)
    return {
        "views": [(view, view.query == query, view.owner_id == request.user.pk) for view in views],
        "save_view": remembered(("save view", list_name, query), lambda: _save_fields(list_name, query)),
    }


def _save_fields(list_name: str, query: str) -> str:
    initial = {"list_name": list_name, "query": query, "sharing": Sharing.PRIVATE}
    form = SaveView(initial=initial, auto_id="view_%s")
    return render_to_string("office/shell/save_view.html", {"form": form})


def kept(query: QueryDict) -> str:
    """The part of an address that a view keeps, always written alike."""
    copy = query.copy()
    for key in [key for key in copy if key in _LEFT_OUT or not any(copy.getlist(key))]:
        del copy[key]
    return copy.urlencode()


@require_POST
def save(request: Request) -> HttpResponse:
    form = SaveView(request.POST)
    back = safe_address(request, request.META.get("HTTP_REFERER", ""))
    if not form.is_valid():
        toast(request, _("A view needs a name. Nothing was saved."))
        return redirect(back)
    view = save_view(
        list_name=form.cleaned_data["list_name"],
        name=form.cleaned_data["name"],
        query=kept(QueryDict(form.cleaned_data["query"])),
        sharing=Sharing(form.cleaned_data["sharing"]),
        by=request.user,
        at=now(),
        face=Face.WEB,
    )
    toast(request, _("The view “%(name)s” is saved.") % {"name": view.name})
    return redirect(back)


@require_POST
def delete(request: Request, pk: int) -> HttpResponse:
    """One's own view alone."""
    view = SavedView.objects.filter(pk=pk, owner=request.user).first()
    if view is None:
        raise Http404
    delete_view(view=view, by=request.user, at=now(), face=Face.WEB)
    toast(request, _("The view “%(name)s” is gone.") % {"name": view.name})
    return redirect(safe_address(request, request.META.get("HTTP_REFERER", "")))
