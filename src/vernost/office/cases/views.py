"""The list of cases, and what is done with many of them at once."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vernost.assessment.actions.case import (
    CaseIsOpen,
    close_cases,
    hand_over_cases,
    open_case,
    snooze_cases,
)
from vernost.assessment.enums import CaseOutcome
from vernost.assessment.models import Case
from vernost.assessment.queries.case import visible_to, worked_by
from vernost.core.access import Action
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.wrong import WrongValues
from vernost.office.cases.forms import Close, GiveTo, OpenCase, Snooze
from vernost.office.cases.lists import case_list
from vernost.office.cases.words import reason_of
from vernost.office.shell.access import client_for, demand, may
from vernost.office.shell.http import Request
from vernost.office.shell.saved_views import shown_views
from vernost.office.shell.toasts import toast
from vernost.office.shell.wrong import say_wrong
from vernost.ui.lists import selected, show_list


@require_GET
@demand(Action.VIEW_CLIENT)
def cases(request: Request) -> HttpResponseBase:
    """Open and put off ones, unless the address asks for a state."""
    rows = visible_to(request.user)
    if not (request.GET.get("state") or request.GET.get("outcome")):
        rows = rows.filter(closed_on=None)
    may_work = may(request.user, Action.JUDGE_SIGNAL)
    return show_list(
        request,
        case_list(request.user),
        rows,
        template="office/cases/list.html",
        name="cases",
        may_export=may(request.user, Action.EXPORT),
        selectable=may_work,
        may_work=may_work,
        may_see_company=may(request.user, Action.VIEW_COMPANY),
        may_set=may(request.user, Action.CHANGE_SETTINGS),
        snooze=Snooze(today=today()),
        close=Close(),
        give=GiveTo(),
        mine=f"?owner={request.user.pk}",
        here="cases",
        **shown_views(request, "cases"),
        empty_template="office/cases/none.html",
    )


@require_POST
@demand(Action.JUDGE_SIGNAL)
def change_cases(request: Request, what: str) -> HttpResponse:
    """Puts the marked cases off, closes them or gives them to another."""
    if what not in CHANGES:
        raise Http404
    chosen = selected(case_list(request.user), _chosen_from(request), request.GET, request.POST)
    found = list(chosen.select_related("signal"))
    run = changed(request, found, what)[1] if found else ""
    if not run:
        toast(request, _("Mark cases and fill in what is asked. Nothing was changed."))
    else:
        text = ngettext("%(count)d case changed.", "%(count)d cases changed.", len(found))
        toast(request, text % {"count": len(found)}, undo_run=run)
    return redirect(f"/signals/?{request.GET.urlencode()}")


def _chosen_from(request: Request) -> QuerySet[Case]:
    return worked_by(request.user).filter(closed_on=None)


def _closed(*, outcome: str, **given: Any) -> str:
    return close_cases(outcome=CaseOutcome(outcome), day=today(), **given)


CHANGES: dict[str, tuple[Callable[[Any], forms.Form], Callable[..., str]]] = {
    "snooze": (lambda sent: Snooze(sent, today=today()), snooze_cases),
    "close": (Close, _closed),
    "give": (GiveTo, hand_over_cases),
}


def changed(request: Request, found: list[Case], what: str) -> tuple[forms.Form, str]:
    """The form that was sent, with what is wrong in it, and the run; no run when nothing was changed."""
    make, change = CHANGES[what]
    form = make(request.POST)
    if not form.is_valid():
        return form, ""
    try:
        return form, change(cases=found, by=request.user, at=now(), face=Face.WEB, **form.cleaned_data)
    except WrongValues as refused:
        say_wrong(form, refused.found)
        return form, ""


@require_http_methods(["GET", "POST"])
def new_case(request: Request, pk: int) -> HttpResponse:
    """A case that a person opens at the client `pk`."""
    client = client_for(request.user, pk, Action.JUDGE_SIGNAL)
    form = OpenCase(request.POST or None, initial={"owner": client.owner})
    if request.method == "POST" and form.is_valid():
        run = f"case-{now():%Y%m%d%H%M%S%f}"
        try:
            case = open_case(
                client=client, day=today(), by=request.user, at=now(), face=Face.WEB, run=run,
                **form.cleaned_data,
            )  # fmt: skip
        except CaseIsOpen as known:
            toast(request, _("There is an open case for this reason: here it is."))
            return redirect(known.case)
        except WrongValues as refused:
            say_wrong(form, refused.found)
        else:
            toast(request, _("The case “%(reason)s” is open.") % {"reason": reason_of(case)}, undo_run=run)
            return redirect(case)
    back = client.get_absolute_url()
    context = {"form": form, "title": _("Open a case"), "subtitle": client.name, "back": back}
    return render(request, "office/shell/form.html", context)
