"""Days and cents, as the other steps want them."""

from datetime import date

import ibis
import pyarrow as pa

from vernost.engine.duck import Duck
from vernost.engine.steps import prepare


def test_day_and_date_are_each_other_s_inverse() -> None:
    days = [date(1900, 1, 1), date(1970, 1, 1), date(2024, 2, 29)]
    duck = Duck()
    table = duck.put("some", pa.table({"on": pa.array(days)}))

    there = table.select(day=prepare.day_of(table.on))
    back = duck.fetch(there.select(on=prepare.date_of(there.day)))

    assert duck.fetch(there).column("day").to_pylist() == [-25567, 0, 19782]
    assert back.schema.field("on").type == pa.date32()
    assert back.column("on").to_pylist() == days


def test_cents_of_half_a_cent_are_rounded_away_from_zero() -> None:
    duck = Duck()
    table = duck.put("some", pa.table({"amount": [0.125, -0.125, 10.0, 1e9]}))

    cents = duck.fetch(table.select(cents=prepare.cents_of(table.amount))).column("cents").to_pylist()

    assert cents == [13, -13, 1000, 100_000_000_000]


def test_rows_after_the_day_are_gone_and_later_days_in_a_row_unknown() -> None:
    duck = Duck()
    rows = pa.table(
        {
            "due_on": pa.array([date(2024, 1, 1), date(2024, 1, 1), date(2024, 3, 1)]),
            "paid_on": pa.array([date(2024, 1, 5), date(2024, 2, 1), None]),
        }
    )
    today = (date(2024, 1, 31) - date(1970, 1, 1)).days
    known = prepare.dated(duck.put("some", rows), "due_on", today, paid_day="paid_on")

    paid = duck.fetch(known.order_by(ibis.asc("paid_day", nulls_first=True))).column("paid_day").to_pylist()

    assert paid == [None, (date(2024, 1, 5) - date(1970, 1, 1)).days]
