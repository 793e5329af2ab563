"""The list of goals."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.clients.queries.segment import segment_choices
from vernost.core.models import Team, User
from vernost.office.goals.words import measure_name, number_text, scope_text, state_badge
from vernost.programmes.enums import GoalScope, GoalState
from vernost.programmes.measures.measure import measure_of
from vernost.programmes.models import Goal
from vernost.ui.html import day_cell, link
from vernost.ui.lists import ChoiceFilter, Column, DayFilter, FlagFilter, ListSpec
from vernost.ui.words import labels_of


def goal_list(user: User) -> ListSpec[Goal]:
    return ListSpec(
        columns=(
            Column("title", _("Goal"), lambda g: link(g.title, g.get_absolute_url()), value=lambda g: g.title,
                   sort="title"),
            Column("state", _("State"), lambda g: state_badge(g.state),
                   value=lambda g: str(g.get_state_display()), sort="state"),
            Column("measure", _("Measured by"), lambda g: measure_name(g.measure), shown=False),
            Column("scope", _("Whose clients"), scope_text),
            Column("start", _("At the start"), lambda g: _number(g, g.start),
                   value=lambda g: g.start, align="end"),
            Column("now", _("Now"), lambda g: _number(g, g.result if g.closed_on else g.now),
                   value=lambda g: g.result if g.closed_on else g.now, align="end"),
            Column("target", _("Target"), lambda g: _number(g, g.target), value=lambda g: g.target,
                   align="end"),
            Column("forecast", _("Forecast"), lambda g: _number(g, g.forecast), value=lambda g: g.forecast,
                   align="end"),
            Column("ends", _("Ends"), lambda g: day_cell(g.ends_on), value=lambda g: g.ends_on, sort="ends_on"),
            Column("starts", _("Begins"), lambda g: day_cell(g.starts_on), value=lambda g: g.starts_on,
                   sort="starts_on", shown=False),
            Column("owner", _("Who answers for it"), lambda g: g.owner.name),
            Column("counted", _("As of"), lambda g: day_cell(g.counted_on), value=lambda g: g.counted_on,
                   shown=False),
            Column("conclusion", _("Conclusion"), lambda g: g.conclusion, shown=False),
        ),
        filters=(
            FlagFilter("mine", _("Mine"), Q(owner=user)),
            FlagFilter("open", _("Not closed"), Q(closed_on=None)),
            ChoiceFilter("state", _("State"), "state", labels_of(GoalState),
                         is_text=True),
            ChoiceFilter("scope", _("Whose clients"), "scope",
                         labels_of(GoalScope), is_text=True),
            ChoiceFilter("team", _("Team"), "team",
                         lambda: [(str(pk), name) for pk, name in
                                  Team.objects.order_by("name").values_list("pk", "name")]),
            ChoiceFilter("segment", _("Segment"), "segment",
                         segment_choices),
            DayFilter("ends", _("Ends"), "ends_on"),
        ),
        sort="ends",
        load=_load,
    )  # fmt: skip


def _load(rows: QuerySet[Goal]) -> QuerySet[Goal]:
    return rows.select_related("owner", "team", "person", "segment")


def _number(goal: Goal, number: object) -> str:
    """A dash for what is not known: the page of the goal says why."""
    return number_text(measure_of(goal.measure), number)  # type: ignore[arg-type] # a column of sums
