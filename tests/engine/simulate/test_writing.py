"""A simulated company in Parquet files is the same as in memory."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from vernost.engine.simulate import FIRM, simulate, simulate_to
from vernost.engine.tables import INPUTS


def test_a_parquet_path_gets_the_orders_and_the_truth_beside_them(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    files = simulate_to(
        tmp_path / "orders.parquet", 20_000, 1, on_progress=lambda done, of: told.append((done, of))
    )
    assert files == {"orders": tmp_path / "orders.parquet", "truth": tmp_path / "orders.truth.parquet"}
    whole = simulate(20_000, 1, only=("orders",))
    assert pq.read_table(files["orders"]).equals(whole.tables["orders"])
    assert pq.read_table(files["truth"]).equals(whole.truth)
    assert told == [(16_384, 20_000), (20_000, 20_000)]


def test_a_directory_gets_every_table(tmp_path: Path) -> None:
    files = simulate_to(tmp_path / "firm", 120, 2, profile=FIRM)
    assert sorted(files) == sorted((*INPUTS, "truth"))
    whole = simulate(120, 2, profile=FIRM)
    for name, table in whole.tables.items():
        assert pq.read_table(tmp_path / "firm" / f"{name}.parquet").equals(table), name


def test_wrong_arguments_leave_no_file(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="clients must be at least 1"):
        simulate_to(tmp_path / "orders.parquet", 0, 1)
    assert list(tmp_path.iterdir()) == []


def test_a_csv_path_gets_the_same_orders_in_plain_text(tmp_path: Path) -> None:
    files = simulate_to(tmp_path / "orders.csv", 150, 3, profile=FIRM)
    assert files["truth"] == tmp_path / "orders.truth.csv"
    whole = simulate(150, 3, profile=FIRM)
    lines = files["orders"].read_text(encoding="utf-8").splitlines()
    assert lines[0].split(",")[:3] == ['"client_id"', '"ordered_on"', '"amount"']
    first = whole.tables["orders"].slice(0, 1).to_pylist()[0]
    assert lines[1].split(",")[:3] == [
        f'"{first["client_id"]}"',
        first["ordered_on"].isoformat(),
        str(first["amount"]),
    ]
    assert len(lines) == whole.tables["orders"].num_rows + 1


def test_an_unknown_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"must end in \.parquet or \.csv"):
        simulate_to(tmp_path / "orders.xlsx", 10, 1)
