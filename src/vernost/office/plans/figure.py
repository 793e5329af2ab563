"""One number of a plan: how it is counted, what it was month by month, and the rows it was made from."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.office.plans.forms import TargetForm
from vernost.office.plans.page import plan_for, shown_kpi
from vernost.office.plans.words import shown, why_unknown
from vernost.office.shell.access import may, may_on
from vernost.office.shell.http import Request
from vernost.office.shell.seen import Seen
from vernost.office.shell.toasts import toast
from vernost.programmes.actions.kpi import change_kpi
from vernost.programmes.enums import PlanState
from vernost.programmes.measures.measure import Row, Unit
from vernost.programmes.queries.kpi import figure
from vernost.ui import formats

_MOST_ROWS = 200


@require_http_methods(["GET", "POST"])
def plan_number(request: Request, pk: int, kpi_pk: int) -> HttpResponse:
    one = plan_for(request.user, pk)
    rows = one.kpis.select_related("line", "plan").prefetch_related("readings")
    kpi = get_object_or_404(rows, pk=kpi_pk, deleted_at=None)
    found = figure(one, kpi, today())
    if found.measure.unit is Unit.MONEY and not may(request.user, Action.VIEW_MONEY):
        raise PermissionDenied
    may_change = may_on(request.user, one.client, Action.CHANGE_CLIENT) and one.state != PlanState.FINISHED
    form = TargetForm(request.POST or None, initial={"target": kpi.target})
    if request.method == "POST" and not may_change:
        raise PermissionDenied
    seen, run = Seen(request, form, kpi), new_run("plan")
    if seen.write(
        lambda values: change_kpi(
            kpi=kpi, on=today(), by=request.user, at=now(), face=Face.WEB, run=run, **({"target": kpi.target} | values)
        )
    ):  # fmt: skip
        toast(request, _("Saved."), undo_run=run)
        return redirect(one)
    context: dict[str, Any] = {
        "plan": one,
        "kpi": shown_kpi(one, found),
        "based_on": found.value.based_on,
        "rows": [
            (row, found.measure.words(row.record), _kind(row.record), _adds(row))
            for row in found.value.rows(_MOST_ROWS)
        ],
        "readings": [
            (read.on, shown(read.number, found.measure), why_unknown(read.unknown))
            for read in sorted(kpi.readings.all(), key=lambda read: read.on, reverse=True)
        ],
        "form": form,
        "seen": seen,
        "may_change": may_change,
    }
    return render(request, "office/plans/number.html", context)


def _adds(row: Row) -> str:
    if row.number is None:
        return ""
    return formats.number(row.number, 0 if row.number == int(row.number) else 2)


def _kind(record: models.Model) -> str:
    return str(record._meta.verbose_name)
