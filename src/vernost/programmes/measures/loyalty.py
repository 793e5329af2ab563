from datetime import date
from decimal import Decimal

from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.assessment.wording.judgement import LOYALTY
from vernost.clients.models import Client, ServiceLine
from vernost.programmes.measures.counted import latest
from vernost.programmes.measures.measure import Over, Unit, Unknown, Value, measure
from vernost.programmes.measures.standings import loyalty_words, standings

# none yet 0, satisfaction 1, devotion 2, partnership 3.
LEVELS = {code: Decimal(level) for level, code in enumerate(LOYALTY)}


@measure(
    "loyalty",
    _("Level of loyalty"),
    _(
        "The level that the assessments saw on the day: none yet 0, satisfaction 1, devotion 2, partnership 3; "
        "of several clients the mean."
    ),
    unit=Unit.LEVEL,
    over=Over.DAY,
    words=loyalty_words,
)
def loyalty(clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None) -> Value:
    then = standings(clients, until).filter(loyalty__in=LEVELS)
    found = list(then.order_by().values_list("loyalty").annotate(Count("pk")))
    count = sum(n for _level, n in found)
    if not count:
        return Value(None, Unknown.NOT_JUDGED)
    number = sum((LEVELS[level] * n for level, n in found), Decimal()) / count
    return Value(
        number.quantize(Decimal("0.01")),
        based_on=count,
        rows=latest(then, "since_on", lambda one: LEVELS[one.loyalty]),
    )
