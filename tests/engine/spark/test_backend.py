"""Stages on Spark: they come, are replaced and go; what Spark says comes as one error of ours."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import ibis
import pyarrow as pa
import pytest
from ibis import _

from tests.engine.spark.differing import differing_rows
from vernost.engine import Duck, EngineError
from vernost.engine.spark import Spark
from vernost.engine.steps import prepare
from vernost.engine.steps.basics import mad

pytestmark = [pytest.mark.xdist_group("spark"), pytest.mark.filterwarnings("ignore::ResourceWarning")]

ROWS = pa.table(
    {
        "number": pa.array([1, None, 3], pa.int32()),
        "big": pa.array([2**40, 0, None], pa.int64()),
        "part": pa.array([0.1, float("nan"), None], pa.float64()),
        "money": pa.array([Decimal("12.30"), None, Decimal("-0.01")], pa.decimal128(18, 2)),
        "day": pa.array([date(2024, 2, 29), date(1899, 12, 31), None]),
        "yes": pa.array([True, None, False]),
        "code": pa.array(["a", None, "вежливость"]).dictionary_encode(),
        "small": pa.array([1, 2, None], pa.uint8()),
    }
)


def test_rows_come_back_as_they_went_with_the_types_of_duckdb(spark: Spark):
    kept = [engine.fetch(engine.put("rows", ROWS).drop("code", "small")) for engine in (Duck(), spark)]

    assert differing_rows(*kept, "big") == []
    assert spark.fetch(spark.table("rows"))["code"].to_pylist() == ["a", None, "вежливость"]


def test_numbers_are_reckoned_as_on_duckdb(spark: Spark):
    rows = pa.table({"n": pa.array([1, 2, 7, -7], pa.int64()), "array": [[3, 1], [], None, [5]]})

    def reckoned(engine: Duck | Spark) -> pa.Table:
        table = engine.put("numbers", rows)
        ascending = ibis.window(order_by=table.n)
        return engine.fetch(
            table.select(
                "n",
                fifth=table.n * 0.2,
                third=100.0 * ibis.rank().over(ascending) / 3,
                halves=(table.n / 2).round(),
                half=table.n / 2,
                bits=table.n >> 1,
                second=table.array[1],
                smallest=table.array.sort()[0],
                day=prepare.date_of((table.n * 10_000).cast("int32")),
                unknown=ibis.literal(float("nan")).isnull(),
            )
        )

    assert differing_rows(reckoned(Duck()), reckoned(spark), "n") == []


def test_medians_and_their_deviations_are_those_of_duckdb(spark: Spark):
    gaps = {"a": [10, 50, 30, 20], "b": [7], "c": [3, 3, 90], "d": [None, 4, 8], "e": [None]}
    rows = pa.table(
        {
            "client_id": [client for client, own in gaps.items() for _gap in own],
            "gap": pa.array([gap for own in gaps.values() for gap in own], pa.int32()),
        }
    )

    def reckoned(engine: Duck | Spark) -> pa.Table:
        table = engine.put("gaps", rows)
        return engine.fetch(table.group_by("client_id").aggregate(median=_.gap.median(), mad=mad(_.gap)))

    assert differing_rows(reckoned(Duck()), reckoned(spark), "client_id") == []


def test_a_stage_is_kept_replaced_and_dropped(spark: Spark, tmp_path: Path):
    one = spark.store("stage", spark.put("some", ROWS).filter(_.number > 1))
    two = spark.store("stage", one.mutate(number=_.number + 1))
    spark.export("stage", tmp_path / "stage.parquet")
    spark.drop("stage", "nobody_knows_this")

    assert pa.parquet.read_table(tmp_path / "stage.parquet")["number"].to_pylist() == [4]
    with pytest.raises(EngineError, match="spark_failed"):
        spark.fetch(two)


def test_a_file_that_is_not_there_is_one_error(spark: Spark, tmp_path: Path):
    with pytest.raises(EngineError, match=r"spark_failed.*nowhere\.parquet"):
        spark.scan("nowhere", tmp_path / "nowhere.parquet")


def test_a_second_session_must_wait_for_the_first(spark: Spark):
    with pytest.raises(EngineError, match="spark_running"):
        Spark("local[1]")


def test_a_session_of_the_caller_is_left_running(spark: Spark):
    guest = Spark(session=spark.session)
    guest.put("guests_only", ROWS)
    guest.close()

    assert spark.fetch(spark.put("rows", ROWS)).num_rows == ROWS.num_rows
