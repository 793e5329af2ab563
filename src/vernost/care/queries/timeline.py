"""Steps of care in the history of a client."""

from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext as _

from vernost.assessment.models import Breach
from vernost.assessment.wording.policy import OBJECTION_NAMES
from vernost.assessment.wording.words import Words
from vernost.care.enums import EndingState, Side
from vernost.care.models import Attempt, Declaration, Ending, PaymentPromise, TrackStep
from vernost.clients.models import Client
from vernost.core.days import noon
from vernost.voice.queries.timeline import Event, steps_from


@steps_from(TrackStep)
def track_steps(client: Client, limit: int, money: bool) -> list[Event]:
    rows = TrackStep.objects.filter(client=client, deleted_at=None).order_by("-taken_on", "-pk")[:limit]
    title = _("Discipline track: %(step)s")
    return [
        Event(noon(one.taken_on), "step", one, title % {"step": one.get_step_display()}, one.note)
        for one in rows
    ]


@steps_from(PaymentPromise)
def promises(client: Client, limit: int, money: bool) -> list[Event]:
    rows = PaymentPromise.objects.filter(client=client, deleted_at=None).order_by("-promised_on", "-pk")
    return [
        Event(
            noon(one.promised_on),
            "step",
            one,
            _("Promised to pay by %(day)s") % {"day": _words(one.currency).day(one.due_on)},
            _words(one.currency).money(float(one.amount)) if money else "",
        )
        for one in rows[:limit]
    ]


@steps_from(Declaration)
def declarations(client: Client, limit: int, money: bool) -> list[Event]:
    rows = Declaration.objects.filter(client=client, deleted_at=None).order_by("-declared_on", "-pk")[:limit]
    return [Event(noon(one.declared_on), "step", one, _("Rules declared"), one.rules) for one in rows]


@steps_from(Ending)
def endings(client: Client, limit: int, money: bool) -> list[Event]:
    """The day on which each ending came where it stands."""
    rows = Ending.objects.filter(client=client, deleted_at=None).order_by("-opened_on", "-pk")[:limit]
    found = []
    for one in rows:
        title = _("Ending: %(state)s") % {"state": one.get_state_display()}
        if one.state == EndingState.ENDED:
            title = (
                _("The client has left") if one.side == Side.CLIENT else _("We have ended the relationship")
            )
        day = one.ended_on or one.decided_on or one.answered_on or one.offered_on or one.opened_on
        found.append(Event(noon(day), "step", one, title, one.decision_why or one.note))
    return found


@steps_from(Attempt)
def attempts(client: Client, limit: int, money: bool) -> list[Event]:
    rows = Attempt.objects.filter(client=client, deleted_at=None).order_by("-tried_on", "-pk")[:limit]
    title = _("Attempt to win back: %(result)s")
    return [
        Event(noon(one.tried_on), "step", one, title % {"result": one.get_result_display()}, one.what)
        for one in rows
    ]


@steps_from(Breach)
def breaches(client: Client, limit: int, money: bool) -> list[Event]:
    rows = Breach.objects.filter(client=client, deleted_at=None).select_related("answered_by")
    return [
        Event(
            noon(one.happened_on),
            "step",
            one,
            _("Against the policy: %(what)s") % {"what": gettext(OBJECTION_NAMES[one.code])},
            f"{one.answered_by.name}: {one.why}" if one.answered_by else _("Nobody answers for it."),
        )
        for one in rows.order_by("-happened_on", "-pk")[:limit]
    ]


def _words(currency: str) -> Words:
    language = "ru" if (get_language() or "en").startswith("ru") else "en"
    return Words(language, gettext, ngettext, currency)
