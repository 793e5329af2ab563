"""Handing over the marked clients of the list, or every result of its filters."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from vernost.care.actions.handover import begin_handovers
from vernost.care.tasks import hand_over_many
from vernost.clients.queries.client import reachable_by
from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.jobs.ask import ask_for
from vernost.office.clients.lists import client_list
from vernost.office.handovers.forms import HandoverForm
from vernost.office.shell.access import demand
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast
from vernost.ui.lists import selected

# So many are handed over while the person waits; more by a job.
_AT_ONCE = 50


@require_POST
@demand(Action.HAND_OVER_CLIENT)
def hand_over(request: Request) -> HttpResponse:
    """As from each card: with everything that is open, and a checklist for each."""
    back = redirect(f"/clients/?{request.GET.urlencode()}")
    form = HandoverForm(request.POST, user=request.user, on=today())
    reachable = reachable_by(request.user, Action.HAND_OVER_CLIENT)
    chosen = selected(client_list(request.user), reachable, request.GET, request.POST)
    count = chosen.count()
    if not form.is_valid() or not count:
        toast(request, _("Mark clients, and say who takes them over, why and by when. Nothing was changed."))
        return back
    to, reason, introduce_on = (form.cleaned_data[name] for name in ("to", "reason", "introduce_on"))
    run = new_run("hand-over")
    if count > _AT_ONCE:
        ask_for(
            hand_over_many, by=request.user, client_ids=list(chosen.values_list("pk", flat=True)), to_id=to.pk,
            reason=reason, introduce_on=introduce_on.isoformat(), by_id=request.user.pk, run=run,
        )  # fmt: skip
        text = _("%(count)d clients pass to %(name)s one after the other. You may leave this page.")
        toast(request, text % {"count": count, "name": to.name}, undo_run=run)
        return back
    passed, left = begin_handovers(
        clients=list(chosen.select_related("owner").order_by("pk")), to=to, reason=reason,
        introduce_on=introduce_on, by=request.user, at=now(), face=Face.WEB, run=run,
    )  # fmt: skip
    toast(request, _said(passed, left, to.name), undo_run=run if passed else "")
    return back


def _said(passed: int, left: int, name: str) -> str:
    text = ngettext(
        "%(count)d client passes to %(name)s with everything that is open.",
        "%(count)d clients pass to %(name)s with everything that is open.",
        passed,
    ) % {"count": passed, "name": name}
    if left:
        text += " " + ngettext(
            "%(count)d is being handed over already and was left as it is.",
            "%(count)d are being handed over already and were left as they are.",
            left,
        ) % {"count": left}
    return text
