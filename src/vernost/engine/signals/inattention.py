"""D6, we are inattentive: no contact within the standard, promises and inquiries left lying, no word after."""

from collections.abc import Iterator

import ibis
import ibis.expr.types as ir
from ibis import _

from vernost.engine.signals.columns import raised
from vernost.engine.signals.given import Given


def inattention(given: Given) -> Iterator[ir.Table]:
    """Every D6 signal that the given tables allow."""
    if given.interactions is None:
        return
    settings = given.settings
    yield _no_touch(given)
    if "answered_at" in given.columns_of_interactions:
        waiting = given.interactions.filter(
            _.answered_day.isnull() & (_.day > given.recent(settings.window_days))
        )
        promises = waiting.filter((_.direction == "out") & (_.kind == "promise"))
        yield _waiting(given, promises, "promise_open", settings.promise_days)
        inquiries = waiting.filter((_.direction == "in") & (_.kind == "inquiry"))
        yield _waiting(given, inquiries, "inquiry_unanswered", settings.answer_days)
    yield _no_feedback(given)


def _no_touch(given: Given) -> ir.Table:
    """Nobody spoke with an active client for `touch_days`; before the first contact the first purchase counts."""
    some = given.active.mutate(since=ibis.coalesce(_.contact_day, _.first_day))
    some = some.filter(given.today - _.since > given.settings.touch_days)
    return raised(
        some,
        "no_touch",
        first_day=some.since + given.settings.touch_days + 1,
        observed=given.today - some.since,
        threshold=given.settings.touch_days,
    )


def _waiting(given: Given, waiting: ir.Table, code: str, days: int) -> ir.Table:
    late = waiting.filter(given.today - _.day > days)
    some = late.group_by("client_id").aggregate(oldest=_.day.min(), n=_.count().cast("int32"))
    return raised(
        some,
        code,
        first_day=some.oldest + days + 1,
        observed=given.today - some.oldest,
        threshold=days,
        observations=some.n,
    )


def _no_feedback(given: Given) -> ir.Table:
    """The last purchase is older than `feedback_days`, still recent, and neither contact nor rating followed it."""
    days = given.settings.feedback_days
    heard = ibis.greatest(_.contact_day.fill_null(0), _.rated_day.fill_null(0))
    some = given.active.filter(
        (_.days_since_last > days) & (_.days_since_last <= given.settings.recent_days) & (heard < _.last_day)
    )
    return raised(
        some,
        "no_feedback",
        first_day=some.last_day + days + 1,
        observed=some.days_since_last,
        threshold=days,
    )
