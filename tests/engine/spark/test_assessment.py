"""The whole assessment on a real standalone Spark, column by column against DuckDB."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.engine.spark.differing import differing, differing_rows
from vernost.engine import Assessment, Settings, Tables, assess, migration
from vernost.engine.codes import SIGNAL_BY_CODE, SIGNALS
from vernost.engine.simulate import CROWD, FIRM, simulate
from vernost.engine.spark import Spark

# One cluster serves them all: they stay on one process of xdist.
pytestmark = [pytest.mark.xdist_group("spark"), pytest.mark.filterwarnings("ignore::ResourceWarning")]


@dataclass(frozen=True)
class Pair:
    """The same company judged on both engines."""

    duck: Assessment
    spark: Assessment


def odd_orders() -> pa.Table:
    """What a simulation does not have: equal sums at equal intervals, returns only, half cents, nothing for years."""
    rows = {
        900_001: [(month, 100.0) for month in range(1, 40)],
        900_002: [(5, -12.5)],
        900_003: [(1, 0.125), (2, 0.375), (2, -0.125), (9, 1.005), (9, 2.675)],
        900_004: [(3, 0.0)],
        900_005: [(1, 7.0), (40, 7.0)],
        900_006: [(1, 50.0), (2, 20.0), (3, 50.0), (4, 20.0), (5, -70.0)],
    }
    flat = [(client, month, amount) for client, orders in rows.items() for month, amount in orders]
    return pa.table(
        {
            "client_id": [client for client, _month, _amount in flat],
            "ordered_on": [date(2020 + month // 12, month % 12 + 1, 1) for _client, month, _amount in flat],
            "amount": [amount for _client, _month, amount in flat],
        }
    )


@pytest.fixture(scope="module")
def firm(spark: Spark) -> Pair:
    """All eight tables of a firm in which clients leave, pay late, complain and recommend; ids are text."""
    company = simulate(200, 1, profile=FIRM)
    settings = Settings(hourly_rate=60.0)
    return Pair(
        assess(Tables.of(**company.tables), settings, company.as_of),
        assess(Tables.of(spark, **company.tables), settings, company.as_of),
    )


@pytest.fixture(scope="module")
def crowd(spark: Spark, tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """Orders only, of many small clients and a few odd ones; ids are numbers, sums are floats, a folder of files."""
    company = simulate(2000, 2, profile=CROWD, only=("orders",))
    orders = company.tables["orders"].select(["client_id", "ordered_on", "amount"])
    orders = orders.set_column(2, "amount", orders["amount"].cast(pa.float64()))
    folder = tmp_path_factory.mktemp("orders")
    pq.write_table(orders, folder / "simulated.parquet")
    pq.write_table(odd_orders(), folder / "odd.parquet")
    return Pair(
        assess(Tables.of(orders=folder), as_of=company.as_of),
        assess(Tables.of(spark, orders=folder), as_of=company.as_of),
    )


@pytest.mark.parametrize("name", ["firm", "crowd"])
def test_every_column_of_clients_is_the_same(name: str, request: pytest.FixtureRequest):
    pair: Pair = request.getfixturevalue(name)

    assert differing_rows(pair.duck.clients.to_arrow(), pair.spark.clients.to_arrow(), "client_id") == []


@pytest.mark.parametrize("name", ["firm", "crowd"])
def test_every_column_of_signals_is_the_same(name: str, request: pytest.FixtureRequest):
    pair: Pair = request.getfixturevalue(name)
    duck, spark = pair.duck.signals.to_arrow(), pair.spark.signals.to_arrow()

    assert duck.num_rows > 0
    assert differing_rows(duck, spark, "client_id", "code") == []


@pytest.mark.parametrize("name", ["firm", "crowd"])
def test_the_company_is_the_same(name: str, request: pytest.FixtureRequest):
    pair: Pair = request.getfixturevalue(name)

    assert list(differing(pair.duck.company, pair.spark.company)) == []


def test_the_firm_raises_signals_of_nearly_every_area(firm: Pair):
    """Otherwise little would be compared above. Nothing changes in the simulated clients' own houses."""
    raised = set(firm.duck.signals.to_arrow()["code"].to_pylist())

    areas = {signal.area for signal in SIGNALS} - {"change"}
    assert {SIGNAL_BY_CODE[code].area for code in raised} >= areas


def test_looking_closer_shows_the_same(firm: Pair):
    client = firm.duck.signals.to_arrow()["client_id"][0].as_py()

    assert list(differing(firm.duck.client(client), firm.spark.client(client))) == []
    assert list(differing(firm.duck.signals_of(client), firm.spark.signals_of(client))) == []
    duck, spark = firm.duck.occasions_of([client]), firm.spark.occasions_of([client])
    assert differing_rows(duck, spark, "client_id", "on") == []
    assert list(differing(migration(firm.duck, firm.duck), migration(firm.spark, firm.spark))) == []


def test_the_answer_is_written_as_one_file_each(firm: Pair, tmp_path: Path):
    firm.duck.write(tmp_path / "duck")
    firm.spark.write(tmp_path / "spark")

    assert sorted(path.name for path in (tmp_path / "spark").iterdir()) == [
        "clients.parquet",
        "company.json",
        "signals.parquet",
    ]
    for name, keys in (("clients", ["client_id"]), ("signals", ["client_id", "code"])):
        duck, spark = (pq.read_table(tmp_path / engine / f"{name}.parquet") for engine in ("duck", "spark"))
        assert differing_rows(duck, spark, *keys) == []
