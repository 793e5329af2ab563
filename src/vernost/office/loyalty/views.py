"""The loyalty of one client: level and next step, words against deeds, factors, expectations."""

from itertools import groupby
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from vernost.assessment.actions.expectation import note_expectations
from vernost.assessment.actions.loyalty_factor import note_factor
from vernost.assessment.declared import LOYALTY_LEVELS
from vernost.assessment.enums import FactorArea, Met, Subject
from vernost.assessment.models import ClientAssessment, LoyaltyFactor
from vernost.assessment.queries.client_assessment import assessment_of, row_of
from vernost.assessment.queries.decision import last_words
from vernost.assessment.queries.loyalty import contradiction_of, factors_of, history, scorecard
from vernost.assessment.wording.changing import loyalty_changes
from vernost.assessment.wording.explaining import loyalty_why
from vernost.assessment.wording.loyalty import LEVEL_MEANINGS, LEVEL_TASKS
from vernost.assessment.wording.words import Words
from vernost.clients.models import Client
from vernost.core.access import Action
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.wrong import WrongValues
from vernost.office.assessment.words import loyalty_badge, stage_badge, words
from vernost.office.decisions.words import held
from vernost.office.loyalty.forms import NoteFactor, Scorecard
from vernost.office.shell.access import client_for, may, may_on
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast
from vernost.office.shell.wrong import say_wrong


@require_GET
def client_loyalty(request: Request, pk: int) -> HttpResponse:
    client = client_for(request.user, pk)
    found, said = assessment_of(client), words()
    context: dict[str, Any] = {
        "client": client,
        "assessment": found,
        "currency": said.currency,
        "areas": [
            (FactorArea(area).label, list(rows))
            for area, rows in groupby(factors_of(client), key=lambda pair: pair[0].area)
        ],
        "scorecard": scorecard(client),
        "history": history(client),
        "may_change": may_on(request.user, client, Action.CHANGE_CLIENT),
    }
    if found is not None:
        context |= _judged(said, client, found, money=may(request.user, Action.VIEW_MONEY))
    return render(request, "office/loyalty/client.html", context)


def _judged(said: Words, client: Client, found: ClientAssessment, *, money: bool) -> dict[str, Any]:
    row, level = row_of(found), found.loyalty_in_force
    place = LOYALTY_LEVELS.index(level)
    return {
        "levels": [
            (
                loyalty_badge(code),
                said.gettext(LEVEL_MEANINGS[code]),
                LOYALTY_LEVELS.index(code) <= place,
                code == level,
            )
            for code in LOYALTY_LEVELS
            if code in LEVEL_MEANINGS
        ],
        "held": next(
            one for one in held(found, last_words(client), today()) if one.subject == Subject.LOYALTY
        ),
        "why": loyalty_why(said, row),
        "task": said.gettext(LEVEL_TASKS[level]) if level in LEVEL_TASKS else "",
        "changes": loyalty_changes(said, row),
        "contradiction": contradiction_of(client, found, money=money),
        "stage": stage_badge(found.stage),
    }


@require_http_methods(["GET", "POST"])
def note(request: Request, pk: int, factor: int) -> HttpResponse:
    """What we know of one factor at the client."""
    client = client_for(request.user, pk, Action.CHANGE_CLIENT)
    about = LoyaltyFactor.objects.filter(pk=factor, deleted_at=None).first()
    if about is None:
        raise Http404
    form = NoteFactor(request.POST or None, initial={"noted_on": today(), "state": Met.MET})
    if request.method == "POST" and form.is_valid():
        fields = dict(form.cleaned_data)
        state = Met(fields.pop("state")) if fields["state"] else fields.pop("state") or None
        run = f"factor-{client.pk}-{now():%Y%m%d%H%M%S%f}"
        note_factor(
            client=client,
            factor=about,
            state=state,
            by=request.user,
            at=now(),
            face=Face.WEB,
            run=run,
            **fields,
        )
        toast(request, _("Written down."), undo_run=run)
        return redirect("client_loyalty", pk)
    context = {"form": form, "title": str(about), "subtitle": client.name, "back": client.get_absolute_url()}
    return render(request, "office/shell/form.html", context)


@require_http_methods(["GET", "POST"])
def expectations(request: Request, pk: int) -> HttpResponse:
    """A new scorecard; the ones before stay."""
    client = client_for(request.user, pk, Action.CHANGE_CLIENT)
    form = Scorecard(request.POST or None, initial={"noted_on": today()})
    if request.method == "POST" and form.is_valid():
        fields, run = form.cleaned_data, f"expects-{client.pk}-{now():%Y%m%d%H%M%S%f}"
        try:
            note_expectations(
                client=client,
                noted_on=fields["noted_on"],
                source=fields["source"],
                scores=form.scores(),
                by=request.user,
                at=now(),
                face=Face.WEB,
                run=run,
            )
        except WrongValues as refused:
            say_wrong(form, refused.found)
        else:
            toast(request, _("Written down."), undo_run=run)
            return redirect("client_loyalty", pk)
    title, back = _("Expectations"), client.get_absolute_url()
    context = {"form": form, "title": title, "subtitle": client.name, "back": back, "pairs": True}
    return render(request, "office/shell/form.html", context)
