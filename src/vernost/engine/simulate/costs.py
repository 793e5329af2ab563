"""Our time and expenses for the simulated clients."""

import numpy as np
import pyarrow as pa

from vernost.engine.simulate import arrow
from vernost.engine.simulate.cell import Cell
from vernost.engine.simulate.clients import owner_of
from vernost.engine.simulate.orders import Orders

#: expenses of winning a client, times the mean order
WINNING = 0.8


def costs_table(cell: Cell, orders: Orders) -> pa.Table:
    """Minutes after every order, and the expense of winning a client that joined within the period."""
    rng = cell.random(8)
    served = np.flatnonzero(orders.main)
    won = np.flatnonzero(cell.joined > 0)
    who = np.concatenate([orders.who[served], won])
    day = np.concatenate([orders.day[served], np.floor(cell.joined[won]).astype(np.int64)])
    winning = np.arange(len(who)) >= len(served)
    minutes = np.rint(cell.minutes[who] * rng.gamma(8.0, 1 / 8.0, len(who)))
    expense = arrow.cents(cell.amount[who] * WINNING * rng.uniform(0.5, 1.5, len(who)))
    people = tuple(f"person-{number}" for number in range(1, cell.profile.people + 1))
    return pa.table(
        {
            "client_id": arrow.ids(cell, who),
            "on": arrow.dates(cell, day),
            "minutes": pa.array(minutes, mask=winning),
            "money": arrow.money(expense, winning),
            "person": arrow.words(people, owner_of(cell)[who]),
            "purpose": arrow.words(("keeping", "winning"), winning.astype(np.int64)),
        }
    )
