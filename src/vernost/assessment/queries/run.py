from datetime import date, timedelta

from django.db.models import Max

from vernost.assessment.models import Run
from vernost.clients.enums import OrderStatus
from vernost.clients.models import Order
from vernost.core.queries.prepared import Prepared

# A company that has ordered nothing for so long is looked at on the day of its last order: it gave us its past.
PAST_AFTER = timedelta(days=92)
_LATEST = Prepared(lambda: Run.objects.order_by("-as_of", "-id")[:1])


def latest_run() -> Run | None:
    """The assessment whose judgements are shown; its `company` and `settings` come with it."""
    found: Run | None = _LATEST.record()
    return found


def day_to_judge(today: date) -> date | None:
    """`today`, or the day of the last order where that is long ago; None without an order."""
    orders = Order.objects.filter(deleted_at=None, ordered_on__lte=today).exclude(
        status=OrderStatus.CANCELLED
    )
    last: date | None = orders.aggregate(last=Max("ordered_on"))["last"]
    if last is None:
        return None
    return last if today - last > PAST_AFTER else today
