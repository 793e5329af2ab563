"""The company's list of factors of loyalty and hygiene conditions."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vernost.assessment.actions.loyalty_factor import change_factor, create_factor, remove_factor
from vernost.assessment.enums import FactorArea, FactorKind
from vernost.assessment.models import LoyaltyFactor
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.office.loyalty.forms import Factor
from vernost.office.shell.access import demand
from vernost.office.shell.http import Request
from vernost.office.shell.seen import Seen
from vernost.office.shell.toasts import toast


@require_GET
@demand(Action.CHANGE_SETTINGS)
def factors(request: Request) -> HttpResponse:
    rows = LoyaltyFactor.objects.filter(deleted_at=None).order_by("kind", "area", "id")
    return render(request, "office/loyalty/factors.html", {"factors": rows})


@require_http_methods(["GET", "POST"])
@demand(Action.CHANGE_SETTINGS)
def new_factor(request: Request) -> HttpResponse:
    form = Factor(request.POST or None)
    if request.method == "POST" and form.is_valid():
        fields = form.cleaned_data
        create_factor(
            name=fields["name"],
            kind=FactorKind(fields["kind"]),
            area=FactorArea(fields["area"]),
            by=request.user,
            at=now(),
            face=Face.WEB,
        )
        toast(request, _("Saved."))
        return redirect("loyalty_factors")
    context = {"form": form, "title": _("New factor of loyalty"), "back": reverse("loyalty_factors")}
    return render(request, "office/shell/form.html", context)


@require_http_methods(["GET", "POST"])
@demand(Action.CHANGE_SETTINGS)
def factor(request: Request, pk: int) -> HttpResponse:
    found = _factor(pk)
    shown = {"name": str(found), "kind": found.kind, "area": found.area}
    form = Factor(request.POST or None, initial=shown)
    # The shipped words stay translated as long as nobody changes them.
    seen = Seen(request, form, found, lambda one: {"name": str(one)})
    if seen.write(
        lambda values: change_factor(
            factor=found, by=request.user, at=now(), face=Face.WEB,
            **{"name": found.name, "kind": found.kind, "area": found.area} | values,
        )
    ):  # fmt: skip
        toast(request, _("Saved."))
        return redirect("loyalty_factors")
    context = {"form": form, "seen": seen, "title": str(found), "back": reverse("loyalty_factors")}
    return render(request, "office/shell/form.html", context)


@require_POST
@demand(Action.CHANGE_SETTINGS)
def remove(request: Request, pk: int) -> HttpResponse:
    found, run = _factor(pk), f"remove-factor-{pk}-{now():%Y%m%d%H%M%S%f}"
    remove_factor(factor=found, by=request.user, at=now(), face=Face.WEB, run=run)
    toast(request, _("“%(name)s” is not asked for any more.") % {"name": str(found)}, undo_run=run)
    return redirect("loyalty_factors")


def _factor(pk: int) -> LoyaltyFactor:
    found = LoyaltyFactor.objects.filter(pk=pk, deleted_at=None).first()
    if found is None:
        raise Http404
    return found
