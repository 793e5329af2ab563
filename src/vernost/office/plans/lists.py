"""Lists of plans and of their numbers; both can be taken away as files."""

from datetime import date

from django.db.models import Q, QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from vernost.core.models import User
from vernost.core.queries.user import owners_of_clients
from vernost.office.plans.words import (
    name_of,
    shown,
    standing_badge,
    state_badge,
    track_of,
    why_unknown,
)
from vernost.programmes.enums import UNFINISHED, PlanState, Standing
from vernost.programmes.measures.measure import measure_of, measures_of_one
from vernost.programmes.models import Kpi, Plan
from vernost.programmes.queries.plan import kept_kpis, with_kpis
from vernost.ui.html import day_cell, link, text_cell
from vernost.ui.lists import ChoiceFilter, Column, DayFilter, FlagFilter, ListSpec
from vernost.ui.words import labels_of


def plan_list(user: User, on: date) -> ListSpec[Plan]:
    return ListSpec(
        columns=(
            Column("plan", _("Plan"), lambda p: link(p.name, p.get_absolute_url()), value=lambda p: p.name),
            Column("client", _("Client"), lambda p: link(p.client.name, p.client.get_absolute_url()),
                   value=lambda p: p.client.name),
            Column("responsible", _("Responsible"), lambda p: p.responsible.name),
            Column("state", _("State"), lambda p: state_badge(p.state),
                   value=lambda p: str(p.get_state_display())),
            Column("numbers", _("Numbers"), lambda p: text_cell(track_of(kept_kpis(p))),
                   value=lambda p: track_of(kept_kpis(p))),
            Column("review", _("Next review"), lambda p: day_cell(p.review_on), value=lambda p: p.review_on,
                   sort="review_on"),
            Column("since", _("Begins"), lambda p: day_cell(p.since_on), value=lambda p: p.since_on, shown=False),
            Column("until", _("Ends"), lambda p: day_cell(p.until_on), value=lambda p: p.until_on,
                   sort="until_on"),
            Column("outcome", _("What came of it"), lambda p: text_cell(p.outcome), value=lambda p: p.outcome,
                   shown=False),
        ),
        filters=(
            FlagFilter("open", _("Not finished"), Q(state__in=UNFINISHED)),
            FlagFilter("due", _("Review is due"), Q(review_on__lte=on, state__in=UNFINISHED)),
            ChoiceFilter("state", _("State"), "state",
                         labels_of(PlanState), is_text=True),
            ChoiceFilter("responsible", _("Responsible"), "responsible", lambda: owners_of_clients(user)),
            DayFilter("until", _("Ends"), "until_on"),
        ),
        sort="until",
        load=with_kpis,
    )  # fmt: skip


def kpi_list(user: User) -> ListSpec[Kpi]:
    """A row for each number of each plan, of the last counting."""
    return ListSpec(
        columns=(
            Column("client", _("Client"), lambda k: link(k.plan.client.name, k.plan.client.get_absolute_url()),
                   value=lambda k: k.plan.client.name, sort="plan__client__name"),
            Column("plan", _("Plan"), lambda k: link(k.plan.name, k.plan.get_absolute_url()),
                   value=lambda k: k.plan.name),
            Column("measure", _("What is counted"), name_of),
            Column("start", _("At the start"), lambda k: _shown(k, "start"), value=lambda k: k.start,
                   align="end"),
            Column("target", _("Target"), lambda k: _shown(k, "target"), value=lambda k: k.target, align="end"),
            Column("now", _("Now"), _now, value=lambda k: k.now, align="end"),
            Column("forecast", _("Forecast"), lambda k: _shown(k, "forecast"), value=lambda k: k.forecast,
                   align="end"),
            Column("standing", _("State"), lambda k: standing_badge(k.standing),
                   value=lambda k: str(k.get_standing_display())),
            Column("why", _("Why not known"), lambda k: text_cell(why_unknown(k.now_unknown)),
                   value=lambda k: why_unknown(k.now_unknown), shown=False),
            Column("on", _("Counted on"), lambda k: day_cell(k.now_on), value=lambda k: k.now_on, shown=False),
            Column("responsible", _("Responsible"), lambda k: k.plan.responsible.name, shown=False),
        ),
        filters=(
            ChoiceFilter("standing", _("State"), "standing",
                         labels_of(Standing), is_text=True),
            ChoiceFilter("measure", _("What is counted"), "measure",
                         lambda: [(one.code, str(one.name)) for one in measures_of_one()], is_text=True),
            ChoiceFilter("responsible", _("Responsible"), "plan__responsible",
                         lambda: owners_of_clients(user)),
            FlagFilter("open", _("Of unfinished plans"), Q(plan__state__in=UNFINISHED)),
        ),
        sort="client",
        load=_load,
    )  # fmt: skip


def _load(rows: QuerySet[Kpi]) -> QuerySet[Kpi]:
    return rows.select_related("plan__client", "plan__responsible", "line")


def _shown(kpi: Kpi, field: str) -> str:
    return shown(getattr(kpi, field), measure_of(kpi.measure))


def _now(kpi: Kpi) -> str | SafeString:
    if kpi.now is None and kpi.now_unknown:
        return SafeString(f'<span class="none">{why_unknown(kpi.now_unknown)}</span>')
    return _shown(kpi, "now")
