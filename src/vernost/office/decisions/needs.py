"""What decisions add to Today: questions that wait for a person's word."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from vernost.assessment.enums import Asks, Subject
from vernost.assessment.models import Question as AskedQuestion
from vernost.assessment.queries.decision import questions_visible_to
from vernost.core.models import User
from vernost.core.needs import Need, Question, needs_source
from vernost.core.queries.prepared import Prepared
from vernost.office.decisions import history  # noqa: F401  (registers what the history of a client tells)
from vernost.office.decisions.words import value_name

_FEW = 20


@Prepared
def _asked(user: User, owner: User | None) -> QuerySet[AskedQuestion]:
    asked = questions_visible_to(user).select_related("client", "decision")
    if owner is not None:
        asked = asked.filter(client__owner=owner)
    return asked.order_by("since_on", "id")[:_FEW]


@needs_source("decision", lambda: _("to decide"))
def decisions(question: Question) -> Iterator[Need]:
    """The oldest first; who may not decide is not asked."""
    for one in _asked.records(question.user, question.owner):
        said = {
            "subject": Subject(one.subject).label,
            "stood": value_name(one.subject, one.stood) if one.stood else "",
            "proposed": value_name(one.subject, one.proposed),
        }
        why = (
            _("Decided was “%(stood)s”; the program proposes “%(proposed)s”.")
            if one.stood
            else _("The program proposes “%(proposed)s”.")
        )
        yield Need(
            client_id=one.client_id,
            client_name=one.client.name,
            title=f"{said['subject']}: {Asks(one.asks).label}",
            why=why % said,
            next_step=_("Decide"),
            url=reverse("decide", args=[one.client_id, one.subject]),
            severity=2 if one.asks == Asks.RAN_OUT else 1,
            due_on=one.since_on,
        )
