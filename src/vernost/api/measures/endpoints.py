from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from vernost.api.measures.schemas import Measures, MeasureShown, Rows, RowShown
from vernost.api.shell.http import Request
from vernost.api.shell.operations import Operations
from vernost.api.shell.sight import hidden, sees_money
from vernost.core.access import Action
from vernost.core.models import User
from vernost.programmes.measures.measure import Measure, Unit, measures

operations = Operations("care")
MOST_ROWS = 200
NO_MONEY = _("This is counted in money, which the token's owner does not see.")


@operations.reads("/measures", right=Action.VIEW_CLIENT, answer=Measures)
def list_measures(request: Request) -> Measures:
    """What plans, goals and scorecards count: the codes that stand as `measure`."""
    money = sees_money(request.auth)
    return Measures(items=[_shown(one) for one in measures() if money or one.unit is not Unit.MONEY])


def rows_of(person: User, measure: Measure, based_on: int, rows: Iterable[RowShown]) -> Rows:
    """What each row adds only for who may see money, unless rows are counted: a share of income is made of sums."""
    adds = measure.unit is Unit.COUNT or sees_money(person)
    return Rows(based_on=based_on, items=[one if adds else hidden(one, "number") for one in rows])


def _shown(one: Measure) -> MeasureShown:
    return MeasureShown(
        code=one.code, name=str(one.name), how=str(one.how), unit=one.unit, better=one.better, over=one.over,
        asks_line=one.asks_line, of_many=one.of_many,
    )  # fmt: skip
