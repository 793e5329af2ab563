"""Step 0: the input tables as the other steps want them: days as integers, money as whole cents, no future.

Days are counted from 1970-01-01 and money in hundredths, so that every sum is exact on every engine and in any order
of the rows. Nothing later than `today` passes.
"""

import ibis
import ibis.expr.types as ir

from vernost.engine.settings import Settings


def orders(table: ir.Table, settings: Settings, today: int) -> ir.Table:
    """client_id, day, cents (negative: a return), and where given: cost (cents), service_line, extra."""
    if "status" in table.columns:
        table = table.filter(table.status.fill_null("done") != "cancelled")
    rate = rate_of(table, settings)
    columns = {
        "client_id": table.client_id,
        "day": day_of(table.ordered_on),
        "cents": cents_of(table.amount, rate),
    }
    if "direct_cost" in table.columns:
        columns["cost"] = cents_of(table.direct_cost, rate)
    if "service_line" in table.columns:
        columns["service_line"] = table.service_line
    if "is_extra" in table.columns:
        columns["extra"] = table.is_extra.fill_null(False)
    return past(table.select(**columns), "day", today)


def dated(table: ir.Table, day_column: str, today: int, **days: str) -> ir.Table:
    """The table with `day_column` as `day` (and each of `days`: new name = column) in whole days, the future removed.

    A later day in a row that itself is in the past (a payment, an answer) becomes empty: on `today` it was unknown.
    A column that the table lacks becomes empty days.
    """
    known = {
        name: day_of(table[column]) if column in table.columns else ibis.null("int32")
        for name, column in days.items()
    }
    table = past(table.mutate(day=day_of(table[day_column]), **known), "day", today)
    later = {name: ibis.ifelse(table[name] <= today, table[name], ibis.null("int32")) for name in known}
    return table.mutate(**later) if later else table


def day_of(column: ir.Column) -> ir.IntegerColumn:
    """Days since 1970-01-01."""
    return column.cast("date").epoch_days().cast("int32")


def date_of(day: ir.IntegerValue) -> ir.DateValue:
    """The date of a day counted from 1970-01-01."""
    # Ibis holds a date and an interval for a date and leaves a cast of it out; DuckDB makes a moment of them.
    return (ibis.timestamp("1970-01-01") + day.as_interval("D")).date()


def cents_of(column: ir.Column, rate: ir.Value | float = 1.0) -> ir.IntegerColumn:
    """Whole hundredths; half a hundredth is rounded away from zero, as DuckDB and Spark both do."""
    return (column.cast("float64") * (rate * 100)).round().cast("int64")


def past(table: ir.Table, column: str, today: int) -> ir.Table:
    """Rows up to and including `today`."""
    return table.filter(table[column] <= today)


def rate_of(table: ir.Table, settings: Settings) -> ir.Value | float:
    """What one unit of each order's currency is in the company's."""
    if "currency" not in table.columns or not settings.exchange_rates:
        return 1.0
    rates = {settings.currency: 1.0, **settings.exchange_rates}
    return ibis.cases(*[(table.currency == code, float(rate)) for code, rate in rates.items()], else_=1.0)
