"""Step 1c, payment: debts and how punctually each client pays (assessment.md, 9: discipline)."""

import ibis
import ibis.expr.types as ir
from ibis import _

from vernost.engine.settings import Settings
from vernost.engine.steps import prepare

COLUMNS = {
    "debt_cents": "int64",
    "debt_days": "int32",
    "invoices_judged": "int32",
    "invoices_on_time": "int32",
}


def invoices(table: ir.Table, today: int) -> ir.Table:
    """client_id, day (known since), due_day, paid_day, cents, owed (cents), late (days after the due day so far;
    empty where it was paid nobody knows when).

    An invoice is known from its day of issue, without one from the day it was due.
    """
    issued = table.issued_on if "issued_on" in table.columns else ibis.null("date")
    known = prepare.dated(
        table.mutate(known_on=ibis.coalesce(issued.cast("date"), table.due_on.cast("date"))),
        "known_on",
        today,
        paid_day="paid_on",
    )
    paid = (
        prepare.cents_of(known.paid_amount).fill_null(0)
        if "paid_amount" in known.columns
        else ibis.literal(0)
    )
    # A payment that came later than `today` was not there yet, whatever the file says of it now.
    came_later = (
        known.paid_on.notnull() & known.paid_day.isnull()
        if "paid_on" in known.columns
        else ibis.literal(False)
    )
    cents = prepare.cents_of(known.amount)
    open_part = ibis.ifelse(came_later, cents, ibis.greatest(cents - paid, 0))
    due_day = prepare.day_of(known.due_on)
    return known.select(
        client_id=known.client_id,
        day=known.day,
        due_day=due_day,
        paid_day=known.paid_day,
        cents=cents,
        owed=ibis.ifelse(known.paid_day.notnull(), 0, open_part).cast("int64"),
        late=(ibis.coalesce(known.paid_day, ibis.ifelse(open_part > 0, today, None)) - due_day).cast("int32"),
    )


def payment(invoices: ir.Table, settings: Settings, today: int) -> ir.Table:
    """One row a client: debt_cents and debt_days (past due), invoices_judged, invoices_on_time.

    Judged are invoices that fell due in the window and the one before: paid (and known when), or unpaid past the due
    day.
    """
    overdue = (_.owed > 0) & (_.due_day < today)
    judged = (_.due_day > today - 2 * settings.window_days) & (
        (_.paid_day.notnull() & (_.due_day <= today)) | ((_.owed > 0) & (_.due_day < today))
    )
    return invoices.group_by("client_id").aggregate(
        debt_cents=_.owed.sum(where=overdue).fill_null(0).cast("int64"),
        debt_days=(today - _.due_day.min(where=overdue)).fill_null(0).cast("int32"),
        invoices_judged=judged.sum().cast("int32"),
        invoices_on_time=(judged & (_.owed == 0) & (_.late <= 0)).sum().cast("int32"),
    )
