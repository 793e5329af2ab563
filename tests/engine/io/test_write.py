"""Files that we write."""

import csv

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from vernost.engine.io import write_csv, write_parquet


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+7 (495) 1", "'+7 (495) 1"),
        ("@x", "'@x"),
        ("-x", "'-x"),
        ("\tx", "'\tx"),
        ("-5", "-5"),
        ("-1 234,50", "-1 234,50"),
        ("+7", "+7"),
        ("plain", "plain"),
    ],
)
def test_no_cell_is_run_as_a_formula(tmp_path, cell, written):
    connection = duckdb.connect()
    connection.execute("CREATE TABLE t AS SELECT ?::VARCHAR AS a, -5 AS b", [cell])

    count = write_csv(connection, "SELECT * FROM t", tmp_path / "t.csv")

    assert count == 1
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [["a", "b"], [written, "-5"]]


def test_parquet_holds_what_it_was_given(tmp_path):
    table = pa.table({"client_id": ["1", "2"], "amount": [1.5, None]})

    write_parquet(table, tmp_path / "t.parquet")

    assert pq.read_table(tmp_path / "t.parquet").equals(table)
    assert [path.name for path in tmp_path.iterdir()] == ["t.parquet"]
