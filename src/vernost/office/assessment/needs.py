"""What the judgement adds to Today: signals, overdue debts, clients whom nobody has been in touch with."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vernost.assessment.enums import CaseState
from vernost.assessment.models import Case, Signal
from vernost.assessment.queries.client_assessment import out_of_touch, owing
from vernost.assessment.queries.method import method
from vernost.assessment.queries.signal import raised
from vernost.assessment.wording.signals import signal_advice, signal_name
from vernost.core.addresses import address
from vernost.core.days import midnight
from vernost.core.models import User
from vernost.core.models.indexes import falling
from vernost.core.needs import Need, Question, needs_source
from vernost.core.queries.prepared import Fixed, Prepared
from vernost.office.assessment.words import evidence, words
from vernost.ui import formats

_FEW = 20
_GRAVE_DEBT_DAYS = 30


@Prepared
def _grave(user: User, owner: User | None, by_money: bool, most: int) -> QuerySet[Signal]:
    """Without those whose case was put off or closed by a person, though the numbers may stand."""
    done_with = Case.objects.filter(signal=OuterRef("pk"), deleted_at=None).exclude(state=CaseState.OPEN)
    found = raised(user).filter(~Exists(done_with), severity__gte=2)
    if owner is not None:
        found = found.filter(client__owner=owner)
    order = (falling("at_stake"), "-pk") if by_money else ("-severity", "first_on", "-pk")
    own = (field.name for field in Signal._meta.concrete_fields)
    return found.order_by(*order).select_related("client").only(*own, "client__name")[:most]


@needs_source("signal", lambda: _("signal"))
def signals(question: Question) -> Iterator[Need]:
    """Those of severity 2 and 3 that nobody has called a false alarm."""
    said = words()
    for signal in _grave.records(question.user, question.owner, question.money, Fixed(question.most)):
        yield Need(
            client_id=signal.client_id,
            client_name=signal.client.name,
            title=signal_name(said, signal.code),
            why=evidence(said, signal, money=question.money),
            next_step=signal_advice(said, signal.code),
            url=signal.client.get_absolute_url(),
            severity=signal.severity,
            at_stake=float(signal.at_stake) if question.money and signal.at_stake else None,
        )


@needs_source("debt", lambda: _("overdue debt"))
def debts(question: Question) -> Iterator[Need]:
    if not question.money:
        return
    said = words()
    for one in owing(question.user, _FEW, question.owner):
        yield Need(
            client_id=one.client_id,
            client_name=one.client.name,
            title=_("Owes %(sum)s") % {"sum": said.money(float(one.debt_overdue or 0))},
            why=_("%(days)s past the due day.") % {"days": said.days(one.debt_days)},
            next_step=_("Remind, and agree on a day."),
            url=address("log_contact", one.client_id),
            severity=3 if (one.debt_days or 0) > _GRAVE_DEBT_DAYS else 2,
            at_stake=float(one.debt_overdue or 0),
            due_on=question.on - timedelta(days=one.debt_days or 0),
        )


@needs_source("silence", lambda: _("nobody has been in touch"))
def silences(question: Question) -> Iterator[Need]:
    days = method().touch_days
    before = midnight(question.on) - timedelta(days=days)
    rows = out_of_touch(question.user, _FEW, question.owner, before=before)
    for one in rows:
        last = one.client.last_contact_at
        yield Need(
            client_id=one.client_id,
            client_name=one.client.name,
            title=ngettext("No contact for %(days)d day", "No contact for %(days)d days", days)
            % {"days": days}
            if last is None
            else _("Last contact on %(day)s") % {"day": formats.day(last)},
            why=_("A client who buys and hears nothing from us."),
            next_step=_("Call and ask how things are."),
            url=address("log_contact", one.client_id),
            at_stake=float(one.revenue_window or 0) if question.money else None,
        )
