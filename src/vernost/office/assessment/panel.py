"""What the card of a client says of the judgement: the head, the five lines before a call, the rhythm, the signals."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet, Sum
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vernost.assessment.declared import Settings
from vernost.assessment.models import ClientAssessment, FactorMark, Signal
from vernost.assessment.queries.client_assessment import assessment_of, row_of
from vernost.assessment.queries.decision import last_words
from vernost.assessment.queries.loyalty import broken_hygiene, words_and_deeds_part
from vernost.assessment.queries.signal import signals_of
from vernost.assessment.wording import judgement
from vernost.assessment.wording.explaining import loyalty_missing, stage_why
from vernost.assessment.wording.signals import signal_advice, signal_name
from vernost.assessment.wording.words import Words
from vernost.clients.enums import OrderStatus
from vernost.clients.models import Client, Order
from vernost.core.queries.prepared import Prepared
from vernost.office.assessment.rhythm import Strip
from vernost.office.assessment.words import (
    evidence,
    severity_badge,
    words,
)
from vernost.office.decisions.words import Held, held
from vernost.ui import formats
from vernost.voice.models import Interaction

if TYPE_CHECKING:
    from collections.abc import Sequence

# Less than a tenth is no trend worth a word.
_STEADY = 0.1


@dataclass(frozen=True)
class RaisedSignal:
    """A signal in words."""

    record: Signal
    badge: SafeString
    name: str
    found: str
    advice: str


@dataclass(frozen=True)
class Panel:
    """`assessment` is None for a client whom no assessment has judged yet."""

    assessment: ClientAssessment | None
    held: list[Held] = field(default_factory=list)
    broken: list[FactorMark] = field(default_factory=list)
    parting: bool = False
    trend: str = ""
    share: str = ""
    lines: list[tuple[str, str]] = field(default_factory=list)
    strip: SafeString | None = None
    strip_words: str = ""
    signals: "Sequence[RaisedSignal]" = ()


def panel_of(client: Client, *, money: bool, today: date, talk: Interaction | None = None) -> Panel:
    """Everything that the card shows of the judgement; without `money` no sums and nothing made of them. `talk` is the
    last contact where it has been read.
    """
    found = assessment_of(client)
    if found is None:
        return Panel(None)
    said = words()
    signals = [in_words(said, signal, money=money) for signal in signals_of(client)]
    strip, strip_words = _rhythm(said, client, found, money=money)
    return Panel(
        assessment=found,
        held=held(found, last_words(client), today),
        broken=broken_hygiene(client),
        parting=words_and_deeds_part(found, Settings(**found.run.settings)),
        trend=trend_of(found) if money else "",
        share=_("%(part)s of our income") % {"part": said.percent(found.share, 1)}
        if money and found.share
        else "",
        lines=_before_you_call(said, client, found, signals, talk, money=money),
        strip=strip,
        strip_words=strip_words,
        signals=signals,
    )


def in_words(said: Words, signal: Signal, *, money: bool) -> RaisedSignal:
    return RaisedSignal(
        record=signal,
        badge=severity_badge(signal.severity),
        name=signal_name(said, signal.code),
        found=evidence(said, signal, money=money),
        advice=signal_advice(said, signal.code),
    )


def trend_of(found: ClientAssessment) -> str:
    """Revenue of the window against the one before, in a word, a shape and a number; empty where there is none."""
    before = float(found.revenue_previous or 0)
    if before <= 0:
        return ""
    change = float(found.revenue_window or 0) / before - 1
    text = {"part": formats.percent(abs(change))}
    if abs(change) < _STEADY:
        return _("→ income steady")
    return _("↑ income grew by %(part)s") % text if change > 0 else _("↓ income fell by %(part)s") % text


def _before_you_call(
    said: Words,
    client: Client,
    found: ClientAssessment,
    signals: list[RaisedSignal],
    talk: Interaction | None,
    *,
    money: bool,
) -> list[tuple[str, str]]:
    row = row_of(found)
    if signals:
        worst = signals[0]
        matter = f"{worst.name}. {worst.advice}"
    else:
        matter = _("No signal is raised.")
    missing = loyalty_missing(said, row)
    aim = ", ".join(missing) if missing else _("keep what there is")
    lines = [
        (_("Last talk"), _last_talk(talk or _last_contact(client))),
        (_("Rhythm"), stage_why(said, row)),
        (_("What matters now"), matter),
        (_("Next aim"), aim[:1].upper() + aim[1:]),
        (_("How to serve"), said.gettext(judgement.GROUP_ADVICE[found.group_in_force])),
    ]
    if money and found.debt_overdue:
        owes = _("Owes %(money)s, %(days)s past the due day.") % {
            "money": said.money(float(found.debt_overdue)),
            "days": said.days(found.debt_days),
        }
        lines[4] = (_("Money"), owes)
    return lines


def _last_contact(client: Client) -> Interaction | None:
    talks = Interaction.objects.filter(client=client, deleted_at=None).select_related("person", "contact")
    return talks.order_by("-at", "-id").first()


def _last_talk(last: Interaction | None) -> str:
    if last is None:
        return _("Nobody has been in touch yet.")
    parts = [formats.day(last.at), str(last.get_kind_display())]
    parts += [str(one) for one in (last.contact, last.person) if one]
    if last.mood is not None:
        parts.append(_("mood: %(mood)s") % {"mood": last.get_mood_display()})
    return ", ".join(parts) + (f". {last.note}" if last.note else ".")


@Prepared
def _days(client: int, as_of: date) -> QuerySet[Order, Any]:
    """(day, sum of its orders), oldest first."""
    orders = Order.objects.filter(client=client, deleted_at=None, amount__gte=0, ordered_on__lte=as_of)
    days = orders.exclude(status=OrderStatus.CANCELLED).values_list("ordered_on").annotate(sum=Sum("amount"))
    return days.order_by("ordered_on")


def _rhythm(said: Words, client: Client, found: ClientAssessment, *, money: bool) -> tuple[SafeString, str]:
    as_of: date = found.run.as_of
    bought = [(day, float(amount) if money else None) for day, amount in _days.rows(client.pk, as_of)]
    if not bought:
        return SafeString(), _("Nothing bought yet.")
    strip = Strip(bought, as_of, found.expected_next_on, said)
    sentence = _(
        "Silent for %(silent)s; the usual interval is %(usual)s; the next purchase is usual on %(day)s."
    ) % {
        "silent": said.days(found.days_since_last),
        "usual": said.days(None if found.typical_interval is None else round(found.typical_interval)),
        "day": said.day(found.expected_next_on),
    }
    return strip.drawn(_("Purchases of %(client)s") % {"client": client.name}), sentence
