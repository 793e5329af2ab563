"""D1, the client is unhappy: he reacts less, answers later, keeps away, complains, returns (S2)."""

from collections.abc import Iterator

import ibis
import ibis.expr.types as ir
from ibis import _

from vernost.engine.signals.acts import recent_acts
from vernost.engine.signals.columns import raised
from vernost.engine.signals.given import Given, Rows


def unhappy(given: Given) -> Iterator[Rows]:
    """Every D1 signal that the given tables allow."""
    if given.interactions is not None:
        yield from _distance(given, given.interactions)
    if given.acts is not None:
        yield recent_acts(given, given.acts, "trifle_refused")
    if given.complaints is not None:
        yield _open_complaint(given)
        yield given.rate_of(given.complaints, "complaints_rise", rise=True)
    if given.returns is not None:
        yield given.rate_of(given.returns, "returns_rise", rise=True)
    if given.ratings:
        yield _low_rating(given)


def _distance(given: Given, interactions: ir.Table) -> Iterator[Rows]:
    ours = interactions.filter(_.direction == "out")
    if "outcome" in given.columns_of_interactions:
        yield from given.trend_of(ours.select("client_id", "day", value=_.reaction), reaction_falls=False)
    if "answered_at" in given.columns_of_interactions:
        answered = ours.filter((_.kind != "promise") & (_.answered_day >= _.day))
        # In the order in which the answers came: a slow one that comes late changes no place before it.
        slow = answered.select(
            "client_id", day=answered.answered_day, value=(answered.answered_day - answered.day + 1).ln()
        )
        yield from given.trend_of(slow, answers_slower=True)
    if "mood" in given.columns_of_interactions:
        yield from given.trend_of(interactions.select("client_id", "day", value=_.mood), mood_falls=False)
    theirs = interactions.filter(_.direction == "in").select("client_id", "day")
    yield given.rate_of(theirs, "avoids_contact", rise=False)


def _open_complaint(given: Given) -> ir.Table:
    some = given.facts.filter(_.complaints_open > 0)
    return raised(
        some, "complaint_open", first_day=some.complaint_day, observed=some.complaints_open, threshold=0
    )


def _low_rating(given: Given) -> ir.Table:
    settings = given.settings
    low = (_.rating_last <= settings.low_rating) | (_.nps_last <= settings.low_nps)
    some = given.facts.filter(low.fill_null(False))
    by_marks = (some.rating_last <= settings.low_rating).fill_null(False)
    return raised(
        some,
        "rating_low",
        first_day=ibis.ifelse(by_marks, some.marks_day, some.nps_day),
        observed=ibis.ifelse(by_marks, some.rating_last, some.nps_last),
        threshold=ibis.ifelse(by_marks, settings.low_rating, settings.low_nps),
    )
