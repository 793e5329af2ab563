"""Step 7, stage: where in the life cycle the client is, and why (assessment.md, 6; C2)."""

import ibis
import ibis.expr.types as ir
from ibis import _

from vernost.engine.settings import Settings


def stage(facts: ir.Table, settings: Settings) -> ir.Table:
    """Adds stage and stage_reason. The first rule that holds decides; unknown rhythm or outlook holds no rule.

    Only who is regular by count can slip: before that a client is of his first order, of repeated ones, or lost.
    """
    ended = _.ended_day.notnull()
    bought = _.occasions.fill_null(0) > 0
    back = ended & (_.last_day > _.ended_day)
    enough = _.occasions >= settings.regular_occasions
    rules = [
        (ended & ~back.fill_null(False), "ended", "declared_ended"),
        (~bought & (_.contacts.fill_null(0) > 0), "interested", "no_order_but_contact"),
        (~bought, "aware", "no_order_no_contact"),
        (_.overdue_ratio > settings.lost_overdue, "lost", "silent_too_long"),
        (_.p_alive < settings.lost_p_alive, "lost", "surely_gone"),
        (enough & (_.overdue_ratio > settings.slipping_overdue), "slipping", "late_for_rhythm"),
        (enough & (_.p_alive < settings.slipping_p_alive), "slipping", "probably_gone"),
        (back, "won_back", "bought_after_end"),
        (_.comeback_day.notnull(), "won_back", "bought_after_pause"),
        (_.regular, "regular", "buys_in_rhythm"),
        (_.occasions > 1, "repeat", "too_few_orders"),
    ]
    return facts.mutate(
        stage=ibis.cases(*[(rule, stage) for rule, stage, _reason in rules], else_="first_order"),
        stage_reason=ibis.cases(*[(rule, reason) for rule, _stage, reason in rules], else_="one_order"),
    )
