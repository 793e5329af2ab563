"""Step 9, attractiveness: six scores of 0–100 and their weighted mean (assessment.md, 8; B1, S0).

A score that cannot be computed for a client is empty; its weight is spread over the others and the confidence falls.
"""

import ibis
import ibis.expr.types as ir

from vernost.engine.codes import LOYALTY_LEVELS
from vernost.engine.settings import Settings

# A business, or a relationship, of this age has proved what age can prove; of relationships the data may show less.
_OLD_BUSINESS_DAYS = 20 * 365
_OLD_FRIEND_DAYS = 5 * 365


def attractiveness(facts: ir.Table, settings: Settings, today: int, first_day: int) -> ir.Table:
    """Adds score_orders, score_business, score_history, score_loyalty, score_need, score_values, attractiveness
    (0–100) and confidence (0–1). first_day: the firm's first order of all, before which nothing is known.
    """
    table = facts.mutate(
        score_orders=_orders(facts),
        score_business=_business(facts, settings, today),
        score_history=_history(facts, today, first_day),
        score_loyalty=_loyalty(facts),
        score_need=_need(facts),
        score_values=_values(facts),
    )
    weights = {
        name: float(getattr(settings, f"weight_{name}"))
        for name in ("orders", "business", "history", "loyalty", "need", "values")
    }
    points = sum((table[f"score_{name}"] * weight).fill_null(0.0) for name, weight in weights.items())
    known = sum(
        ibis.ifelse(table[f"score_{name}"].notnull(), weight, 0.0) for name, weight in weights.items()
    )
    return table.mutate(
        attractiveness=ibis.ifelse(known > 0, points / known.nullif(0.0), ibis.null("float64")),
        confidence=known / sum(weights.values()),
    )


def mean_of(*scores: ir.Value) -> ir.FloatingValue:
    """Mean of the scores that are not empty; empty where all are."""
    known = sum(score.notnull().cast("float64") for score in scores)
    return sum(score.fill_null(0.0) for score in scores) / known.nullif(0.0)


def _orders(facts: ir.Table) -> ir.FloatingValue:
    """Mean of the places among all buyers by purchases, revenue and margin of the window."""
    return 100.0 * mean_of(facts.above_occasions, facts.above_revenue, facts.above_margin)


def _business(facts: ir.Table, settings: Settings, today: int) -> ir.FloatingValue:
    """Mean of the stability mark, the age of the business (20 years are full), and the client's own trend: revenue of
    the window against the window before, 50 where nothing changed; judged of clients who were there for both.
    """
    age = (100.0 * (today - facts.founded_day) / _OLD_BUSINESS_DAYS).clip(lower=0.0, upper=100.0)
    both = facts.revenue_window + facts.revenue_previous
    trend = (50.0 + 50.0 * (facts.revenue_window - facts.revenue_previous) / both.nullif(0)).clip(
        lower=0.0, upper=100.0
    )
    judged = (facts.tenure_days >= 2 * settings.window_days) & (both > 0)
    return mean_of(_mark(facts.business_stability), age, ibis.ifelse(judged, trend, ibis.null("float64")))


def _history(facts: ir.Table, today: int, first_day: int) -> ir.FloatingValue:
    """Mean of tenure, the part of invoices paid on time, and of complaints settled well.

    A tenure of 5 years is full, or of all the time of which the firm has orders, if that is shorter.
    """
    full = min(_OLD_FRIEND_DAYS, max(today - first_day, 1))
    tenure = ibis.ifelse(
        facts.occasions > 0,
        (100.0 * facts.tenure_days / full).clip(upper=100.0),
        ibis.null("float64"),
    )
    paid = 100.0 * facts.invoices_on_time / facts.invoices_judged.nullif(0)
    settled = 100.0 * facts.complaints_settled_well / facts.complaints_closed.nullif(0)
    return mean_of(tenure, paid, settled)


def _loyalty(facts: ir.Table) -> ir.FloatingValue:
    """The level in thirds; where acts are known, a quarter of the score is for referrals (two are full).

    A level that is only assumed is no knowledge: the score stays empty.
    """
    # Whole numbers first: DuckDB takes 33.3… for a decimal, which overflows when multiplied.
    place = ibis.cases(
        *[(facts.loyalty == level, place) for place, level in enumerate(LOYALTY_LEVELS)], else_=0
    )
    level = 100.0 * place.cast("float64") / (len(LOYALTY_LEVELS) - 1)
    referrals = (50.0 * facts.referral_acts).clip(upper=100.0)
    score = ibis.ifelse(facts.referral_acts.notnull(), 0.75 * level + 0.25 * referrals, level)
    known = (facts.occasions > 0) & ~facts.loyalty_assumed
    return ibis.ifelse(known, score, ibis.null("float64"))


def _need(facts: ir.Table) -> ir.FloatingValue:
    """The part of the yearly potential that we do not serve yet."""
    return 100.0 * (1 - facts.share_of_wallet)


def _values(facts: ir.Table) -> ir.FloatingValue:
    """The mark of likeness, halved by a conflict of values in the window; a conflict without a mark is 0."""
    conflict = facts.values_conflicts.fill_null(0) > 0
    mark = _mark(facts.values_fit)
    without = ibis.ifelse(conflict, 0.0, ibis.null("float64"))
    return ibis.ifelse(mark.notnull(), ibis.ifelse(conflict, mark / 2, mark), without)


def _mark(column: ir.FloatingValue) -> ir.FloatingValue:
    """A mark of 1–5 on the scale of 0–100."""
    return 25.0 * (column - 1)
