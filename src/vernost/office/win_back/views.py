"""The register of gone clients, the page of one, attempts, and how winning back went."""

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from vernost.care.actions.win_back import UnableToTry, change_win_back, try_win_back
from vernost.care.enums import HOLDING, Advice, Result
from vernost.care.models import WinBack
from vernost.care.queries.win_back import attempts_of, numbers, visible_to, win_back_of
from vernost.clients.models import Client
from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.gates import may_override
from vernost.core.queries.company import company
from vernost.office.shell.access import client_for, demand, may, may_on
from vernost.office.shell.gate import Refusal
from vernost.office.shell.http import Request
from vernost.office.shell.seen import Seen
from vernost.office.shell.toasts import toast
from vernost.office.win_back.forms import AttemptForm, WinBackForm
from vernost.office.win_back.lists import advice_tone, win_back_list
from vernost.ui.html import badge
from vernost.ui.lists import show_list


@require_GET
@demand(Action.VIEW_CLIENT)
def win_backs(request: Request) -> HttpResponseBase:
    return show_list(
        request,
        win_back_list(request.user),
        visible_to(request.user),
        template="office/win_back/list.html",
        name="win-back",
        may_export=may(request.user, Action.EXPORT),
        may_see_money=may(request.user, Action.VIEW_MONEY),
        empty_template="office/win_back/none.html",
    )


@require_GET
@demand(Action.VIEW_MONEY)
def win_back_numbers(request: Request) -> HttpResponse:
    found = numbers(request.user)
    context = {"numbers": found, "currency": company().currency}
    context["reasons"] = [(reason.label, total, won) for reason, total, won in found.by_reason]
    return render(request, "office/win_back/numbers.html", context)


@require_GET
def client_win_back(request: Request, pk: int) -> HttpResponse:
    client = client_for(request.user, pk)
    line = win_back_of(client)
    attempts = attempts_of(line) if line else []
    context = {
        "client": client,
        "line": line,
        "attempts": attempts,
        "spent": sum(one.cost for one in attempts),
        "advice": badge(line.get_advice_display(), advice_tone(line.advice)) if line else "",
        "holding": line is not None and Advice(line.advice) in HOLDING,
        "may_change": may_on(request.user, client, Action.CHANGE_CLIENT),
        "may_see_money": may(request.user, Action.VIEW_MONEY),
    }
    return render(request, "office/win_back/client.html", context)


@require_http_methods(["GET", "POST"])
def edit_win_back(request: Request, pk: int) -> HttpResponse:
    client, line = _line_for(request, pk)
    initial = {name: getattr(line, name) for name in WinBackForm.base_fields}
    form = WinBackForm(request.POST or None, initial=initial)
    seen, run = Seen(request, form, line), new_run("win-back")
    if seen.write(
        lambda values: change_win_back(
            win_back=line, by=request.user, at=now(), face=Face.WEB, run=run, **values
        )
    ):
        toast(request, _("Saved."), undo_run=run)
        return redirect("client_win_back", client.pk)
    return _page(request, client, form, _("Winning back"), seen=seen)


@require_http_methods(["GET", "POST"])
def new_attempt(request: Request, pk: int) -> HttpResponse:
    client, line = _line_for(request, pk)
    form, refusal = AttemptForm(request.POST or None, initial={"tried_on": today()}), None
    if request.method == "POST" and form.is_valid():
        data, run = dict(form.cleaned_data), new_run("win-back")
        data["result"] = Result(data["result"])
        try:
            try_win_back(
                win_back=line, why=request.POST.get("why", ""), by=request.user, at=now(), face=Face.WEB, run=run,
                **data,
            )  # fmt: skip
        except UnableToTry as refused:
            text = _("The rule says: %(advice)s.") % {"advice": refused.advice.label}
            refusal = Refusal([text], may_override(request.user, client), request.POST.get("why", ""))
        else:
            toast(request, _("The attempt is written down."), undo_run=run)
            return redirect("client_win_back", client.pk)
    return _page(request, client, form, _("Attempt to win back"), refusal)


def _line_for(request: Request, pk: int) -> tuple[Client, WinBack]:
    """The line of the register that can still be worked on."""
    client = client_for(request.user, pk, Action.CHANGE_CLIENT)
    line = win_back_of(client)
    if line is None or line.won_on is not None:
        raise Http404
    return client, line


def _page(
    request: Request,
    client: Client,
    form: WinBackForm | AttemptForm,
    title: str,
    refusal: Refusal | None = None,
    seen: Seen | None = None,
) -> HttpResponse:
    back = reverse("client_win_back", args=[client.pk])
    context = {
        "form": form,
        "seen": seen,
        "title": title,
        "subtitle": client.name,
        "back": back,
        "refusal": refusal,
    }
    return render(request, "office/shell/form.html", context)
