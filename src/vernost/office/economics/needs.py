"""What economics adds to Today: clients on whom too much hangs, without a plan or with one that is due for a look."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from vernost.assessment.queries.dependence import demands
from vernost.assessment.queries.run import latest_run
from vernost.core.needs import Need, Question, needs_source
from vernost.ui import formats


@needs_source("dependence", lambda: _("dependence"))
def dependences(question: Question) -> Iterator[Need]:
    if not question.money:
        return
    for one in demands(question.user, latest_run(), question.on):
        client, plan = one.client, one.plan
        if client is None or (question.owner is not None and client.owner_id != question.owner.pk):
            continue
        share = formats.percent(max(one.share, one.profit_part or 0))
        yield Need(
            client_id=client.pk,
            client_name=client.name,
            title=_("We depend on him"),
            why=_("%(share)s of income or profit hangs on this client, and there is no plan.")
            % {"share": share}
            if plan is None
            else _("The plan against dependence is due for a look."),
            next_step=_("Write the plan") if plan is None else _("Look at the plan"),
            url=reverse("dependence_plan", args=[client.pk]),
            severity=3 if plan is None else 2,
            at_stake=float(one.revenue),
            due_on=min(plan.due_on, plan.review_on) if plan else None,
        )
