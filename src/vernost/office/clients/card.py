"""The card of one client and logging a contact with it."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from vernost.assessment.actions.contact import log_contact as log_contact_and_acts
from vernost.assessment.queries.case import unclosed_of
from vernost.care.models import Touch
from vernost.clients.models import Client, CompetitorAtClient, Contact, Potential
from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now, today
from vernost.core.days import noon
from vernost.core.enums import Face
from vernost.core.gates import GateRefused
from vernost.core.queries.prepared import Prepared
from vernost.office.assessment.panel import panel_of
from vernost.office.care.card import care_panel
from vernost.office.cases.words import reason_of, state_badge
from vernost.office.clients.events import Mending, history_html
from vernost.office.clients.forms import LogContact
from vernost.office.policies.panel import policy_panel
from vernost.office.shell.access import client_for, may, may_on
from vernost.office.shell.gate import Refusal, override_of, refusal_of
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast
from vernost.programmes.queries.plan import plans_of
from vernost.ui.partials import is_partial, render_part
from vernost.voice.enums import Direction
from vernost.voice.models import Interaction
from vernost.voice.queries.timeline import EVENT_KINDS, Event, timeline_of

_EVENTS_SHOWN = 100
_KIND_LABELS = {
    "order": gettext_lazy("orders"),
    "interaction": pgettext_lazy("what was said and done", "contacts"),
    "rating": gettext_lazy("ratings"),
    "complaint": gettext_lazy("complaints"),
    "act": gettext_lazy("acts"),
    "step": gettext_lazy("steps"),
    "change": gettext_lazy("changes"),
}


_CONTACTS = Prepared(
    lambda client: (
        Contact.objects.filter(client=client, deleted_at=None).select_related("talks_to").order_by("name")
    )
)
_COMPETITORS = Prepared(
    lambda client: (
        CompetitorAtClient.objects.filter(client=client, deleted_at=None)
        .select_related("competitor")
        .order_by("-estimated_on", "-id")
    )
)
_POTENTIAL = Prepared(
    lambda client: Potential.objects.filter(client=client, deleted_at=None).order_by("-estimated_on")[:1]
)


_RIGHTS = {
    "may_change": Action.CHANGE_CLIENT,
    "may_decide": Action.DECIDE,
    "may_judge": Action.JUDGE_SIGNAL,
    "may_hand_over": Action.HAND_OVER_CLIENT,
    "may_remove": Action.REMOVE_CLIENT,
    "may_write": Action.WRITE_LETTER,
    "may_log_here": Action.LOG_INTERACTION,
}


@require_GET
def client(request: Request, pk: int) -> HttpResponse:
    """The whole card, or for htmx its history alone."""
    client, money = client_for(request.user, pk), may(request.user, Action.VIEW_MONEY)
    asked = request.GET.get("show", "")
    kinds = [kind for kind in EVENT_KINDS if kind == asked] or EVENT_KINDS
    events = timeline_of(client, kinds=kinds, limit=_EVENTS_SHOWN, money=money)
    rights = {name: may_on(request.user, client, action) for name, action in _RIGHTS.items()}
    mending = Mending(pk, orders=rights["may_change"], said=rights["may_log_here"])
    context: dict[str, object] = {
        "client": client,
        "events": events,
        "history": history_html(events, mending),
        "kinds": [
            ("", _("all"), not asked),
            *((one, _KIND_LABELS[one], one == asked) for one in EVENT_KINDS),
        ],
        "may_see_money": money,
        **rights,
    }
    if not is_partial(request):
        context |= _beside_history(request, client, events, money=money, acting=rights["may_log_here"])
    return render_part(request, "office/clients/card.html", "timeline", context)


def _beside_history(
    request: Request, client: Client, events: Sequence[Event], *, money: bool, acting: bool
) -> dict[str, object]:
    talk = next((event.record for event in events if isinstance(event.record, Interaction)), None)
    panel = panel_of(client, money=money, today=today(), talk=talk)
    return {
        "panel": panel,
        "policy_panel": panel and policy_panel(client, today(), money=money, judged=panel.assessment),
        "may_value": money,
        "care": care_panel(request.user, client, today(), acting=acting),
        "cases": [(case, reason_of(case), state_badge(case)) for case in unclosed_of(client)],
        "plans": plans_of(client),
        "contacts": _CONTACTS.records(client.pk),
        "competitors": _COMPETITORS.records(client.pk),
        "potential": _POTENTIAL.record(client.pk),
        "may_erase": may(request.user, Action.ERASE_PERSON),
    }


@require_http_methods(["GET", "POST"])
def log_contact(request: Request, pk: int) -> HttpResponse:
    """Ten seconds: kind, mood, a line. From the card, the palette or with the key c."""
    client = client_for(request.user, pk, Action.LOG_INTERACTION)
    form = LogContact(request.POST or None, initial=_promised(client, request.GET.get("touch", "")))
    refusal: Refusal | None = None
    if request.method == "POST" and form.is_valid():
        fields = form.cleaned_data
        happened_on = fields.pop("happened_on")
        run = new_run("contact")
        try:
            _said, cases = log_contact_and_acts(
                client=client,
                person=request.user,
                happened_at=noon(happened_on) if happened_on and happened_on != today() else now(),
                direction=Direction(fields.pop("direction")),
                by=request.user,
                at=now(),
                face=Face.WEB,
                run=run,
                override=override_of(request),
                **fields,
            )
        except GateRefused as refused:
            refusal = refusal_of(refused, request)
        else:
            text = _("The contact with %(name)s is written down.") % {"name": client.name}
            if cases:
                text += " " + _("Cases: %(cases)s.") % {"cases": ", ".join(map(reason_of, cases))}
            toast(request, text, undo_run=run)
            return redirect(client)
    context = {"client": client, "form": form, "refusal": refusal}
    return render(request, "office/clients/log.html", context)


def _promised(client: Client, touch: str) -> dict[str, str]:
    """Kind and channel of the touch for which the form was opened."""
    one = (
        Touch.objects.filter(pk=touch, client=client).select_related("rule", "action").first()
        if touch.isdecimal()
        else None
    )
    return {"kind": one.kind, "channel": one.channel} if one else {}
