"""The tables of a scorecard."""

from collections.abc import Sequence

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext as _

from vernost.assessment.declared import GROUPS, STAGES
from vernost.assessment.models import ClientAssessment
from vernost.assessment.queries.run import latest_run
from vernost.assessment.wording import judgement
from vernost.office.goals.words import change_text, number_text
from vernost.programmes.enums import GoalScope
from vernost.programmes.measures.measure import Better, Measure, Unit
from vernost.programmes.models import MonthlyValue
from vernost.programmes.queries.monthly_value import clients_of
from vernost.programmes.queries.scorecard import Line, Scorecard
from vernost.ui.sheets import Cell, Sheet, count, text


def line_sheet(card: Scorecard, scope: str, *, money: bool) -> Sheet:
    """Now against a quarter ago and against the others; in words whether it is better or worse."""
    lines = [line for line in card.lines if money or line.measure.unit is not Unit.MONEY]
    head = [_("Measured by"), _("Better or worse"), _("Now"), _("A quarter ago"), _("Moved by")]
    if scope == GoalScope.PERSON:
        head += [_("Mean of the team"), _("Mean of all")]
    elif scope == GoalScope.TEAM:
        head += [_("Mean of the teams")]
    rows = []
    for line in lines:
        cells = [
            text(str(line.measure.name)),
            text(direction(line)),
            _value(line.measure, line.now),
            _value(line.measure, line.before),
            Cell(change_text(line.measure, line.change), line.change),
        ]
        if scope != GoalScope.COMPANY:
            cells.append(Cell(_mean(line, line.peers), line.peers))
        if scope == GoalScope.PERSON:
            cells.append(Cell(_mean(line, line.company), line.company))
        rows.append(cells)
    note = _(
        "What counts through a period is counted over the 365 days up to the day, of the clients of today."
    )
    empty = _("Nothing has been counted yet: it is done every night.")
    return Sheet("relations", _("Relations"), head, rows, note, words=2, empty=empty)


def direction(line: Line) -> str:
    """Better, worse or as it was; by words, so that nobody has to know which way is up."""
    if line.change is None:
        return _("not known")
    if not line.change:
        return _("as it was")
    up = line.change > 0
    return _("better") if up == (line.measure.better == Better.MORE) else _("worse")


def _value(measure: Measure, value: MonthlyValue | None) -> Cell:
    if value is None:
        return Cell(_("not counted"))
    return Cell(number_text(measure, value.number, value.unknown), value.number)


def _mean(line: Line, number: object) -> str:
    # A mean of counts has a tenth.
    return number_text(line.measure, round(number, 1) if number is not None else None)  # type: ignore[call-overload]


def places_sheet(scope: str, subject: int) -> list[Sheet]:
    """Own clients by group and by stage, as in force; of the company as the last assessment counted them."""
    run = latest_run()
    if run is None:
        return []
    rows = ClientAssessment.objects.filter(client__in=clients_of(scope, subject))
    sheets = []
    for column, codes, names, title, head in (
        ("group", GROUPS, judgement.GROUPS, _("Clients by group"), _("Group")),
        ("stage", STAGES, judgement.STAGES, _("Clients by stage"), _("Stage")),
    ):
        if scope == GoalScope.COMPANY:
            found = {one[column]: one["clients"] for one in run.company[f"{column}s"]}
        else:
            counted = rows.order_by().values_list(f"{column}_in_force").annotate(n=Count("pk"))
            found = dict(counted)
        lines = [[text(gettext(names[code])), count(found.get(code, 0), _clients(scope, subject, column, code))]
                 for code in codes]  # fmt: skip
        sheets.append(Sheet(column, title, [head, _("Clients")], lines))
    return sheets


def _clients(scope: str, subject: int, column: str, code: str) -> str:
    owner = f"&owner={subject}" if scope == GoalScope.PERSON else ""
    return "" if scope == GoalScope.TEAM else f"{reverse('clients')}?{column}={code}{owner}"


def results_sheet(found: Sequence[tuple[Measure, MonthlyValue | None]], *, money: bool) -> Sheet:
    """What the system brings (S0)."""
    rows = [
        [text(str(measure.name)), _value(measure, value)]
        for measure, value in found
        if money or measure.unit is not Unit.MONEY
    ]
    return Sheet("results", _("Results of the system, in a year"), [_("Measured by"), _("Now")], rows)
