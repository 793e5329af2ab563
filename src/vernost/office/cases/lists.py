"""The list of cases as declared."""

from django.db.models import Count, Min, Q, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vernost.assessment.enums import CaseOrigin, CaseOutcome, CaseState
from vernost.assessment.models import Case
from vernost.assessment.models.case import OTHER
from vernost.assessment.wording import judgement
from vernost.assessment.wording.signals import SIGNALS
from vernost.core.access import Action
from vernost.core.models import User
from vernost.core.queries.user import owners_of_clients
from vernost.office.assessment.words import severity_badge
from vernost.office.cases.words import reason_of, state_badge
from vernost.office.shell.access import may
from vernost.ui import formats
from vernost.ui.html import EMPTY, day_cell, link
from vernost.ui.lists import ChoiceFilter, Column, DayFilter, FlagFilter, ListSpec
from vernost.ui.words import labels_of

_TO_DO = Q(tasks__deleted_at=None, tasks__state="open")


def case_list(user: User) -> ListSpec[Case]:
    """By money at stake for who may see money, else by day."""
    money = may(user, Action.VIEW_MONEY)
    stake = Column[Case](
        "stake",
        _("Money at stake"),
        lambda c: EMPTY if c.at_stake is None else formats.number(c.at_stake),
        value=lambda c: c.at_stake,
        sort="at_stake",
        align="end",
    )
    return ListSpec(
        columns=(
            Column("reason", _("Reason"), lambda c: link(reason_of(c), c.get_absolute_url()), value=reason_of),
            Column("client", _("Client"), lambda c: link(c.client.name, f"/clients/{c.client_id}/"),
                   value=lambda c: c.client.name),
            Column("severity", _("Severity"), lambda c: severity_badge(c.severity), sort="severity"),
            *((stake,) if money else ()),
            Column("state", _("State"), state_badge),
            Column("owner", _("Who has it"), lambda c: c.owner.name if c.owner else EMPTY,
                   value=lambda c: c.owner and c.owner.name),
            Column("todo", _("To do"), _todo, value=lambda c: c.todo),
            Column("next", _("Next task"), lambda c: day_cell(c.next_on),
                   value=lambda c: c.next_on, align="end"),
            Column("opened", _("Opened"), lambda c: day_cell(c.opened_on), value=lambda c: c.opened_on,
                   sort="opened_on", align="end", shown=not money),
            Column("seen", _("Last seen"), lambda c: day_cell(c.last_seen_on), value=lambda c: c.last_seen_on,
                   shown=False, align="end"),
            Column("until", _("Put off until"), lambda c: day_cell(c.snoozed_until),
                   value=lambda c: c.snoozed_until, shown=False, align="end"),
            Column("closed", _("Closed"), lambda c: day_cell(c.closed_on), value=lambda c: c.closed_on,
                   sort="closed_on", shown=False, align="end"),
            Column("cause", _("Cause"), lambda c: c.cause or EMPTY, value=lambda c: c.cause, shown=False),
        ),
        filters=(
            ChoiceFilter("code", _("Reason"), "code", _reasons, is_text=True),
            ChoiceFilter("severity", _("Severity"), "severity",
                         lambda: [(str(n), gettext(name)) for n, name in judgement.SEVERITIES.items()]),
            ChoiceFilter("owner", _("Who has it"), "owner", lambda: owners_of_clients(user)),
            ChoiceFilter("state", _("State"), "state", labels_of(CaseState), is_text=True),
            ChoiceFilter("outcome", _("Outcome"), "outcome", labels_of(CaseOutcome), is_text=True),
            ChoiceFilter("origin", _("From where"), "origin", labels_of(CaseOrigin), is_text=True),
            FlagFilter("gone", _("The signal is gone"), Q(gone_on__isnull=False)),
            DayFilter("opened", _("Opened"), "opened_on"),
        ),
        sort="-stake" if money else "-opened",
        load=_load,
        groups={"owner": "owner__name", "severity": "severity", "reason": "code"},
    )  # fmt: skip


def _load(rows: QuerySet[Case]) -> QuerySet[Case]:
    return rows.select_related("client", "owner").annotate(
        todo=Count("tasks", filter=_TO_DO), next_on=Min("tasks__due_on", filter=_TO_DO)
    )


def _todo(case: Case) -> str:
    count: int = case.todo  # type: ignore[attr-defined]  # _load
    return formats.number(count) if count else EMPTY


def _reasons() -> list[tuple[str, str]]:
    return [(code, gettext(one.name)) for code, one in SIGNALS.items()] + [(OTHER, gettext("Something else"))]
