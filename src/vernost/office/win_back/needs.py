"""What winning back adds to Today: attempts whose day has come."""

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from vernost.care.models import WinBack
from vernost.care.queries.win_back import visible_to
from vernost.core.models import User
from vernost.core.needs import Need, Question, needs_source
from vernost.core.queries.prepared import Fixed, Prepared
from vernost.ui import formats


@Prepared
def _planned(user: User, owner: User | None, until: date, most: int) -> QuerySet[WinBack]:
    found = visible_to(user).filter(won_on=None, next_on__lte=until)
    if owner is not None:
        found = found.filter(client__owner=owner)
    return found.select_related("client").order_by("next_on", "pk")[:most]


@needs_source("win_back", lambda: _("winning back"))
def attempts(question: Question) -> Iterator[Need]:
    """Of those who are not back yet, the earliest first."""
    for one in _planned.records(question.user, question.owner, question.until, Fixed(question.most)):
        yield Need(
            client_id=one.client_id,
            client_name=one.client.name,
            title=_("Next attempt to win the client back"),
            why=_("Planned for %(day)s. The rule says: %(advice)s.")
            % {"day": formats.day(one.next_on), "advice": one.get_advice_display()},
            next_step=_("Write down the attempt"),
            url=reverse("client_win_back", args=[one.client_id]),
            severity=1,
            at_stake=float(one.significance) if question.money and one.significance else None,
            due_on=one.next_on,
        )
