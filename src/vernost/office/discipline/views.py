"""Who is on the discipline track, and the page of one client on it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.db import IntegrityError, transaction
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vernost.care.actions.discipline import (
    NotOnTrack,
    UnableToReturn,
    declare_rules,
    promise_payment,
    remove_promise,
    return_to_manage,
    take_step,
)
from vernost.care.enums import DOWN, Criterion, PromiseState, Step
from vernost.care.letters import RULES, RULES_TEXTS
from vernost.care.models import PaymentPromise
from vernost.care.queries.discipline import TRUST, declarations_of, track_of, visible_to
from vernost.clients.models import Client
from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.gates import may_override
from vernost.core.queries.company import company
from vernost.core.wrong import WrongValues
from vernost.office.discipline.forms import (
    DeclarationForm,
    PromiseForm,
    ReturnForm,
    StepForm,
)
from vernost.office.discipline.lists import track_list
from vernost.office.shell.access import client_for, demand, may, may_on
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast
from vernost.office.shell.wrong import say_wrong
from vernost.ui.html import Tone, badge
from vernost.ui.lists import show_list

_TONES: dict[PromiseState, Tone] = {
    PromiseState.KEPT: "good",
    PromiseState.LATE: "warn",
    PromiseState.BROKEN: "bad",
    PromiseState.WAITING: "neutral",
}


@require_GET
@demand(Action.VIEW_CLIENT)
def discipline(request: Request) -> HttpResponseBase:
    return show_list(
        request,
        track_list(request.user, today()),
        visible_to(request.user),
        template="office/discipline/list.html",
        name="discipline",
        may_export=may(request.user, Action.EXPORT),
        empty_template="office/discipline/none.html",
    )


@require_GET
def client_discipline(request: Request, pk: int) -> HttpResponse:
    client = client_for(request.user, pk)
    track = track_of(client, today())
    order = list(DOWN)
    place = order.index(Step(track.now.step)) if track.now else -1
    context = {
        "client": client,
        "track": track,
        "ladder": [(step.label, n <= place, n == place) for n, step in enumerate(order)],
        "promises": [(one, badge(one.state.label, _TONES[one.state])) for one in track.promises],
        "declarations": declarations_of(client),
        "way_back": [
            (_met(one.met), one.criterion.label, _count(one.criterion, one.count)) for one in track.way_back
        ],
        "may_change": may_on(request.user, client, Action.CHANGE_CLIENT),
        "may_see_money": may(request.user, Action.VIEW_MONEY),
        "may_override": may_override(request.user, client),
        "return_form": ReturnForm(),
    }
    return render(request, "office/discipline/client.html", context)


def _met(met: bool) -> Any:
    return badge(_("met"), "good") if met else badge(_("not yet"), "warn")


def _count(criterion: Criterion, count: int) -> str:
    if criterion == Criterion.PAID_IN_TIME:
        return _("%(count)d of %(wanted)d in a row") % {"count": min(count, TRUST), "wanted": TRUST}
    return _("open: %(count)d") % {"count": count} if count else ""


@require_http_methods(["GET", "POST"])
def new_declaration(request: Request, pk: int) -> HttpResponse:
    """With ?template= and ?language= the text is there to be changed."""
    client = client_for(request.user, pk, Action.CHANGE_CLIENT)
    initial: dict[str, Any] = {"declared_on": today()}
    language = request.GET.get("language", "") or get_language() or "en"
    text = RULES_TEXTS.get(language[:2], {}).get(request.GET.get("template", ""))
    if text is not None:
        initial |= {"rules": text.rules, "client_duties": text.client_duties, "our_duties": text.our_duties}
    form = DeclarationForm(request.POST or None, initial=initial)
    templates = [
        (f"?template={code}&language={lang}", f"{label} ({lang})")
        for code, label in RULES.items()
        for lang in RULES_TEXTS
    ]

    def save(stamp: dict[str, Any]) -> None:
        declare_rules(client=client, **form.cleaned_data, **stamp)

    return form_page(request, client, form, save, _("Declare rules"), templates=templates)


@require_http_methods(["GET", "POST"])
def new_promise(request: Request, pk: int) -> HttpResponse:
    client = client_for(request.user, pk, Action.CHANGE_CLIENT)
    form = PromiseForm(request.POST or None, initial={"promised_on": today(), "currency": company().currency})

    def save(stamp: dict[str, Any]) -> None:
        promise_payment(client=client, **form.cleaned_data, **stamp)

    return form_page(request, client, form, save, _("Promise of payment"))


@require_POST
def delete_promise(request: Request, pk: int, promise_pk: int) -> HttpResponse:
    client = client_for(request.user, pk, Action.CHANGE_CLIENT)
    promise = PaymentPromise.objects.filter(client=client, pk=promise_pk, deleted_at=None).first()
    if promise is None:
        raise Http404
    run = new_run("promise")
    remove_promise(promise=promise, by=request.user, at=now(), face=Face.WEB, run=run)
    toast(request, _("The promise is taken off."), undo_run=run)
    return redirect("client_discipline", client.pk)


@require_http_methods(["GET", "POST"])
def new_step(request: Request, pk: int) -> HttpResponse:
    client = client_for(request.user, pk, Action.CHANGE_CLIENT)
    following = track_of(client, today()).next_step or Step.STOP
    form = StepForm(request.POST or None, initial={"taken_on": today(), "step": following})

    def save(stamp: dict[str, Any]) -> None:
        data = form.cleaned_data
        take_step(
            client=client, step=Step(data["step"]), taken_on=data["taken_on"], note=data["note"], **stamp
        )

    return form_page(request, client, form, save, _("Next step"))


@require_POST
def give_trust_back(request: Request, pk: int) -> HttpResponse:
    client = client_for(request.user, pk, Action.CHANGE_CLIENT)
    form, run = ReturnForm(request.POST), new_run("track")
    why = form.cleaned_data["why"] if form.is_valid() else ""
    try:
        return_to_manage(
            client=client, on=today(), why=why, by=request.user, at=now(), face=Face.WEB, run=run
        )
    except NotOnTrack:
        raise Http404 from None
    except UnableToReturn as refused:
        missing = "; ".join(str(one.label) for one in refused.missing)
        text = _(
            "Not yet: %(missing)s. A director or the head of the team may decide otherwise, with a reason."
        )
        toast(request, text % {"missing": missing})
    else:
        toast(request, _("%(name)s is off the discipline track.") % {"name": client.name}, undo_run=run)
    return redirect("client_discipline", client.pk)


def form_page(
    request: Request,
    client: Client,
    form: forms.Form,
    save: Callable[[dict[str, Any]], None],
    title: str,
    *,
    templates: list[tuple[str, str]] | None = None,
) -> HttpResponse:
    """The form, or what came of it."""
    back = reverse("client_discipline", args=[client.pk])
    if request.method == "POST" and form.is_valid():
        run = new_run("track")
        try:
            with transaction.atomic():
                save({"by": request.user, "at": now(), "face": Face.WEB, "run": run})
        except WrongValues as refused:
            say_wrong(form, refused.found)
        except IntegrityError:
            form.add_error(None, _("This cannot be. Nothing was saved."))
        else:
            toast(request, _("Saved."), undo_run=run)
            return redirect(back)
    context = {"form": form, "title": title, "subtitle": client.name, "back": back, "templates": templates}
    return render(request, "office/discipline/form.html", context)
