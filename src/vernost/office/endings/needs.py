"""What endings add to Today: last chances whose day has passed without an answer."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from vernost.care.enums import EndingState
from vernost.care.queries.ending import visible_to
from vernost.core.needs import Need, Question, needs_source
from vernost.ui import formats


@needs_source("last_chance", lambda: _("last chance"))
def last_chances(question: Question) -> Iterator[Need]:
    """The longest over first."""
    found = visible_to(question.user).filter(
        state=EndingState.LAST_CHANCE, answered_on=None, until_on__lt=question.until
    )
    if question.owner is not None:
        found = found.filter(client__owner=question.owner)
    for one in found.select_related("client").order_by("until_on", "pk")[: question.most]:
        yield Need(
            client_id=one.client_id,
            client_name=one.client.name,
            title=_("The last chance is over"),
            why=_("An answer was awaited by %(day)s.") % {"day": formats.day(one.until_on)},
            next_step=_("Write down the answer, or decide"),
            url=reverse("client_ending", args=[one.client_id]),
            severity=2,
            due_on=one.until_on,
        )
