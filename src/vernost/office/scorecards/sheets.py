"""The tables of a scorecard."""

from collections.abc import Sequence
from decimal import Decimal
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext as _

from vernost.assessment.declared import GROUPS, STAGES
from vernost.assessment.wording import judgement
from vernost.core.models import User
from vernost.office.goals.words import change_text, number_text
from vernost.programmes.enums import GoalScope
from vernost.programmes.measures.measure import Better, Measure, Unit
from vernost.programmes.models import MonthlyValue
from vernost.programmes.queries.scorecard import Line, Scorecard, places
from vernost.ui.sheets import Cell, Sheet, count, text


def line_sheet(card: Scorecard, scope: str, subject: int, *, money: bool) -> Sheet:
    """Now against a quarter ago and against the others; in words whether it is better or worse. Each number leads to
    what it was made from.
    """
    lines = [line for line in card.lines if money or line.measure.unit is not Unit.MONEY]
    head = [_("Measured by"), _("Better or worse"), _("Now"), _("A quarter ago"), _("Moved by")]
    if scope == GoalScope.PERSON:
        head += [_("Mean of the team"), _("Mean of all")]
    elif scope == GoalScope.TEAM:
        head += [_("Mean of the teams")]
    rows = []
    for line in lines:
        url = rows_address(scope, subject, line.measure.code)
        cells = [
            text(str(line.measure.name)),
            text(direction(line)),
            _value(line.measure, line.now, url),
            _value(line.measure, line.before, f"{url}?then=1"),
            Cell(change_text(line.measure, line.change), line.change),
        ]
        if scope != GoalScope.COMPANY:
            cells.append(_mean(line, line.peers, url))
        if scope == GoalScope.PERSON:
            cells.append(_mean(line, line.company, url))
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


def rows_address(scope: str, subject: int, measure: str) -> str:
    """The page of what a number was made from."""
    whose = [] if scope == GoalScope.COMPANY else [subject]
    return reverse(f"{scope}_scorecard_rows", args=[*whose, measure])


def _value(measure: Measure, value: MonthlyValue | None, url: str) -> Cell:
    if value is None:
        return Cell(_("not counted"))
    return Cell(
        number_text(measure, value.number, value.unknown), value.number, url if value.based_on else ""
    )


def _mean(line: Line, number: Decimal | None, url: str) -> Cell:
    if number is None:
        return Cell(number_text(line.measure, None))
    # A mean of counts has a tenth.
    return Cell(number_text(line.measure, round(number, 1)), number, f"{url}#others")


def places_sheet(scope: str, subject: int) -> list[Sheet]:
    """Own clients by group and by stage."""
    counted = places(scope, subject)
    if not counted:
        return []
    owners = _owners(scope, subject)
    sheets = []
    for column, codes, names, title, head in (
        ("group", GROUPS, judgement.GROUPS, _("Clients by group"), _("Group")),
        ("stage", STAGES, judgement.STAGES, _("Clients by stage"), _("Stage")),
    ):
        found = counted[column]
        lines = [[text(gettext(names[code])), count(found.get(code, 0), _clients(owners, column, code))]
                 for code in codes]  # fmt: skip
        sheets.append(Sheet(column, title, [head, _("Clients")], lines))
    return sheets


def _owners(scope: str, subject: int) -> list[int]:
    """Whose clients are counted; nobody's name for the whole company."""
    if scope == GoalScope.TEAM:
        return list(User.objects.filter(team=subject).order_by("pk").values_list("pk", flat=True))
    return [subject] if scope == GoalScope.PERSON else []


def _clients(owners: list[int], column: str, code: str) -> str:
    asked = [(column, code), *(("owner", pk) for pk in owners)]
    return f"{reverse('clients')}?{urlencode(asked)}"


def results_sheet(found: Sequence[tuple[Measure, MonthlyValue | None]], *, money: bool) -> Sheet:
    """What the system brings (S0)."""
    rows = [
        [
            text(str(measure.name)),
            _value(measure, value, rows_address(GoalScope.COMPANY, 0, measure.code)),
        ]
        for measure, value in found
        if money or measure.unit is not Unit.MONEY
    ]
    return Sheet("results", _("Results of the system, in a year"), [_("Measured by"), _("Now")], rows)
