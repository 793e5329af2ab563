from datetime import date
from decimal import Decimal

from django.db.models import Count, QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client, Contact, ServiceLine
from vernost.programmes.measures.counted import one_if
from vernost.programmes.measures.measure import Row, Unit, Unknown, Value, measure
from vernost.programmes.measures.talks import talks
from vernost.voice.models import Interaction


def _words(one: Interaction) -> str:
    who = one.contact
    return f"{who.name} ({who.get_level_display()}): {one.get_kind_display()}" if who else str(one)


@measure(
    "levels_covered",
    _("Levels we talk to"),
    _(
        "On how many of the four levels (owner, top, middle management, staff) we reached somebody in the period; "
        "of several clients the mean."
    ),
    unit=Unit.COUNT,
    words=_words,
    reads=("contact",),
)
def levels_covered(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    known = Contact.objects.filter(client__in=clients, deleted_at=None).exclude(level="")
    count = known.aggregate(n=Count("client", distinct=True))["n"]
    if not count:
        return Value(None, Unknown.NO_CONTACTS)
    reached = talks(clients, since, until).exclude(contact=None).exclude(contact__level="")
    pairs = reached.order_by().values("client", "contact__level").distinct().count()

    def rows(most: int) -> list[Row]:
        found, seen = [], set()
        for one in reached.select_related("contact").order_by("-at", "-pk")[:most]:
            who = one.contact
            if who is None:
                continue
            is_first = (one.client_id, who.level) not in seen
            seen.add((one.client_id, who.level))
            found.append(Row(localtime(one.at).date(), one.client_id, one_if(is_first), one))
        return found

    number = (Decimal(pairs) / count).quantize(Decimal("0.1"))
    return Value(number, based_on=pairs, rows=rows)
