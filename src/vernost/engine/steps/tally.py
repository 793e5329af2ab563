"""Step 12a, tally: clients and sums by everything that the company level asks for, counted in one pass.

The clients fall into at most a few hundred cells, whatever their number; every figure by group, stage, loyalty, flow
or class is a sum over some of the cells.
"""

from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
from ibis import _

from vernost.engine.backend import Backend
from vernost.engine.settings import Settings

FLOWS = ("new", "regular", "leaving", "other")
LEAVING = ("slipping", "lost", "ended")
_KEYS = ("group", "stage", "loyalty", "flow", "abc", "regular")
# A sum of these is empty where nobody's is known; of the others it is then nothing.
_MAY_BE_UNKNOWN = ("margin_window", "cost_to_serve_window", "won_cost_window")


class Tally:
    """The cells: a row for each combination of `_KEYS` that occurs, with counts and with sums in cents."""

    def __init__(self, cells: pa.Table) -> None:
        self._cells = cells.to_pylist()
        self._columns = [name for name in cells.column_names if name not in _KEYS]

    def sums(self, **only: object) -> dict[str, Any]:
        """The sums over the cells whose keys have the values of `only`."""
        some = [cell for cell in self._cells if all(cell[key] == value for key, value in only.items())]
        return {name: self._sum(name, some) for name in self._columns}

    @staticmethod
    def _sum(name: str, cells: list[dict[str, Any]]) -> int | None:
        known = [cell[name] for cell in cells if cell[name] is not None]
        return sum(known) if known or name not in _MAY_BE_UNKNOWN else None


def tally(backend: Backend, facts: ir.Table, settings: Settings, today: int) -> Tally:
    """Counts and sums of the judged clients.

    flow: new (first purchase in the window), leaving, regular or other; empty for who never bought. abc: empty for who
    gave nothing in the window. stayed: bought in the window before; stayed_less: by how much less these gave since.
    """
    stayed = _.occasions_previous > 0
    keys = {
        "flow": ibis.cases(
            (~(_.occasions > 0).fill_null(False), ibis.null("string")),
            (_.first_day > today - settings.window_days, "new"),
            (_.stage.isin(LEAVING) & (_.revenue_previous > 0), "leaving"),
            (_.regular, "regular"),
            else_="other",
        ),
        "abc": ibis.ifelse(_.share > 0, _.abc, ibis.null("string")),
    }
    cells = (
        facts.mutate(**keys)
        .group_by(*_KEYS)
        .aggregate(
            clients=_.count(),
            buying=(_.occasions_window > 0).sum(),
            stayed=stayed.sum(),
            stayed_less=(_.revenue_previous - _.revenue_window).sum(where=stayed),
            assumed=_.loyalty_assumed.sum(),
            by_compulsion=_.by_compulsion.sum(),
            occasions_window=_.occasions_window.sum(),
            revenue_window=_.revenue_window.sum(),
            revenue_previous=_.revenue_previous.sum(),
            returns_window=_.returns_window.sum(),
            margin_window=_.margin_cents.sum(),
            cost_to_serve_window=_.service_window.sum(),
            net_contribution_window=_.contribution_window.sum(),
            won_cost_window=_.won_cost_window.sum(),
        )
    )
    return Tally(backend.fetch(cells))
