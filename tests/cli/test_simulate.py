"""`vernost simulate` writes what `vernost assess` reads."""

import pyarrow.parquet as pq

from vernost.cli import main as entry


def test_a_folder_gets_every_table_and_the_same_seed_the_same_orders(tmp_path):
    for name in ("a", "b"):
        assert entry.run(["simulate", "--clients", "30", "--seed", "5", "--out", str(tmp_path / name)]) == 0
    assert (tmp_path / "a" / "truth.parquet").exists()
    assert pq.read_table(tmp_path / "a" / "orders.parquet") == pq.read_table(
        tmp_path / "b" / "orders.parquet"
    )


def test_days_in_the_wrong_order_are_wrong_usage(tmp_path, capsys):
    days = ["--from", "2024-01-01", "--until", "2023-01-01"]
    assert entry.run(["simulate", "--clients", "3", "--out", str(tmp_path / "a"), *days]) == 2
    assert "--until" in capsys.readouterr().err
