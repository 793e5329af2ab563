"""What hand-overs add to Today: for who takes over, and for who hands over until it is finished."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from vernost.care.models import Handover
from vernost.care.queries.handover import counted, visible_to
from vernost.core.addresses import address
from vernost.core.models import User
from vernost.core.needs import Need, Question, needs_source
from vernost.core.queries.prepared import Fixed, Prepared


@Prepared
def _under_way(user: User, owner: User | None, until: date, most: int) -> QuerySet[Handover]:
    found = visible_to(user).filter(finished_on=None, begun_on__lte=until)
    if owner is not None:
        found = found.filter(Q(giver=owner) | Q(taker=owner))
    rows = counted(found).select_related("client", "giver", "taker", "introduction")
    return rows.order_by("begun_on", "pk")[:most]


@needs_source("handover", lambda: _("hand-over"))
def handovers(question: Question) -> Iterator[Need]:
    """Those under way, the oldest first."""
    asked = question.user, question.owner, question.until, Fixed(question.most)
    for one in _under_way.records(*asked):
        left = getattr(one, "item_count", 0) - getattr(one, "taken_count", 0)
        gives = one.giver_id == question.user.pk
        said = {"giver": one.giver.name, "taker": one.taker.name, "left": left, "reason": one.reason}
        yield Need(
            # Who hands over does not see the card any more.
            client_id=None if gives else one.client_id,
            client_name=one.client.name,
            title=_("Hand the client over to %(taker)s") % said
            if gives
            else _("Take the client over from %(giver)s") % said,
            why=_("%(reason)s. Still to be taken over: %(left)s.") % said,
            next_step=_("To the checklist"),
            url=address("handover", one.pk),
            severity=2,
            due_on=one.introduction.latest_on if one.introduction else None,
        )
