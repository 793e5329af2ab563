"""The valuation of one client: every judgement with its reasons in words and numbers, and what would change it."""

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from vernost.assessment.actions.case import settle_signal
from vernost.assessment.declared import BASICS, COMPONENTS, OUTLOOK, RHYTHM, Settings
from vernost.assessment.enums import Verdict
from vernost.assessment.models import ClientAssessment, Signal
from vernost.assessment.queries.client_assessment import assessment_of, row_of
from vernost.assessment.queries.decision import last_words
from vernost.assessment.wording import judgement
from vernost.assessment.wording.changing import group_changes, loyalty_changes, stage_changes
from vernost.assessment.wording.columns import HEADINGS
from vernost.assessment.wording.explaining import group_why, guards_why, loyalty_why, stage_why
from vernost.assessment.wording.gaps import needs_in_words
from vernost.assessment.wording.rules import VERDICTS, group_rules
from vernost.assessment.wording.values import value_text
from vernost.assessment.wording.words import Words
from vernost.core.access import Action
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.office.assessment.words import group_badge, loyalty_badge, stage_badge, words
from vernost.office.decisions.words import held
from vernost.office.shell.access import client_for, demand
from vernost.office.shell.http import Request
from vernost.office.shell.safe import safe_address
from vernost.office.shell.toasts import toast
from vernost.ui.html import badge

_SHARE = ("share", "revenue_rank", "abc", "regular", "share_of_wallet")
_DUES = (
    "debt_overdue",
    "debt_days",
    "on_time_part",
    "invoices_judged",
    "obligations_broken",
    "complaints_open",
)
_TONES = {True: "accent", False: "neutral", None: "neutral"}


@dataclass(frozen=True)
class Part:
    """One judgement: its badge, sentences that say why, what would change it."""

    title: str
    badge: Any
    why: list[str]
    changes: list[str] = field(default_factory=list)


@require_GET
@demand(Action.VIEW_MONEY)
def valuation(request: Request, pk: int) -> HttpResponse:
    client = client_for(request.user, pk, Action.VIEW_MONEY)
    found = assessment_of(client)
    context: dict[str, Any] = {
        "client": client,
        "assessment": found,
        "held": [one for one in held(found, last_words(client), today()) if one.decision] if found else [],
    }
    if found is not None:
        context |= _judged(found)
    return render(request, "office/assessment/valuation.html", context)


def _judged(found: ClientAssessment) -> dict[str, Any]:
    said, row, settings = words(), row_of(found), Settings(**found.run.settings)
    rules = [
        (badge(said.gettext(VERDICTS[rule.holds]), _TONES[rule.holds]), rule.text)  # type: ignore[arg-type]
        for rule in group_rules(said, row, settings)
    ]
    return {
        "parts": _parts(said, found, row, settings),
        "rules": rules,
        "components": _components(said, row, settings),
        "points": said.number(found.attractiveness, 1),
        "confidence": said.percent(found.confidence),
        "numbers": [
            (_("History"), _numbers(said, row, tuple(column.name for column in BASICS[1:]))),
            (_("Rhythm"), _numbers(said, row, tuple(column.name for column in RHYTHM))),
            (_("Outlook"), _numbers(said, row, tuple(column.name for column in OUTLOOK))),
            (_("Share"), _numbers(said, row, _SHARE)),
            (_("Payment and conduct"), _numbers(said, row, _DUES)),
        ],
        "gaps": needs_in_words(said, found.run.company["not_judged"]),
    }


def _parts(said: Words, found: ClientAssessment, row: dict[str, Any], settings: Settings) -> list[Part]:
    loyalty = [loyalty_why(said, row)]
    if found.loyalty_assumed:
        loyalty.append(said.gettext("The level is assumed from behaviour: nobody asked the client."))
    if found.by_compulsion:
        loyalty.append(said.gettext("Regular by compulsion: loyalty may be less than it looks."))
    return [
        Part(
            _("Group"),
            group_badge(found.group),
            [group_why(said, row), *guards_why(said, row), said.gettext(judgement.GROUP_ADVICE[found.group])],
            group_changes(said, row, settings),
        ),
        Part(
            _("Stage"),
            stage_badge(found.stage),
            [stage_why(said, row)],
            stage_changes(said, row, settings, found.run.as_of),
        ),
        Part(
            _("Loyalty"),
            loyalty_badge(found.loyalty, assumed=found.loyalty_assumed),
            loyalty,
            loyalty_changes(said, row),
        ),
    ]


def _components(said: Words, row: dict[str, Any], settings: Settings) -> list[tuple[str, ...]]:
    """(component, score, weight, points) of the attractiveness; an unknown one gives its weight to the others."""
    weights = {name: float(getattr(settings, f"weight_{name}")) for name in COMPONENTS}
    known = sum(weight for name, weight in weights.items() if row[f"score_{name}"] is not None)
    lines: list[tuple[str, ...]] = []
    for name, weight in weights.items():
        score = row[f"score_{name}"]
        points = None if score is None else score * weight / known
        title = said.gettext(judgement.COMPONENTS[name])
        lines.append((title, said.number(score, 0), said.number(weight), said.number(points, 1)))
    return lines


def _numbers(said: Words, row: dict[str, Any], columns: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(said.gettext(HEADINGS[name]), value_text(said, name, row[name])) for name in columns]


@require_POST
def verdict(request: Request, pk: int, signal: int) -> HttpResponse:
    """What a person says of a signal: real, a false alarm, or nothing after all."""
    client = client_for(request.user, pk, Action.JUDGE_SIGNAL)
    said = request.POST.get("verdict", "")
    found = Signal.objects.filter(client=client, pk=signal).first()
    if found is not None and said in ("", *Verdict.values):
        settle_signal(
            signal=found,
            verdict=Verdict(said) if said else None,
            day=today(),
            by=request.user,
            at=now(),
            face=Face.WEB,
        )
        toast(request, _("Written down: it tunes how far this kind of signal can be trusted."))
    back = request.POST.get("next") or client.get_absolute_url()
    return redirect(safe_address(request, back))
