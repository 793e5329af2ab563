from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client, ServiceLine
from vernost.programmes.measures.counted import latest, one_if, percent
from vernost.programmes.measures.days import moments
from vernost.programmes.measures.measure import Unit, Unknown, Value, measure
from vernost.voice.enums import Direction, InteractionKind
from vernost.voice.models import Interaction

# A promise of the last days may still be kept.
_TIME = timedelta(days=14)


@measure(
    "promises_kept",
    _("Promises kept"),
    _(
        "Of what we promised the client in the period, the part marked as kept by its end; "
        "a promise of the last two weeks counts only once it is kept."
    ),
    unit=Unit.PERCENT,
)
def promises_kept(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    _first, end = moments(since, until)
    given = Interaction.objects.filter(
        client__in=clients,
        deleted_at=None,
        at__range=moments(since, until),
        kind=InteractionKind.PROMISE,
        direction=Direction.OUT,
    )
    kept = given.filter(answered_at__lte=end)
    good = kept.count()
    count = good + given.exclude(pk__in=kept.values("pk")).filter(at__lte=end - _TIME).count()
    if not count:
        return Value(None, Unknown.NO_PROMISES)
    return Value(
        percent(good, count),
        based_on=count,
        rows=latest(given, "at", lambda one: one_if(one.answered_at and one.answered_at <= end)),
    )
