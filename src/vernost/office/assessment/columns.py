"""Columns and filters of the client list that come from the last assessment."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vernost.assessment.enums import Subject
from vernost.assessment.models import ClientAssessment, LoyaltyFactor, Signal
from vernost.assessment.queries.loyalty import broken_of, has_broken_hygiene, says_but_leaves
from vernost.assessment.queries.method import method
from vernost.assessment.wording import judgement
from vernost.assessment.wording.signals import SIGNALS
from vernost.core.queries.prepared import Prepared
from vernost.office.assessment.words import SEVERITY_TONES, loyalty_badge
from vernost.office.clients.row import ClientRow
from vernost.office.decisions.words import value_badge, value_name
from vernost.ui import formats
from vernost.ui.html import EMPTY, badge
from vernost.ui.lists import ChoiceFilter, Column, Filter, FlagFilter, words_of


def _value(name: str) -> Callable[[ClientRow], Any]:
    def value(client: ClientRow) -> Any:
        return None if client.judged is None else client.judged[name]

    return value


def _cell(name: str, show: Callable[[Any], str]) -> Callable[[ClientRow], str]:
    def cell(client: ClientRow) -> str:
        found = None if client.judged is None else client.judged[name]
        return EMPTY if found is None else show(found)

    return cell


def _in_force(subject: Subject) -> Callable[[ClientRow], str]:
    """What is in force; where a person has decided otherwise, the program's word stands beside it."""

    def cell(client: ClientRow) -> str:
        found = client.judged
        if found is None:
            return EMPTY
        value, proposed = found[f"{subject}_in_force"], found[subject]
        if value != proposed:
            said = gettext("program: %(value)s") % {"value": value_name(subject, proposed)}
            return format_html('{} <small class="note">{}</small>', value_badge(subject, value), said)
        if subject is Subject.LOYALTY:
            return loyalty_badge(value, assumed=found["loyalty_assumed"])
        return value_badge(subject, value)

    return cell


def _proposals(client: ClientRow) -> str:
    """The program's words that a person has overridden."""
    found = client.judged or {}
    said = (
        value_name(subject, found[subject])
        for subject in Subject
        if found and found[subject] != found[f"{subject}_in_force"]
    )
    return ", ".join(said)


def _decided(client: ClientRow) -> str:
    return "; ".join(
        f"{value_name(subject, value)}: {name}, {formats.day(until)}"
        for subject, value, name, until in client.decided
    )


def _signals(client: ClientRow) -> str:
    if not client.raised:
        return EMPTY
    code, severity = client.raised[0]
    shown = badge(gettext(SIGNALS[code].name), SEVERITY_TONES[severity])
    return shown if len(client.raised) == 1 else format_html("{} +{}", shown, len(client.raised) - 1)


def _codes(client: ClientRow) -> str:
    return ", ".join(gettext(SIGNALS[code].name) for code, _severity in client.raised)


def _word(client: ClientRow, name: str, names: dict[str, str]) -> str | None:
    return None if client.judged is None else gettext(names[client.judged[name]])


def judgement_columns(*, money: bool) -> tuple[Column[ClientRow], ...]:
    """What the last assessment says; columns of money only for who may see it."""
    columns: tuple[Column[ClientRow], ...] = (
        Column(
            "group",
            _("Group"),
            _in_force(Subject.GROUP),
            value=lambda c: _word(c, "group_in_force", judgement.GROUPS),
        ),
        Column(
            "stage",
            _("Stage"),
            _in_force(Subject.STAGE),
            value=lambda c: _word(c, "stage_in_force", judgement.STAGES),
        ),
        Column(
            "loyalty",
            _("Loyalty"),
            _in_force(Subject.LOYALTY),
            value=lambda c: _word(c, "loyalty_in_force", judgement.LOYALTY),
            shown=False,
        ),
        Column(
            "points",
            _("Attractiveness"),
            _cell("attractiveness", formats.number),
            value=_value("attractiveness"),
            sort="assessment__attractiveness",
            align="end",
        ),
        Column(
            "overdue",
            _("Silence ÷ usual"),
            _cell("overdue_ratio", lambda ratio: formats.number(ratio, 1)),
            value=_value("overdue_ratio"),
            sort="assessment__overdue_ratio",
            align="end",
            shown=False,
        ),
        Column("signals", _("Signals"), _signals, value=_codes),
        Column("proposals", _("The program says otherwise"), _proposals, shown=False),
        Column("decided", _("Decided by, until"), _decided, shown=False),
    )
    if not money:
        return columns
    return (
        *columns,
        Column(
            "revenue",
            _("Income, year"),
            _cell("revenue_window", lambda sum_: formats.number(sum_)),
            value=_value("revenue_window"),
            sort="assessment__revenue_window",
            align="end",
        ),
        Column(
            "share",
            _("Share"),
            _cell("share", lambda part: formats.percent(part, 1)),
            value=_value("share"),
            sort="assessment__revenue_window",
            align="end",
            shown=False,
        ),
        Column(
            "debt",
            _("Overdue debt"),
            _cell("debt_overdue", lambda sum_: formats.number(sum_) if sum_ else EMPTY),
            value=_value("debt_overdue"),
            sort="assessment__debt_overdue",
            align="end",
            shown=False,
        ),
    )


@dataclass(frozen=True)
class SignalFilter(ChoiceFilter):
    """Clients on whom one of the chosen signals is raised."""

    def apply(self, rows: QuerySet[Any], query: QueryDict) -> QuerySet[Any]:
        chosen = [value for value, _label in self._chosen(query)]
        if not chosen:
            return rows
        signals = Signal.objects.filter(over_on=None)
        condition = Q(pk__in=signals.filter(code__in=chosen).values("client"))
        if "none" in chosen:
            condition |= ~Q(pk__in=signals.values("client"))
        return rows.filter(condition)


@dataclass(frozen=True)
class BrokenFilter(ChoiceFilter):
    """Clients at whom one of the chosen factors of loyalty is broken."""

    def apply(self, rows: QuerySet[Any], query: QueryDict) -> QuerySet[Any]:
        chosen = [int(value) for value, _label in self._chosen(query) if value.isdecimal()]
        return rows.filter(broken_of(chosen)) if chosen else rows


@dataclass(frozen=True)
class PartingFilter(FlagFilter):
    """Clients whose words and deeds part; the company's own thresholds are read when it is asked."""

    def apply(self, rows: QuerySet[Any], query: QueryDict) -> QuerySet[Any]:
        if query.get(self.key) != "1":
            return rows
        parting = ClientAssessment.objects.filter(says_but_leaves(method()))
        return rows.filter(pk__in=parting.values("pk"))


_FACTORS = Prepared(lambda: LoyaltyFactor.objects.filter(deleted_at=None).order_by("kind", "id"))


def _factors() -> list[tuple[str, str]]:
    return [(str(one.pk), str(one)) for one in _FACTORS.records()]


_GROUPS, _STAGES, _LOYALTY = map(words_of, (judgement.GROUPS, judgement.STAGES, judgement.LOYALTY))
_SIGNALS = words_of({code: signal.name for code, signal in SIGNALS.items()})


def judgement_filters() -> tuple[Filter, ...]:
    return (
        ChoiceFilter("group", _("Group"), "assessment__group_in_force", _GROUPS),
        ChoiceFilter("stage", _("Stage"), "assessment__stage_in_force", _STAGES),
        ChoiceFilter("loyalty", _("Loyalty"), "assessment__loyalty_in_force", _LOYALTY),
        SignalFilter("signal", _("Signal"), "signals__code", _SIGNALS),
        FlagFilter(
            "overridden",
            _("Decided against the program"),
            ~Q(assessment__group=F("assessment__group_in_force"))
            | ~Q(assessment__stage=F("assessment__stage_in_force"))
            | ~Q(assessment__loyalty=F("assessment__loyalty_in_force")),
        ),
        FlagFilter("hygiene", _("A hygiene condition is broken"), Q(has_broken_hygiene())),
        BrokenFilter("broken", _("Broken factor of loyalty"), "factor_marks__factor", _factors),
        PartingFilter("parting", _("Says well, buys less"), Q()),
        FlagFilter("compelled", _("Loyal by compulsion"), Q(assessment__by_compulsion=True)),
        FlagFilter("regular", _("Regular clients"), Q(assessment__regular=True)),
        FlagFilter("debt", _("Overdue debt"), Q(assessment__debt_overdue__gt=0)),
    )
