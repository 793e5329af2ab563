"""The simulated company: the same from the same seed, as declared, and as the truth says."""

from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from vernost.engine.simulate import (
    CROWD,
    FIRM,
    LEAVERS,
    PROFILES,
    STATIONARY,
    TRUTH,
    Profile,
    Simulated,
    simulate,
)
from vernost.engine.tables import INPUTS, TableSpec

ARROW = {
    "date": (pa.date32(),),
    "money": (pa.decimal128(18, 2),),
    "integer": (pa.int64(),),
    "number": (pa.float64(),),
    "boolean": (pa.bool_(),),
    "text": (pa.string(),),
    "code": (pa.string(),),
    "id": (pa.string(), pa.int64()),
}


def check_against(table: pa.Table, spec: TableSpec) -> None:
    assert set(spec.required) <= set(table.column_names) <= set(spec.names)
    for name in table.column_names:
        column, values = spec[name], table[name]
        assert values.type in ARROW[column.type], name
        if column.required:
            assert values.null_count == 0, name
        if column.allowed:
            assert set(values.drop_null().unique().to_pylist()) <= set(column.allowed), name
        if column.least is not None and len(values.drop_null()):
            assert float(pc.min(values).as_py()) >= column.least, name
        if column.most is not None and len(values.drop_null()):
            assert float(pc.max(values).as_py()) <= column.most, name


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)
def test_tables_are_as_declared(profile: Profile) -> None:
    company = simulate(200, 3, profile=profile)
    assert set(company.tables) == set(INPUTS)
    for name, table in company.tables.items():
        check_against(table, INPUTS[name])
    check_against(company.truth, TRUTH)
    assert tuple(company.truth.column_names) == TRUTH.names


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)
def test_nothing_is_dated_after_the_end_or_before_the_start(profile: Profile) -> None:
    company = simulate(200, 4, profile=profile, start=date(2021, 3, 1), end=date(2022, 6, 30))
    for name, table in company.tables.items():
        for column in INPUTS[name].columns:
            if (
                column.type == "date"
                and column.name in table.column_names
                and len(table[column.name].drop_null())
            ):
                ends = pc.min_max(table[column.name]).as_py()
                assert column.name == "due_on" or ends["max"] <= date(2022, 6, 30), (name, column.name)
                assert column.name in ("founded_on", "since") or ends["min"] >= date(2021, 3, 1), (
                    name,
                    column.name,
                )


def test_every_row_belongs_to_a_client() -> None:
    company = simulate(150, 5, profile=FIRM)
    known = set(company.truth["client_id"].to_pylist())
    assert len(known) == 150
    for name, table in company.tables.items():
        assert set(table["client_id"].to_pylist()) <= known, name


def test_same_seed_same_company_and_another_seed_another() -> None:
    first, again, other = (simulate(300, seed, profile=FIRM) for seed in (1, 1, 2))
    for name in INPUTS:
        assert first.tables[name].equals(again.tables[name]), name
    assert first.truth.equals(again.truth)
    assert not first.tables["orders"].equals(other.tables["orders"])


def test_a_table_is_the_same_whatever_other_tables_are_made() -> None:
    whole = simulate(100, 6, profile=FIRM)
    for name in INPUTS:
        alone = simulate(100, 6, profile=FIRM, only=(name,))
        assert list(alone.tables) == [name]
        assert alone.tables[name].equals(whole.tables[name]), name


def test_clients_of_a_full_cell_do_not_depend_on_how_many_follow() -> None:
    fewer, more = simulate(16_384, 7, only=("orders",)), simulate(20_000, 7, only=("orders",))
    known = more.tables["orders"].filter(pc.less_equal(more.tables["orders"]["client_id"], 16_384))
    assert known.equals(fewer.tables["orders"])
    assert more.truth.num_rows == 20_000


def order_days(company: Simulated) -> dict[object, np.ndarray]:
    orders = company.tables["orders"]
    days = orders["ordered_on"].cast(pa.int32()).to_numpy()
    ids = np.array(orders["client_id"].to_pylist())
    return {client: days[ids == client] for client in np.unique(ids)}


@pytest.mark.parametrize("profile", [CROWD, FIRM, LEAVERS], ids=lambda profile: profile.name)
def test_leavers_order_nothing_from_the_day_they_left(profile: Profile) -> None:
    company = simulate(300, 8, profile=profile)
    days, leavers = order_days(company), 0
    for row in company.truth.to_pylist():
        if row["left_on"] is not None and row["client_id"] in days:
            leavers += 1
            assert days[row["client_id"]].max() < (row["left_on"] - date(1970, 1, 1)).days
    assert leavers >= 30


def test_who_came_back_ordered_nothing_while_away_and_something_after() -> None:
    company = simulate(500, 9, profile=FIRM)
    days = order_days(company)
    back = [row for row in company.truth.to_pylist() if row["archetype"] == "won_back" and row["back_on"]]
    assert len(back) >= 5
    for row in back:
        away_from, back_on = ((row[name] - date(1970, 1, 1)).days for name in ("away_from", "back_on"))
        # An order of a weekend is moved to the Friday before: two days' grace at the end of the absence.
        own = days[row["client_id"]]
        returns = company.tables["orders"].filter(pc.less(company.tables["orders"]["amount"], 0))
        sent_back = returns.filter(pc.equal(returns["client_id"], row["client_id"]))["ordered_on"].cast(
            pa.int32()
        )
        bought = np.setdiff1d(own, sent_back.to_numpy())
        assert not ((bought >= away_from) & (bought < back_on - 2)).any()
        assert (bought >= back_on - 2).any()


def test_a_firm_orders_on_weekdays() -> None:
    orders = simulate(120, 10, profile=FIRM).tables["orders"]
    assert pc.max(pc.day_of_week(orders["ordered_on"])).as_py() <= 4


def test_unusable_arguments_are_refused() -> None:
    with pytest.raises(ValueError, match="clients must be at least 1"):
        simulate(0, 1)
    with pytest.raises(ValueError, match="end must not be before start"):
        simulate(5, 1, start=date(2022, 1, 2), end=date(2022, 1, 1))
    with pytest.raises(ValueError, match="no such tables: payments"):
        simulate(5, 1, only=("orders", "payments"))


def test_one_client_and_one_day_are_enough() -> None:
    for profile in PROFILES.values():
        company = simulate(1, 1, profile=profile, start=date(2023, 1, 1), end=date(2023, 1, 1))
        assert company.truth.num_rows == 1


def test_stationary_clients_neither_leave_nor_change() -> None:
    truth = simulate(100, 11, profile=STATIONARY).truth
    for name in ("decline_from", "left_on", "grows_from", "away_from"):
        assert truth[name].null_count == 100, name
