from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vernost.assessment.actions.decision import (
    UnableToDecide,
    accept_proposals,
    decide,
    keep_decisions,
    withdraw_decision,
)
from vernost.assessment.enums import Subject
from vernost.assessment.models import Decision
from vernost.assessment.queries.client_assessment import assessment_of
from vernost.assessment.queries.decision import (
    VALUES,
    decisions_of,
    decisions_visible_to,
    last_words,
    questions_answerable_by,
    questions_visible_to,
    right_to_decide,
)
from vernost.clients.models import Client
from vernost.clients.queries.client import reachable_by
from vernost.core.access import Action
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.office.decisions.forms import AnswerMany, Decide
from vernost.office.decisions.lists import decision_list, question_list
from vernost.office.decisions.words import REFUSALS, held, value_badge, value_name
from vernost.office.shell.access import client_for, demand, may
from vernost.office.shell.http import Request
from vernost.office.shell.safe import safe_address
from vernost.office.shell.toasts import toast
from vernost.ui.lists import selected, show_list


@require_GET
@demand(Action.VIEW_CLIENT)
def questions(request: Request) -> HttpResponseBase:
    """What waits for a person: run out, proposed anew, or wanting a word."""
    may_decide = may(request.user, Action.DECIDE)
    return show_list(
        request,
        question_list(request.user),
        questions_visible_to(request.user),
        template="office/decisions/questions.html",
        name="to-decide",
        may_export=may(request.user, Action.EXPORT),
        selectable=may_decide,
        answer=AnswerMany(today=today()) if may_decide else None,
        empty_template="office/decisions/no_questions.html",
    )


@require_POST
@demand(Action.DECIDE)
def answer_questions(request: Request) -> HttpResponse:
    """The marked questions, as far as the person may answer them: as the program says, or as decided before."""
    form = AnswerMany(request.POST, today=today())
    spec, mine = question_list(request.user), questions_answerable_by(request.user)
    chosen = list(selected(spec, mine, request.GET, request.POST).select_related("client", "decision"))
    keeps = request.POST.get("answer") == "keep"
    if keeps:
        chosen = [question for question in chosen if question.decision]
    if not form.is_valid() or not chosen:
        toast(request, _("Mark questions that you may answer, and say until when. Nothing was decided."))
    else:
        answer = keep_decisions if keeps else accept_proposals
        until_on = form.cleaned_data["until_on"]
        try:
            run = answer(questions=chosen, until_on=until_on, by=request.user, at=now(), face=Face.WEB)
        except UnableToDecide as refused:
            toast(request, str(REFUSALS[refused.code]))
        else:
            text = ngettext("%(count)d question answered.", "%(count)d questions answered.", len(chosen))
            toast(request, text % {"count": len(chosen)}, undo_run=run)
    return redirect(f"/to-decide/?{request.GET.urlencode()}")


@require_GET
@demand(Action.VIEW_CLIENT)
def decisions(request: Request) -> HttpResponseBase:
    """The last words; with ?over=1 those that are over."""
    rows = decisions_visible_to(request.user)
    if request.GET.get("over") != "1":
        rows = rows.filter(over_at=None)
    return show_list(
        request,
        decision_list(request.user),
        rows,
        template="office/decisions/decisions.html",
        name="decisions",
        may_export=may(request.user, Action.EXPORT),
        empty_template="office/decisions/no_decisions.html",
    )


@require_http_methods(["GET", "POST"])
def decide_client(request: Request, pk: int, subject: str) -> HttpResponse:
    """One decision, with what the program says and all decisions before; the board's dialog sends the same form."""
    client = client_for(request.user, pk, Action.DECIDE)
    if subject not in Subject.values:
        raise Http404
    about, found, words = Subject(subject), assessment_of(client), last_words(client)
    stands = words[subject].decided if subject in words else ""
    values = may_choose(request.user, client, about, stands)
    back = request.GET.get("next", "")
    form = Decide(
        request.POST or None,
        subject=subject,
        values=values,
        today=today(),
        initial={
            "decided": request.GET.get("to") or (found and getattr(found, f"{subject}_in_force")),
            "next": back,
        },
    )
    if request.method == "POST":
        _refuse_forbidden(request.POST.get("decided", ""), about, values)
        if form.is_valid():
            fields = form.cleaned_data
            back = fields.pop("next")
            run = f"decide-{client.pk}-{now():%Y%m%d%H%M%S%f}"
            try:
                made = decide(
                    client=client, subject=about, by=request.user, at=now(), face=Face.WEB, run=run, **fields
                )
            except UnableToDecide as refused:
                form.add_error("until_on" if refused.code == "past_day" else "reason", REFUSALS[refused.code])
            else:
                told = {"client": client.name, "value": value_name(subject, made.decided)}
                toast(request, _("%(client)s: “%(value)s” is decided.") % told, undo_run=run)
                return redirect(safe_address(request, back) if back else client.get_absolute_url())
    context = {
        "client": client,
        "form": form,
        "subject": about,
        "assessment": found,
        "tabs": [(one.label, f"/clients/{client.pk}/decide/{one.value}/", one == about) for one in Subject],
        "held": next((one for one in held(found, words, today()) if one.subject == about), None)
        if found
        else None,
        "may_choose": bool(values),
        "past": [
            (one, value_badge(one.subject, one.decided), value_name(one.subject, one.proposed))
            for one in decisions_of(client).filter(subject=subject)[:50]
        ],
    }
    return render(request, "office/decisions/decide.html", context)


@require_POST
def withdraw(request: Request, pk: int, decision: int) -> HttpResponse:
    """The program's proposal holds again."""
    client = client_for(request.user, pk, Action.DECIDE)
    found = Decision.objects.filter(client=client, pk=decision, over_at=None, deleted_at=None).first()
    if found is None:
        raise Http404
    client_for(request.user, pk, right_to_decide(found.subject, found.decided))
    run = f"withdraw-{found.pk}-{now():%Y%m%d%H%M%S%f}"
    withdraw_decision(decision=found, by=request.user, at=now(), face=Face.WEB, run=run)
    toast(request, _("The decision is withdrawn; what the program says holds."), undo_run=run)
    return redirect(safe_address(request, request.POST.get("next") or client.get_absolute_url()))


def may_choose(user: User, client: Client, subject: Subject, stands: str) -> list[str]:
    """The values that `user` may decide for `client`, where the decision `stands` (or none)."""
    rights = {value: right_to_decide(subject, value, stands) for value in VALUES[subject]}
    reached = {
        right: reachable_by(user, right).filter(pk=client.pk).exists() for right in set(rights.values())
    }
    return [value for value, right in rights.items() if reached[right]]


def _refuse_forbidden(value: str, subject: Subject, allowed: list[str]) -> None:
    if value in VALUES[subject] and value not in allowed:
        raise PermissionDenied
