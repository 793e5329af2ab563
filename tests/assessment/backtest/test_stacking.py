"""All past days in one assessment say what each says alone."""

from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pytest

from vernost.assessment.backtest.alarms import alarms_of
from vernost.assessment.judging import judge
from vernost.engine.settings import Settings
from vernost.engine.simulate import simulate

SETTINGS = Settings(currency="EUR")
DAYS = [date(2024, 9, 30), date(2024, 12, 31)]


@pytest.fixture(scope="module")
def tables():
    tables = simulate(40, 3, start=date(2022, 1, 1), end=date(2025, 12, 31)).tables
    numbers = {
        name: place for place, name in enumerate(tables["clients"].column("client_id").to_pylist(), start=1)
    }

    def numbered(table: pa.Table) -> pa.Table:
        for column in {"client_id", "referred_by"} & set(table.column_names):
            values = pa.array([numbers.get(one) for one in table.column(column).to_pylist()], pa.int64())
            table = table.set_column(table.column_names.index(column), column, values)
        return table

    return {name: numbered(table) for name, table in tables.items()}


def test_stacked_days_raise_what_single_days_raise(tables):
    clients = np.arange(1, 41)

    together = alarms_of(tables, SETTINGS, DAYS, clients, lambda *_: None)

    for place, day in enumerate(DAYS):
        alone = judge(tables, SETTINGS, day, lambda _step: None, whole=True).signals.to_pylist()
        expected = {(row["client_id"], row["code"]) for row in alone}
        found = {
            (int(client), code)
            for code, alarms in together.items()
            for client in clients[alarms.raised[:, place]]
        }
        # The model of buying is learnt from both days together, so that a silence at the edge may fall either way.
        differing = expected ^ found
        assert {code for _client, code in differing} <= {"silent", "decide_quickly"}
        assert len(differing) <= 2 < len(expected)
        first = {(row["client_id"], row["code"]): row["first_on"] for row in alone}
        for code, alarms in together.items():
            if code in ("dependence", "silent", "decide_quickly"):
                continue
            for row in np.flatnonzero(alarms.raised[:, place]):
                assert day - timedelta(days=int(alarms.age[row, place])) == first[int(clients[row]), code]
