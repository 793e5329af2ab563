import pyarrow as pa
import pytest

from tests.engine.cast import plain
from vernost.engine import Duck
from vernost.engine.steps import place

COLUMNS = ("occasions", "occasions_window", "revenue_window", "cost", "cost_window", "first_day")


def placed(*rows: tuple[int | None, ...]) -> tuple[place.Whole, dict[str, list[float | None]]]:
    """The whole, and for each buyer the part of the others who lie below him in purchases, revenue, margin."""
    schema = pa.schema([("client_id", pa.string()), *[(name, pa.int64()) for name in COLUMNS]])
    clients = [
        {"client_id": str(number), **dict(zip(COLUMNS, (*row, 100 - number), strict=True))}
        for number, row in enumerate(rows)
    ]
    duck = Duck()
    try:
        history = duck.put("history", pa.Table.from_pylist(clients, schema=schema))
        whole = place.whole(duck, history)
        found = plain(duck.fetch(place.places(history, whole)))
    finally:
        duck.close()
    names = ("above_occasions", "above_revenue", "above_margin")
    return whole, {row["client_id"]: [row[name] for name in names] for row in found}


def test_percentile_ranks_among_buyers():
    whole, found = placed(
        (9, 1, 10, 5, 5),  # margin 10 − 5
        (9, 2, 30, None, None),  # margin unknown
        (9, 3, 20, 11, 11),  # margin 20 − 11
        (0, 0, -7, None, None),  # returned, never bought: is not among them
    )

    # Places among three: 0, ½, 1; among the two whose margin is known: 0, 1.
    assert found == {"0": [0, 0, 0], "1": [0.5, 1, None], "2": [1, 0.5, 1]}
    assert whole == place.Whole(revenue=60, buyers=3, givers=3, with_margin=2, first_day=98)


def test_equals_share_the_lower_place():
    _whole, found = placed((1, 2, 20, None, None), (1, 2, 20, None, None), (1, 3, 30, None, None))

    assert found == {"0": [0, 0, None], "1": [0, 0, None], "2": [1, 1, None]}


@pytest.mark.parametrize(("cost", "margin"), [(None, None), (4, 0.5)])
def test_one_alone_stands_in_the_middle(cost, margin):
    _whole, found = placed((1, 2, 20, cost, cost))

    assert found == {"0": [0.5, 0.5, margin]}
