"""The whole simulated company: all input tables and the truth."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from vernost.engine.simulate.cell import CELL, Cell, draw_cell
from vernost.engine.simulate.clients import clients_table
from vernost.engine.simulate.costs import costs_table
from vernost.engine.simulate.interactions import interactions_table
from vernost.engine.simulate.invoices import invoices_table
from vernost.engine.simulate.orders import draw_orders, orders_table
from vernost.engine.simulate.profile import Profile
from vernost.engine.simulate.profiles import CROWD
from vernost.engine.simulate.truth import truth_table
from vernost.engine.simulate.voice import acts_table, complaints_table, ratings_table
from vernost.engine.tables.inputs import INPUTS

START, END = date(2020, 1, 1), date(2023, 12, 31)
LONGEST_DAYS = 65_535


@dataclass(frozen=True)
class Simulated:
    """`tables` by name as in `INPUTS`, `truth` as in `TRUTH`, and the day up to which they tell."""

    tables: dict[str, pa.Table]
    truth: pa.Table
    as_of: date


def simulate(
    clients: int,
    seed: int,
    *,
    start: date = START,
    end: date = END,
    profile: Profile = CROWD,
    only: tuple[str, ...] | None = None,
) -> Simulated:
    """A company of `clients` clients, both days included. The same arguments give the same company.

    `only` names the tables wanted; leaving some out changes nothing in the others.
    ValueError for less than one client, a negative seed, an end before the start, or an unknown table.
    """
    parts = list(simulated_cells(clients, seed, start=start, end=end, profile=profile, only=only))
    names = parts[0].tables
    tables = {name: pa.concat_tables([part.tables[name] for part in parts]) for name in names}
    return Simulated(tables, pa.concat_tables([part.truth for part in parts]), end)


def simulated_cells(
    clients: int,
    seed: int,
    *,
    start: date = START,
    end: date = END,
    profile: Profile = CROWD,
    only: tuple[str, ...] | None = None,
) -> Iterator[Simulated]:
    """The same company piece by piece, for one too large for memory; arguments and errors as `simulate`."""
    wanted = tuple(INPUTS) if only is None else only
    unknown = [name for name in wanted if name not in INPUTS]
    if clients < 1 or seed < 0:
        raise ValueError(f"clients must be at least 1 and seed at least 0, got {clients} and {seed}")
    if not 0 <= (end - start).days < LONGEST_DAYS:
        raise ValueError(f"end must not be before start nor 179 years after it, got {start} and {end}")
    if unknown:
        raise ValueError(f"no such tables: {', '.join(unknown)}; there are {', '.join(INPUTS)}")
    for first in range(0, clients, CELL):
        cell = draw_cell(profile, start, end, first, clients, seed)
        yield Simulated(_tables(cell, wanted), truth_table(cell), end)


def _tables(cell: Cell, wanted: tuple[str, ...]) -> dict[str, pa.Table]:
    orders = draw_orders(cell)
    makers = {
        "orders": lambda: orders_table(cell, orders),
        "clients": lambda: clients_table(cell),
        "invoices": lambda: invoices_table(cell, orders),
        "interactions": lambda: interactions_table(cell, orders),
        "ratings": lambda: ratings_table(cell, orders),
        "complaints": lambda: complaints_table(cell),
        "acts": lambda: acts_table(cell),
        "costs": lambda: costs_table(cell, orders),
    }
    return {name: makers[name]() for name in INPUTS if name in wanted}
