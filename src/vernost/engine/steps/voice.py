"""Step 1d, voice: what each client said in ratings, complaints and acts (assessment.md, 7 and 8)."""

import ibis
import ibis.expr.types as ir
from ibis import _

from vernost.engine.settings import Settings
from vernost.engine.steps import prepare

RATING_COLUMNS = {
    "rating_last": "float64",
    "nps_last": "float64",
    "rated_day": "int32",
    "marks_day": "int32",
    "nps_day": "int32",
}
COMPLAINT_COLUMNS = {
    "complaints_open": "int32",
    "complaint_day": "int32",
    "complaints_closed": "int32",
    "complaints_settled_well": "int32",
}
PARTNER_ACTS = ("referral", "suggestion", "recommendation", "joint_project", "competitor_news")
REFERRAL_ACTS = ("referral", "recommendation")
ACT_COLUMNS = dict.fromkeys(
    (
        "partner_acts",
        "referral_acts",
        "obligations_broken",
        "comparings",
        "values_conflicts",
        "loss_making_acts",
        "referral_day",
        "loss_making_day",
    ),
    "int32",
)
CONTACT_COLUMNS = {"contact_day": "int32", "contacts": "int32"}


def ratings(table: ir.Table, today: int) -> ir.Table:
    """One row a client: rating_last (mean of the last quality, relations, solving marks), nps_last, the last day of
    either (marks_day, nps_day) and of both (rated_day).

    Several marks for one measure on its last day count as their mean.
    """
    marks = (
        prepare.dated(table, "at", today)
        .group_by("client_id", "measure", "day")
        .aggregate(value=_.value.mean())
    )
    newest = marks.mutate(last=_.day.max().over(ibis.window(group_by=["client_id", "measure"])))
    return (
        newest.filter(_.day == _.last)
        .group_by("client_id")
        .aggregate(
            rating_last=_.value.mean(where=_.measure != "nps"),
            nps_last=_.value.max(where=_.measure == "nps"),
            rated_day=_.day.max(),
            marks_day=_.day.max(where=_.measure != "nps"),
            nps_day=_.day.max(where=_.measure == "nps"),
        )
    )


def complaints(table: ir.Table, today: int) -> ir.Table:
    """One row a client: complaints_open (not decided against him), complaint_day (oldest), closed, settled well."""
    known = prepare.dated(table, "opened_on", today, closed_day="closed_on")
    justified = known.justified.fill_null(True) if "justified" in known.columns else ibis.literal(True)
    if "closed_on" in known.columns:
        # What was decided later than `today` was not decided then.
        justified = justified | (known.closed_on.notnull() & known.closed_day.isnull())
    content = (
        known.satisfied_after.fill_null(False) if "satisfied_after" in known.columns else ibis.literal(False)
    )
    known = known.mutate(
        open=known.closed_day.isnull() & justified, content=content & known.closed_day.notnull()
    )
    return known.group_by("client_id").aggregate(
        complaints_open=_.open.sum().cast("int32"),
        complaint_day=_.day.min(where=_.open),
        complaints_closed=_.closed_day.notnull().sum().cast("int32"),
        complaints_settled_well=_.content.sum().cast("int32"),
    )


def acts(table: ir.Table, settings: Settings, today: int) -> ir.Table:
    """One row a client: acts in the window, counted by what they mean for the judgement; of two kinds the first day."""
    known = prepare.dated(table, "on", today).filter(_.day > today - settings.window_days)
    return known.group_by("client_id").aggregate(
        partner_acts=_.kind.isin(PARTNER_ACTS).sum().cast("int32"),
        referral_acts=_.kind.isin(REFERRAL_ACTS).sum().cast("int32"),
        obligations_broken=(_.kind == "obligation_broken").sum().cast("int32"),
        comparings=(_.kind == "competitor_compared").sum().cast("int32"),
        values_conflicts=(_.kind == "values_conflict").sum().cast("int32"),
        loss_making_acts=(_.kind == "loss_making_terms").sum().cast("int32"),
        referral_day=_.day.min(where=_.kind.isin(REFERRAL_ACTS)),
        loss_making_day=_.day.min(where=_.kind == "loss_making_terms"),
    )


def interactions(table: ir.Table, today: int) -> ir.Table:
    """client_id, day, direction, kind, reached (false: nobody answered), reaction (1 answered, 0 not), answered_day,
    mood, minutes, person, free; a column that the file lacks is empty.
    """
    known = prepare.dated(table, "at", today, answered_day="answered_at")
    given = known.columns
    # Empty throughout, as a column: a bare null cannot be compared.
    outcome = known.outcome if "outcome" in given else known.kind.nullif(known.kind)
    if "answered_at" in given:
        # An answer that came later than `today` was not there yet, whatever the file says of it now.
        came_later = known.answered_at.notnull() & known.answered_day.isnull()
        outcome = ibis.ifelse(came_later, ibis.null("string"), outcome)
    return known.select(
        client_id=known.client_id,
        day=known.day,
        direction=known.direction,
        kind=known.kind,
        reached=outcome.fill_null("answered") != "no_answer",
        reaction=(outcome == "answered").cast("float64"),
        answered_day=known.answered_day,
        mood=known.mood.cast("float64") if "mood" in given else ibis.null("float64"),
        minutes=known.minutes.cast("float64") if "minutes" in given else ibis.null("float64"),
        person=known.person if "person" in given else ibis.null("string"),
        free=known.free_of_charge.fill_null(False) if "free_of_charge" in given else ibis.literal(False),
    )


def contacts(interactions: ir.Table) -> ir.Table:
    """One row a client: contact_day (the last interaction that reached someone), contacts (how many, ever)."""
    return interactions.group_by("client_id").aggregate(
        contact_day=_.day.max(where=_.reached), contacts=_.reached.sum().cast("int32")
    )
