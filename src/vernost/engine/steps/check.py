"""Step −1, check: input that would make nonsense of the answer is refused before anything is computed."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from math import isfinite

import ibis
import ibis.expr.types as ir
from ibis import _

from vernost.engine.backend import Backend
from vernost.engine.errors import EngineError
from vernost.engine.settings import Settings
from vernost.engine.steps import prepare
from vernost.engine.tables import INPUTS, Column

# Beyond this a sum of cents, or what is expected of it, could leave the digits in which money is counted; together it
# stays below 2⁵³ cents, which a double holds exactly.
_MOST_MONEY = 1e13
_MOST_MONEY_TOGETHER = 9e13
_MOST_NUMBER, _MOST_NUMBERS_TOGETHER = 1e9, 1e11
_MOST_RATE = 1e6
_FIRST_DAY, _LAST_DAY = date(1900, 1, 1), date(2200, 12, 31)


def orders(backend: Backend, table: ir.Table, settings: Settings, today: int) -> dict[str, int]:
    """Counts of the orders' rows: orders, returns, cancelled, after_as_of. Raises EngineError for broken columns."""
    rows = _counts(backend, "orders", table, settings, today)
    if not rows["rows"]:
        raise EngineError("empty_table", table="orders")
    return {
        "orders": rows["rows"] - rows["negative"],
        "returns": rows["negative"],
        "cancelled": rows["cancelled"],
        "after_as_of": rows["later"],
    }


def others(backend: Backend, name: str, table: ir.Table) -> None:
    """The same for every other table: required values there, money finite, days within 1900–2200, codes known, marks
    within their scale, no client twice in the table of clients.
    """
    checks = _checks(name, table)
    if name == "clients":
        checks["repeated:client_id"] = table.count() - table.client_id.nunique()
    if name == "ratings":
        nps = table.measure == "nps"
        beyond = (~nps & ((table.value < 1) | (table.value > 5))).sum()
        checks["out_of_range:value"] = checks["out_of_range:value"].fill_null(0) + beyond
    row = backend.fetch(table.aggregate(rows=_.count(), **checks)).to_pylist()[0]
    _refuse(name, row)


def settings(settings: Settings) -> None:
    """Raises EngineError for settings that contradict themselves."""
    for name, value in _numbers_of(settings):
        if not isfinite(value):
            raise EngineError("wrong_setting", setting=name, value=value)
    weights = [value for name, value in vars(settings).items() if name.startswith("weight_")]
    wrong = [
        ("window_days", settings.window_days < 1),
        ("horizon_days", settings.horizon_days < 1),
        ("rhythm_intervals", settings.rhythm_intervals < 2),
        ("weight_orders", min(weights) < 0 or sum(weights) <= 0),
        ("alarm_rate", not 0 < settings.alarm_rate < 1),
        ("trend_min_events", not 4 <= settings.trend_min_events <= settings.trend_events),
        ("discount_rate", settings.discount_rate <= 0),
        ("lost_overdue", settings.lost_overdue < settings.slipping_overdue),
        ("lost_p_alive", settings.lost_p_alive > settings.slipping_p_alive),
        ("abc_b", not 0 < settings.abc_a <= settings.abc_b <= 1),
        ("outlook_penalty", settings.outlook_penalty < 0),
        ("exchange_rates", any(not 0 < rate <= _MOST_RATE for rate in settings.exchange_rates.values())),
        ("hourly_rate", not 0 <= (settings.hourly_rate or 0.0) <= _MOST_RATE),
        ("hourly_rates", any(not 0 <= rate <= _MOST_RATE for rate in settings.hourly_rates.values())),
        ("outlook_model", settings.outlook_model not in ("mbg_nbd", "bg_nbd", "pareto_nbd")),
    ]
    for name, holds in wrong:
        if holds:
            value = getattr(settings, name)
            shown = dict(value) if isinstance(value, Mapping) else value
            raise EngineError("wrong_setting", setting=name, value=shown)


def _numbers_of(settings: Settings) -> list[tuple[str, float]]:
    values = [(field.name, getattr(settings, field.name)) for field in fields(settings)]
    return [(name, value) for name, value in values if isinstance(value, (int, float))]


def _counts(backend: Backend, name: str, table: ir.Table, settings: Settings, today: int) -> dict[str, int]:
    day = prepare.day_of(table.ordered_on)
    columns = {
        "rows": table.count(),
        "negative": (table.amount < 0).sum().fill_null(0),
        "cancelled": (table.status == "cancelled").sum().fill_null(0)
        if "status" in table.columns
        else ibis.literal(0),
        "later": (day > today).sum().fill_null(0),
    }
    if "currency" in table.columns:
        # An order without a currency is in the company's: beside an unknown one it is one more.
        columns["currencies"] = table.currency.nunique() + table.currency.isnull().any().cast("int64")
        known = {settings.currency, *settings.exchange_rates} - {""}
        strange = table.currency.notnull() & ~table.currency.isin(sorted(known) or ["—"])
        columns["strange"] = strange.sum().fill_null(0)
    row: dict[str, int] = backend.fetch(
        table.aggregate(**columns, **_checks(name, table, prepare.rate_of(table, settings)))
    ).to_pylist()[0]
    _refuse(name, row)
    if row.get("strange") and (row["currencies"] > 1 or settings.exchange_rates or settings.currency):
        found = backend.fetch(table.select("currency").distinct().order_by("currency")).column(0).to_pylist()
        raise EngineError("mixed_currencies", found=found, currency=settings.currency)
    return row


def _checks(name: str, table: ir.Table, rate: ir.Value | float = 1.0) -> dict[str, ir.IntegerScalar]:
    """For each way in which a column can be broken, how many rows are; money counts at the rate of its currency."""
    checks = {}
    for column in INPUTS[name].columns:
        if column.name not in table.columns:
            continue
        value = table[column.name]
        if column.required:
            checks[f"missing:{column.name}"] = value.isnull().sum()
        if column.type in ("money", "number") and value.type().is_floating():
            checks[f"not_finite:{column.name}"] = (value.isnan() | value.isinf()).sum()
        if column.type in ("money", "number") and value.type().is_numeric():
            checks |= _too_large(value.cast("float64").abs(), column, rate)
        if column.type == "date" and not value.type().is_null():
            day = value.cast("date")
            checks[f"out_of_time:{column.name}"] = ((day < _FIRST_DAY) | (day > _LAST_DAY)).sum()
        if value.type().is_numeric() and (column.least is not None or column.most is not None):
            checks[f"out_of_range:{column.name}"] = _beyond(value, column).sum()
        if column.allowed and not value.type().is_null():
            checks[f"unknown_code:{column.name}"] = (~value.isin(column.allowed)).sum()
    return checks


def _too_large(
    size: ir.FloatingColumn, column: Column, rate: ir.Value | float
) -> dict[str, ir.IntegerScalar]:
    money = column.type == "money"
    size = size * rate if money else size
    most, together = (_MOST_MONEY, _MOST_MONEY_TOGETHER) if money else (_MOST_NUMBER, _MOST_NUMBERS_TOGETHER)
    return {
        f"too_large:{column.name}": (size > most).sum(),
        f"too_large_together:{column.name}": (size.sum() > together).cast("int64"),
    }


def _beyond(value: ir.NumericColumn, column: Column) -> ir.BooleanColumn:
    number, none = value.cast("float64"), ibis.literal(False)
    return (none if column.least is None else number < column.least) | (
        none if column.most is None else number > column.most
    )


def _refuse(name: str, row: dict[str, int]) -> None:
    for check, count in row.items():
        if ":" in check and count:
            problem, column = check.split(":")
            raise EngineError("broken_column", table=name, column=column, problem=problem, rows=int(count))
