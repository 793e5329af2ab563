"""Invoices for the simulated orders, and how each client pays."""

import numpy as np
import pyarrow as pa

from vernost.engine.simulate import arrow
from vernost.engine.simulate.cell import Cell
from vernost.engine.simulate.orders import Orders

TERM_DAYS = 14
#: spread of payment days around the client's own habit, and days added at the end of a decline
SPREAD_DAYS, LATER_DAYS = 3.0, 35.0


def invoices_table(cell: Cell, orders: Orders) -> pa.Table:
    """One invoice per order that is no return, due 14 days after it; what is paid after the end is owed."""
    rng = cell.random(3)
    billed = (orders.cents > 0) & (rng.random(len(orders.who)) < cell.profile.invoiced)
    who, issued, cents = orders.who[billed], orders.day[billed], orders.cents[billed]
    due = issued + TERM_DAYS
    habit = cell.late_days[who] + LATER_DAYS * cell.stress(who, issued.astype(float))
    paid = np.maximum(due + np.rint(habit + rng.normal(0, SPREAD_DAYS, len(who))), issued).astype(np.int64)
    known = (paid < cell.days) & (rng.random(len(who)) >= cell.trait("unpaid")[who])
    return pa.table(
        {
            "client_id": arrow.ids(cell, who),
            "amount": arrow.money(cents),
            "due_on": arrow.dates(cell, due),
            "invoice_id": arrow.labels(f"I{cell.first}-", np.arange(len(who))),
            "issued_on": arrow.dates(cell, issued),
            "paid_on": arrow.dates(cell, paid, known),
            "paid_amount": arrow.money(np.where(known, cents, 0)),
        }
    )
