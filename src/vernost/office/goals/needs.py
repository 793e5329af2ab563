"""What goals add to Today of who answers for them: those at risk, and those whose time is over."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from vernost.core.models import User
from vernost.core.needs import Need, Question, needs_source
from vernost.core.queries.prepared import Fixed, Prepared
from vernost.office.goals.words import number_text
from vernost.programmes.measures.measure import measure_of
from vernost.programmes.queries.goal import visible_to, worrying
from vernost.ui import formats

if TYPE_CHECKING:
    from vernost.programmes.models import Goal


@Prepared
def _worrying(user: User, owner: User | None, on: date, most: int) -> "QuerySet[Goal]":
    found = worrying(visible_to(user), on)
    if owner is not None:
        found = found.filter(owner=owner)
    return found.order_by("ends_on", "pk")[:most]


@needs_source("goal", lambda: _("goal"))
def goals(question: Question) -> Iterator[Need]:
    for one in _worrying.records(question.user, question.owner, question.on, Fixed(question.most)):
        over = one.ends_on < question.on
        yield Need(
            client_id=None,
            client_name=_("Goals"),
            title=_("The time of a goal is over") if over else _("A goal is at risk"),
            why=_said(one),
            next_step=_("Close it with a conclusion") if over else _("See where it goes and decide"),
            url=one.get_absolute_url(),
            severity=2,
            due_on=one.ends_on,
        )


def _said(goal: "Goal") -> str:
    measure = measure_of(goal.measure)
    return _("“%(goal)s”: now %(now)s, the target is %(target)s by %(day)s.") % {
        "goal": goal.title,
        "now": number_text(measure, goal.now, goal.now_unknown),
        "target": number_text(measure, goal.target),
        "day": formats.day(goal.ends_on),
    }
