"""Decisions in words: who decided what until when, and what the program says."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext as _

from vernost.assessment.enums import Asks, Subject
from vernost.assessment.models import ClientAssessment, Decision
from vernost.assessment.wording import judgement
from vernost.assessment.wording.refusals import UNABLE_TO_DECIDE
from vernost.office.assessment.words import group_badge, loyalty_badge, stage_badge
from vernost.ui import formats
from vernost.ui.html import Tone, badge

_BADGES: dict[str, Callable[[str | None], SafeString]] = {
    Subject.GROUP: group_badge,
    Subject.STAGE: stage_badge,
    Subject.LOYALTY: loyalty_badge,
}
_ASKS_TONES: dict[str, Tone] = {Asks.RAN_OUT: "warn", Asks.CHANGED: "accent", Asks.CONFIRM: "neutral"}
REFUSALS = {code: gettext_lazy(text) for code, text in UNABLE_TO_DECIDE.items()}


def value_name(subject: str, value: str) -> str:
    return gettext(judgement.BY_SUBJECT[subject][value])


def value_badge(subject: str, value: str) -> SafeString:
    return _BADGES[subject](value)


def asks_badge(asks: str) -> SafeString:
    return badge(Asks(asks).label, _ASKS_TONES[asks])


def sentence(decision: Decision, proposal: str, today: date) -> str:
    """ "manage — decided by Anna until 1 May 2026; the program says discipline." """
    told = {
        "value": value_name(decision.subject, decision.decided),
        "proposal": value_name(decision.subject, proposal),
        "name": decision.decided_by.name,
        "day": formats.day(decision.until_on),
    }
    if not decision.holds_on(today):
        return (
            _("“%(value)s” (%(name)s) held until %(day)s and ran out; the program says “%(proposal)s”.")
            % told
        )
    if decision.decided == proposal:
        return _("“%(value)s” — confirmed by %(name)s until %(day)s.") % told
    return _("“%(value)s” — decided by %(name)s until %(day)s; the program says “%(proposal)s”.") % told


@dataclass(frozen=True)
class Held:
    """One subject of a client: what is in force, what the program proposes, and the last decision on it."""

    subject: Subject
    value: str
    proposed: str
    decision: Decision | None
    badge: SafeString
    sentence: str


def held(found: ClientAssessment, words: dict[str, Decision], today: date) -> list[Held]:
    """Of the three subjects, in their order; an assumed level stays grey as long as nobody has decided on it."""
    lines = []
    for subject in Subject:
        decision, value = words.get(subject), getattr(found, f"{subject.value}_in_force")
        proposed = getattr(found, subject.value)
        assumed = subject == Subject.LOYALTY and found.loyalty_assumed and value == proposed
        lines.append(
            Held(
                subject=subject,
                value=value,
                proposed=proposed,
                decision=decision,
                badge=loyalty_badge(value, assumed=True) if assumed else value_badge(subject, value),
                sentence=sentence(decision, proposed, today) if decision else "",
            )
        )
    return lines
