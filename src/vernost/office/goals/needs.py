"""What goals add to Today of who answers for them: those at risk, and those whose time is over."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from vernost.core.needs import Need, Question, needs_source
from vernost.office.goals.words import number_text
from vernost.programmes.measures.measure import measure_of
from vernost.programmes.queries.goal import visible_to, worrying
from vernost.ui import formats

if TYPE_CHECKING:
    from vernost.programmes.models import Goal


@needs_source("goal", lambda: _("goal"))
def goals(question: Question) -> Iterator[Need]:
    found = worrying(visible_to(question.user), question.on)
    if question.owner is not None:
        found = found.filter(owner=question.owner)
    for one in found.select_related("owner").order_by("ends_on", "pk")[: question.most]:
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
