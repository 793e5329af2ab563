"""The company's own lists: segments with their owners, service lines, teams."""

from typing import Any

from django.db.models import Count, Model, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from vernost.clients.actions.segment import change_segment, create_segment
from vernost.clients.actions.service_line import change_service_line, create_service_line
from vernost.clients.models import Client, Order, Segment, ServiceLine
from vernost.core.access import Action
from vernost.core.actions.record import create_record
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import Team
from vernost.office.settings.forms import NameForm, SegmentForm
from vernost.office.shell.access import demand
from vernost.office.shell.http import Request
from vernost.office.shell.seen import Seen
from vernost.office.shell.toasts import toast


def _count_of(model: type[Model], column: str) -> Coalesce:
    """How many rows lead here, by the index of the column alone; a join would read them all."""
    rows = model._default_manager.filter(**{column: OuterRef("pk")}).order_by().values(column)
    return Coalesce(Subquery(rows.annotate(n=Count("pk")).values("n")), 0)


@require_GET
@demand(Action.CHANGE_SETTINGS)
def lists(request: Request) -> HttpResponse:
    context = {
        "segments": Segment.objects.select_related("owner")
        .annotate(count=_count_of(Client, "segment"))
        .order_by("name"),
        "service_lines": ServiceLine.objects.annotate(count=_count_of(Order, "service_line")).order_by(
            "name"
        ),
        "teams": Team.objects.annotate(count=Count("people")).order_by("name"),
    }
    return render(request, "office/settings/lists.html", context)


@require_http_methods(["GET", "POST"])
@demand(Action.CHANGE_SETTINGS)
def segment(request: Request, pk: int | None = None) -> HttpResponse:
    one = get_object_or_404(Segment, pk=pk) if pk else None
    initial = {"name": one.name, "owner": one.owner} if one else {}
    form = SegmentForm(request.POST or None, initial=initial, model=Segment, one=one)
    seen = Seen(request, form, one)

    def save(values: dict[str, Any]) -> None:
        given: dict[str, Any] = {"by": request.user, "at": now(), "face": Face.WEB, **values}
        change_segment(segment=one, **given) if one else create_segment(**given)

    if seen.write(save):
        return _saved(request)
    return _page(request, form, one.name if one else _("New segment"), seen)


@require_http_methods(["GET", "POST"])
@demand(Action.CHANGE_SETTINGS)
def service_line(request: Request, pk: int | None = None) -> HttpResponse:
    one = get_object_or_404(ServiceLine, pk=pk) if pk else None
    initial = {"name": one.name} if one else {}
    form = NameForm(request.POST or None, initial=initial, model=ServiceLine, one=one)
    seen = Seen(request, form, one)

    def save(values: dict[str, Any]) -> None:
        given: dict[str, Any] = {"by": request.user, "at": now(), "face": Face.WEB, **values}
        change_service_line(service_line=one, **given) if one else create_service_line(**given)

    if seen.write(save):
        return _saved(request)
    return _page(request, form, one.name if one else _("New service line"), seen)


@require_http_methods(["GET", "POST"])
@demand(Action.CHANGE_SETTINGS)
def team(request: Request) -> HttpResponse:
    form = NameForm(request.POST or None, model=Team)
    if request.method == "POST" and form.is_valid():
        create_record(record=Team(**form.cleaned_data), by=request.user, at=now(), face=Face.WEB)
        return _saved(request)
    return _page(request, form, _("New team"))


def _saved(request: Request) -> HttpResponse:
    toast(request, _("Saved."))
    return redirect("lists")


def _page(request: Request, form: NameForm, title: str, seen: Seen | None = None) -> HttpResponse:
    context = {"form": form, "seen": seen, "title": title, "back": reverse("lists")}
    return render(request, "office/shell/form.html", context)
