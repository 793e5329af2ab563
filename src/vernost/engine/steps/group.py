"""Step 10, group: reward, manage, discipline or fire; the first rule that holds decides (assessment.md, 9; B2–B4, S0).

The program proposes, a person decides: what stands here is a proposal with its reason and with what protects.
"""

import ibis
import ibis.expr.types as ir
from ibis import _

from vernost.engine.settings import Settings
from vernost.engine.steps.joined import codes


def group(facts: ir.Table, settings: Settings) -> ir.Table:
    """Adds on_time_part, group, group_reason and guards (codes of what protects a client from being fired)."""
    table = facts.mutate(
        on_time_part=_.invoices_on_time.cast("float64") / _.invoices_judged.nullif(0),
        guards=_guards(settings),
        loses_twice=((_.contribution_window < 0) & (_.contribution_previous < 0)).fill_null(False),
        loses_always=((_.contribution < 0) & (_.tenure_days > settings.window_days)).fill_null(False),
        attractive=(_.attractiveness >= settings.reward_attractiveness).fill_null(False),
        gives=(_.contribution_window > 0).fill_null(False),
        gone=_.stage.isin(("lost", "ended")),
    )
    guarded = _.guards != ""
    bought = _.occasions.fill_null(0) > 0
    rules = [
        (bought & _.loses_twice & ~guarded, "fire", "net_loss_both_windows"),
        (bought & _.loses_always & ~guarded, "fire", "net_loss_since_start"),
        (_.debt_days > settings.debt_days, "discipline", "debt_overdue"),
        (
            (_.invoices_judged >= settings.on_time_invoices) & (_.on_time_part < settings.on_time_part),
            "discipline",
            "pays_late",
        ),
        (_.obligations_broken >= settings.broken_obligations, "discipline", "obligations_broken"),
        (_.attractive & ~_.gone & _.gives, "reward", "attractive"),
        (bought & (_.loses_twice | _.loses_always), "manage", "guarded_from_firing"),
        (_.attractive & _.gone, "manage", "attractive_but_lost"),
        (_.attractive, "manage", "attractive_but_no_contribution"),
        (_.attractiveness.notnull(), "manage", "not_attractive_enough"),
    ]
    table = table.mutate(
        group=ibis.cases(*[(rule, group) for rule, group, _reason in rules], else_="manage"),
        group_reason=ibis.cases(
            *[(rule, reason) for rule, _group, reason in rules], else_="nothing_to_judge"
        ),
    )
    return table.drop("loses_twice", "loses_always", "attractive", "gives", "gone")


def _guards(settings: Settings) -> ir.StringValue:
    """What protects: young, promising, pays off ahead, grew two windows in a row."""
    return codes(
        (_.tenure_days < settings.guard_new_days, "new_client"),
        (_.promising, "promising"),
        (_.expected_revenue > _.expected_cost, "pays_off_ahead"),
        (
            (_.revenue_window > _.revenue_previous) & (_.revenue_previous > _.revenue_earlier),
            "growing",
        ),
    )
