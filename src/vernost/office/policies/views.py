"""The policies of the groups: to read by everybody, to change in the settings; and the breaches of them."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vernost.assessment.actions.breach import UnableToAnswer, answer_breach
from vernost.assessment.actions.policy import change_policy, ship_policy
from vernost.assessment.declared import GROUPS
from vernost.assessment.enums import Staffing
from vernost.assessment.models import Policy
from vernost.assessment.queries.breach import visible_to
from vernost.assessment.queries.policy import policies as all_policies
from vernost.assessment.queries.policy import policy_of
from vernost.assessment.wording import judgement
from vernost.assessment.wording.policy import TERMS, in_unit
from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.queries.audit import history_of
from vernost.office.assessment.words import group_badge, words
from vernost.office.policies.forms import Answer, PolicyForm
from vernost.office.policies.lists import breach_list
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request
from vernost.office.shell.seen import Seen
from vernost.office.shell.toasts import toast
from vernost.ui.lists import show_list

_CHANGES_SHOWN = 20


@require_GET
@demand(Action.VIEW_CLIENT)
def policies(request: Request) -> HttpResponse:
    """The four side by side."""
    own = all_policies()
    context = {
        "columns": [
            (group_badge(group), gettext(judgement.GROUP_ADVICE[group]), policy)
            for group, policy in own.items()
        ],
        "rows": _rows(list(own.values())),
        "may_change": may(request.user, Action.CHANGE_SETTINGS),
    }
    return render(request, "office/policies/policies.html", context)


def _rows(own: list[Policy]) -> list[tuple[str, list[str]]]:
    said = words()
    rows = []
    for name, (label, unit) in TERMS.items():
        if name == "gifts":
            values = [
                gettext("%(part)s of the revenue") % {"part": in_unit(said, "percent", one.gifts_percent)}
                for one in own
            ]
        elif name == "staffing":
            values = [str(Staffing(one.staffing).label) for one in own]
        else:
            values = [in_unit(said, unit, getattr(one, name)) for one in own]
        if name == "free_hours":
            values = [
                gettext("%(hours)s in %(days)s") % {"hours": text, "days": said.days(one.free_days)}
                for text, one in zip(values, own, strict=True)
            ]
        rows.append((gettext(label), values))
    return rows


@require_http_methods(["GET", "POST"])
@demand(Action.CHANGE_SETTINGS)
def policy(request: Request, group: str) -> HttpResponse:
    if group not in GROUPS:
        raise Http404
    own = policy_of(group)
    form = PolicyForm(request.POST or None, policy=own)
    seen, run = Seen(request, form, own if own.pk else None), new_run("policy")

    def save(values: dict[str, Any]) -> None:
        changed = {name: value for name, value in values.items() if name in form.changed_data}
        if changed:
            change_policy(
                group=group, since_on=today(), by=request.user, at=now(), face=Face.WEB, run=run, **changed
            )
            toast(request, gettext("The policy holds from today."), undo_run=run)

    if seen.write(save):
        return redirect("policies")
    history = history_of(own)[:_CHANGES_SHOWN] if own.pk else []
    names = {field.attname: str(getattr(field, "verbose_name", "")) for field in Policy._meta.concrete_fields}
    context = {
        "form": form,
        "seen": seen,
        "policy": own,
        "title": capfirst(gettext(judgement.GROUPS[group])),
        "back": reverse("policies"),
        "history": [
            (
                entry,
                [(names.get(name, name), *values) for name, values in entry.changes.items() if name != "id"],
            )
            for entry in history
        ],
    }
    return render(request, "office/policies/policy.html", context)


@require_POST
@demand(Action.CHANGE_SETTINGS)
def shipped_policy(request: Request, group: str) -> HttpResponse:
    """Back to what was shipped."""
    own = policy_of(group) if group in GROUPS else None
    if own is None or own.pk is None:
        raise Http404
    run = new_run("policy")
    ship_policy(policy=own, by=request.user, at=now(), face=Face.WEB, run=run)
    toast(request, gettext("The shipped policy holds again."), undo_run=run)
    return redirect("policies")


@require_GET
@demand(Action.VIEW_CLIENT)
def breaches(request: Request) -> HttpResponseBase:
    """Exceptions, and what came in without anybody's asking."""
    user = request.user
    return show_list(
        request,
        breach_list(user),
        visible_to(user),
        template="office/policies/breaches.html",
        name="exceptions",
        may_export=may(user, Action.EXPORT),
        empty_template="office/policies/no_breaches.html",
    )


@require_http_methods(["GET", "POST"])
@demand(Action.OVERRIDE_GATE)
def answer(request: Request, pk: int) -> HttpResponse:
    """Somebody answers for a breach that came in by an import."""
    breach = visible_to(request.user).select_related("client__owner").filter(pk=pk, answered_by=None).first()
    if breach is None:
        raise Http404
    form = Answer(request.POST or None)
    if request.method == "POST" and form.is_valid():
        run = new_run("breach")
        try:
            answer_breach(
                breach=breach, why=form.cleaned_data["why"], by=request.user, at=now(), face=Face.WEB, run=run
            )
        except UnableToAnswer:
            form.add_error("why", _("You may not answer for exceptions at this client."))
        else:
            toast(request, gettext("It is an exception now, and you answer for it."), undo_run=run)
            return redirect("breaches")
    back = breach.client.get_absolute_url()
    context = {"form": form, "title": gettext("Answer for it"), "subtitle": breach.client.name, "back": back}
    return render(request, "office/shell/form.html", context)
