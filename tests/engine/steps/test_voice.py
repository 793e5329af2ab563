from collections.abc import Callable
from typing import Any

import ibis.expr.types as ir

from tests.engine.cast import TODAY, Row, after, day, table_of
from vernost.engine import Settings
from vernost.engine.steps import voice
from vernost.engine.tables import INPUTS


def heard(name: str, step: Callable[[ir.Table], ir.Table], *rows: dict[str, Any]) -> Row:
    dates = {column.name for column in INPUTS[name].columns if column.type == "date"}
    plain = [
        {
            column: day(value) if column in dates and value is not None else value
            for column, value in row.items()
        }
        for row in rows
    ]
    (found,) = after(step, table_of(name, [{"client_id": "a", **row} for row in plain]))
    return found


def test_the_last_mark_of_each_measure():
    row = heard(
        "ratings",
        lambda table: voice.ratings(table, TODAY),
        {"at": 90, "measure": "quality", "value": 1.0},
        {"at": 30, "measure": "quality", "value": 4.0},
        {"at": 30, "measure": "quality", "value": 5.0},  # the same day: their mean, 4.5
        {"at": 50, "measure": "solving", "value": 3.5},
        {"at": 20, "measure": "nps", "value": 8.0},
        {"at": -1, "measure": "nps", "value": 0.0},  # tomorrow
    )

    assert (row["rating_last"], row["nps_last"]) == ((4.5 + 3.5) / 2, 8)
    assert [TODAY - row[name] for name in ("marks_day", "nps_day", "rated_day")] == [30, 20, 20]


def test_complaints():
    row = heard(
        "complaints",
        lambda table: voice.complaints(table, TODAY),
        {"opened_on": 50},  # nobody has decided yet
        {"opened_on": 40, "justified": False},  # decided against him
        {"opened_on": 30, "closed_on": -5, "justified": False},  # will be, in five days
        {"opened_on": 90, "closed_on": 80, "justified": True, "satisfied_after": True},
        {"opened_on": 70, "closed_on": 60, "satisfied_after": False},
        {"opened_on": -1},
    )

    assert (row["complaints_open"], TODAY - row["complaint_day"]) == (2, 50)
    assert (row["complaints_closed"], row["complaints_settled_well"]) == (2, 1)


def test_acts_of_the_window_by_what_they_mean():
    kinds = ["referral", "recommendation", "joint_project", "obligation_broken", "competitor_compared"]
    row = heard(
        "acts",
        lambda table: voice.acts(table, Settings(), TODAY),
        *[{"on": 364 - place, "kind": kind} for place, kind in enumerate(kinds)],
        {"on": 365, "kind": "referral"},
        {"on": -1, "kind": "referral"},
    )

    names = ("partner_acts", "referral_acts", "obligations_broken", "comparings", "values_conflicts")
    assert [row[name] for name in names] == [3, 2, 1, 1, 0]
    assert TODAY - row["referral_day"] == 364


def test_an_answer_that_comes_tomorrow_is_none_today():
    row = heard(
        "interactions",
        lambda table: voice.interactions(table, TODAY),
        {"at": 5, "direction": "out", "kind": "call", "outcome": "answered", "answered_at": -1},
    )

    assert (row["reaction"], row["answered_day"]) == (None, None)
