"""What hand-overs add to Today: for who takes over, and for who hands over until it is finished."""

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext as _

from vernost.care.queries.handover import counted, visible_to
from vernost.core.addresses import address
from vernost.core.needs import Need, Question, needs_source


@needs_source("handover", lambda: _("hand-over"))
def handovers(question: Question) -> Iterator[Need]:
    """Those under way, the oldest first."""
    found = visible_to(question.user).filter(finished_on=None, begun_on__lte=question.until)
    if question.owner is not None:
        found = found.filter(Q(giver=question.owner) | Q(taker=question.owner))
    rows = counted(found).select_related("client", "giver", "taker", "introduction")
    for one in rows.order_by("begun_on", "pk")[: question.most]:
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
