"""A client's copy for an earlier day is judged as the client was on that day."""

from datetime import date

from bench.alarms.raised import copies, weekly
from vernost.engine.simulate import LEAVERS, simulate


def test_days_a_week_apart_end_with_the_last() -> None:
    assert weekly(date(2023, 12, 31), 3) == [date(2023, 12, 17), date(2023, 12, 24), date(2023, 12, 31)]


def test_a_copy_has_what_was_known_on_the_day_as_far_back_from_the_end() -> None:
    company = simulate(5, 1, profile=LEAVERS)
    day = date(2022, 6, 30)
    orders = copies(company.tables, [day, company.as_of], company.as_of)["orders"].to_pylist()
    known = [row for row in company.tables["orders"].to_pylist() if row["ordered_on"] <= day]
    copied = [row for row in orders if row["client_id"].endswith("@0")]
    assert len(copied) == len(known) > 0
    for before, after in zip(known, copied, strict=True):
        assert after["client_id"] == f"{before['client_id']}@0"
        assert company.as_of - after["ordered_on"] == day - before["ordered_on"]
        assert after["amount"] == before["amount"]
    whole = [
        row | {"client_id": row["client_id"].removesuffix("@1")}
        for row in orders
        if row["client_id"].endswith("@1")
    ]
    assert whole == company.tables["orders"].to_pylist()


def test_what_was_answered_later_lies_in_the_future_of_the_copy() -> None:
    company = simulate(20, 2, profile=LEAVERS)
    day = date(2022, 6, 30)
    copied = copies(company.tables, [day], company.as_of)["invoices"]
    open_then = [
        row
        for row in company.tables["invoices"].to_pylist()
        if row["issued_on"] <= day and row["paid_on"] is not None and row["paid_on"] > day
    ]
    later = [
        row for row in copied.to_pylist() if row["paid_on"] is not None and row["paid_on"] > company.as_of
    ]
    assert len(open_then) == len(later) > 0
