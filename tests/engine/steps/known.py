"""Facts of one client as the judging steps find them: a client who bought five times in his rhythm, and nothing else
is known of him. A test changes what it is about.
"""

from collections.abc import Callable
from typing import Any

import ibis.expr.types as ir
import pyarrow as pa

from tests.engine.cast import TODAY, Row, after

_INTEGER, _NUMBER, _TRUTH, _TEXT = pa.int64(), pa.float64(), pa.bool_(), pa.string()
USUAL: dict[str, tuple[pa.DataType, Any]] = {
    "occasions": (_INTEGER, 5),
    "occasions_window": (_INTEGER, 5),
    "first_day": (_INTEGER, TODAY - 700),
    "last_day": (_INTEGER, TODAY - 10),
    "tenure_days": (_INTEGER, 700),
    "overdue_ratio": (_NUMBER, 0.5),
    "p_alive": (_NUMBER, 0.9),
    "ended_day": (_INTEGER, None),
    "comeback_day": (_INTEGER, None),
    "contacts": (_INTEGER, None),
    "regular": (_TRUTH, True),
    "compelled": (_TRUTH, None),
    "promising": (_TRUTH, None),
    "stage": (_TEXT, "regular"),
    "revenue_window": (_INTEGER, 50_000),
    "revenue_previous": (_INTEGER, 50_000),
    "revenue_earlier": (_INTEGER, 0),
    "above_occasions": (_NUMBER, 0.5),
    "above_revenue": (_NUMBER, 0.5),
    "above_margin": (_NUMBER, None),
    "potential_cents": (_INTEGER, None),
    "rating_last": (_NUMBER, None),
    "nps_last": (_NUMBER, None),
    "complaints_open": (_INTEGER, None),
    "complaints_closed": (_INTEGER, None),
    "complaints_settled_well": (_INTEGER, None),
    "comparings": (_INTEGER, None),
    "partner_acts": (_INTEGER, None),
    "referral_acts": (_INTEGER, None),
    "values_conflicts": (_INTEGER, None),
    "obligations_broken": (_INTEGER, None),
    "loyalty": (_TEXT, "satisfaction"),
    "loyalty_assumed": (_TRUTH, False),
    "share_of_wallet": (_NUMBER, None),
    "business_stability": (_NUMBER, None),
    "values_fit": (_NUMBER, None),
    "founded_day": (_INTEGER, None),
    "invoices_judged": (_INTEGER, None),
    "invoices_on_time": (_INTEGER, None),
    "debt_days": (_INTEGER, None),
    "attractiveness": (_NUMBER, 50.0),
    "contribution": (_INTEGER, 100_000),
    "contribution_window": (_INTEGER, 50_000),
    "contribution_previous": (_INTEGER, 50_000),
    "expected_revenue": (_NUMBER, None),
    "expected_cost": (_NUMBER, None),
}


def known(*clients: dict[str, Any], drop: tuple[str, ...] = ()) -> pa.Table:
    """One row a client: the usual one, changed."""
    names = [name for name in USUAL if name not in drop]
    schema = pa.schema([("client_id", _TEXT), *[(name, USUAL[name][0]) for name in names]])
    usual = {name: USUAL[name][1] for name in names}
    rows = [{"client_id": f"{place:03}", **usual, **client} for place, client in enumerate(clients)]
    return pa.Table.from_pylist(rows, schema=schema)


def judged(
    step: Callable[[ir.Table], ir.Table], *clients: dict[str, Any], drop: tuple[str, ...] = ()
) -> list[Row]:
    """What the step says of each of them, in the order given. drop: columns that the step itself makes."""
    return after(step, known(*clients, drop=drop))
