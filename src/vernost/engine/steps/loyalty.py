"""Step 8, loyalty: satisfaction, devotion, partnership, each with its evidence (assessment.md, 7; C3, S1)."""

import ibis
import ibis.expr.types as ir
from ibis import _

from vernost.engine.settings import Settings
from vernost.engine.steps.joined import codes


def loyalty(facts: ir.Table, settings: Settings) -> ir.Table:
    """Adds loyalty, loyalty_reason, loyalty_missing (codes, comma-joined), loyalty_assumed, by_compulsion,
    share_of_wallet (0–1).

    Without any rating the level follows from behaviour and is marked as assumed; a client who is gone without a word
    is not assumed to be content.
    """
    table = facts.mutate(
        share_of_wallet=ibis.ifelse(
            _.potential_cents > 0,
            (_.revenue_window.fill_null(0) / _.potential_cents.nullif(0)).clip(lower=0.0, upper=1.0),
            ibis.null("float64"),
        ),
        rated=_.rating_last.notnull() | _.nps_last.notnull(),
        has_bought=_.occasions.fill_null(0) > 0,
        complains=_.complaints_open.fill_null(0) > 0,
        by_compulsion=_.regular & _.compelled.fill_null(False),
    )
    content = (_.rating_last >= settings.satisfied_rating) | (_.nps_last >= settings.satisfied_nps)
    devoted_by_marks = (_.rating_last >= settings.devoted_rating) | (_.nps_last >= settings.devoted_nps)
    table = table.mutate(
        content=ibis.ifelse(_.rated, content.fill_null(False), ~_.stage.isin(("lost", "ended"))),
        by_marks=devoted_by_marks.fill_null(False),
        by_wallet=(_.share_of_wallet >= settings.devoted_wallet).fill_null(False),
        compares=_.comparings.fill_null(0) > 0,
        partner=_.partner_acts.fill_null(0) > 0,
    )
    table = table.mutate(satisfied=_.has_bought & ~_.complains & _.content)
    table = table.mutate(devoted=_.satisfied & _.regular & (_.by_marks | _.by_wallet) & ~_.compares)
    table = table.mutate(
        loyalty=ibis.cases(
            (_.devoted & _.partner, "partnership"),
            (_.devoted, "devotion"),
            (_.satisfied, "satisfaction"),
            else_="none",
        ),
        loyalty_reason=ibis.cases(
            (_.devoted & _.partner, "acts_as_partner"),
            (_.devoted & _.by_marks, "regular_and_devoted_by_ratings"),
            (_.devoted, "regular_and_devoted_by_wallet"),
            (_.satisfied & _.rated, "ratings_good"),
            (_.satisfied, "bought_without_complaint"),
            (~_.has_bought, "no_order"),
            (_.complains, "complaint_open"),
            (_.rated, "ratings_low"),
            else_="gone_without_a_word",
        ),
        loyalty_missing=ibis.cases(
            (_.devoted & _.partner, ""),
            (_.devoted, "partner_act"),
            (_.satisfied, _for_devotion()),
            else_=_for_satisfaction(),
        ),
        loyalty_assumed=~_.rated & _.has_bought,
    )
    return table.drop(
        "rated",
        "has_bought",
        "complains",
        "content",
        "by_marks",
        "by_wallet",
        "compares",
        "partner",
        "satisfied",
        "devoted",
    )


def _for_satisfaction() -> ir.StringValue:
    return codes(
        (~_.has_bought, "first_order"),
        (_.complains, "settled_complaint"),
        (_.has_bought & _.rated & ~_.content, "good_rating"),
        (_.has_bought & ~_.rated & ~_.content, "regular_buying"),
    )


def _for_devotion() -> ir.StringValue:
    return codes(
        (~_.regular, "regular_buying"),
        (~(_.by_marks | _.by_wallet), "devoted_rating_or_wallet"),
        (_.compares, "no_comparing"),
    )
