"""What plans add to Today: reviews that are due, and strategic clients without a plan."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vernost.core.addresses import address
from vernost.core.needs import Need, Question, needs_source
from vernost.core.queries.prepared import Fixed, Prepared
from vernost.programmes.queries.plan import strategic_without_plan, to_review
from vernost.ui import formats

_WITHOUT = Prepared(lambda user, owner, most: strategic_without_plan(user, owner)[:most])


@needs_source("plan_review", lambda: _("plan"))
def reviews(question: Question) -> Iterator[Need]:
    for plan in to_review(question.user, question.until, question.owner, most=question.most):
        is_over = plan.until_on <= question.until
        yield Need(
            client_id=plan.client_id,
            client_name=plan.client.name,
            title=_("The plan is over") if is_over else _("The plan is due for a review"),
            why=_("“%(plan)s” ran until %(day)s.") % {"plan": plan.name, "day": formats.day(plan.until_on)}
            if is_over
            else _("The review of “%(plan)s” was set for %(day)s.")
            % {"plan": plan.name, "day": formats.day(plan.review_on)},
            next_step=_("Say what came of it") if is_over else _("Review the plan"),
            url=plan.get_absolute_url() if is_over else address("review_plan", plan.pk),
            severity=2,
            due_on=plan.review_on,
        )


@needs_source("no_plan", lambda: _("plan"))
def without_plan(question: Question) -> Iterator[Need]:
    for client in _WITHOUT.records(question.user, question.owner, Fixed(question.most)):
        yield Need(
            client_id=client.pk,
            client_name=client.name,
            title=_("A strategic client without a plan"),
            why=_("Every strategic client has a plan of how the relationship is developed."),
            next_step=_("Write the plan"),
            url=address("new_plan", client.pk),
            severity=1,
        )
