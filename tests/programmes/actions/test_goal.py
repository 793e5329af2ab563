"""Goals: counted from data, frozen at the start and at the end."""

from datetime import date
from decimal import Decimal

import pytest

from tests.factories.clients import make_client, make_order
from tests.factories.goals import STAMP, make_goal
from tests.factories.moments import AT, TODAY
from vernost.clients.actions.order import remove_order
from vernost.core.actions.undo import undo_run
from vernost.core.enums import Face
from vernost.programmes.actions.counting import count_everything
from vernost.programmes.actions.goal import (
    UnableToClose,
    change_goal,
    close_goal,
    note_on_goal,
    reopen_goal,
)
from vernost.programmes.actions.goal_count import count_goals
from vernost.programmes.models import Goal, MonthlyValue
from vernost.programmes.queries.goal import points_of
from vernost.programmes.queries.goal_rows import rows_of_goal


@pytest.fixture
def ordered(client_one):
    """Two orders in 2025, three in the first months of 2026."""
    for day in (
        date(2025, 3, 10), date(2025, 9, 1), date(2026, 1, 20), date(2026, 2, 20), date(2026, 3, 1),
    ):  # fmt: skip
        make_order(client_one, ordered_on=day)
    return client_one


def test_start_is_that_of_the_day_before_and_now_that_of_the_day(ordered, anna):
    goal = make_goal(anna)

    # The year up to 31 December 2025 has two; that up to 5 March 2026 has lost none yet and won three.
    assert (goal.start, goal.now, goal.counted_on) == (2, 5, TODAY)


def test_picture_has_one_point_a_month_from_a_year_before(ordered, anna):
    goal = make_goal(anna)

    points = points_of(goal)
    assert [point.counted_on for point in points][:2] == [date(2025, 1, 31), date(2025, 2, 28)]
    assert points[-1].counted_on == TODAY
    assert len(points) == 15
    assert [int(point.number) for point in points][-4:] == [2, 3, 4, 5]


def test_counting_twice_changes_nothing_and_the_month_has_one_row(ordered, anna):
    goal = make_goal(anna)
    before = MonthlyValue.objects.count()
    count_goals(goals=[goal], on=TODAY)
    make_order(ordered, ordered_on=date(2026, 3, 6))
    count_goals(goals=[goal], on=date(2026, 3, 6))

    assert MonthlyValue.objects.count() == before
    assert goal.now == 6
    assert points_of(goal)[-1].counted_on == date(2026, 3, 6)


def test_goal_of_a_person_counts_his_clients_alone(ordered, anna, vera, client_two):
    make_order(client_two, ordered_on=date(2026, 2, 1))

    assert make_goal(vera, scope="person", person=vera).now == 1
    assert make_goal(anna, scope="team", team=anna.team).now == 5
    assert make_goal(anna).now == 6


def test_closed_goal_stays_as_it_was_closed(ordered, anna):
    goal = make_goal(anna)
    close_goal(goal=goal, conclusion="Enough for this year", on=TODAY, by=anna, run="r", **STAMP)
    make_order(ordered, ordered_on=date(2026, 3, 6))

    count_everything(on=date(2026, 3, 6))

    goal.refresh_from_db()
    assert (goal.result, goal.now, goal.closed_on) == (5, 5, TODAY)
    with pytest.raises(UnableToClose):
        close_goal(goal=goal, conclusion="Again", on=TODAY, by=anna, **STAMP)
    undo_run(run="r", by=anna, at=AT, face=Face.WEB)
    assert Goal.objects.get().closed_on is None


def test_without_a_conclusion_nothing_is_closed_and_what_was_closed_opens(ordered, anna):
    goal = make_goal(anna)
    with pytest.raises(UnableToClose):
        close_goal(goal=goal, conclusion="  ", on=TODAY, by=anna, **STAMP)
    close_goal(goal=goal, conclusion="Done", on=TODAY, by=anna, **STAMP)
    reopen_goal(goal=goal, by=anna, **STAMP)

    assert (goal.closed_on, goal.result, goal.conclusion) == (None, None, "")


def test_another_measure_starts_from_another_number(ordered, anna):
    goal = make_goal(anna)
    change_goal(goal=goal, measure="revenue", target=Decimal(10_000), by=anna, **STAMP)
    count_goals(goals=[goal], on=TODAY)
    assert (goal.start, goal.now) == (2000, 5000)

    change_goal(goal=goal, target=Decimal(20_000), by=anna, **STAMP)
    count_goals(goals=[goal], on=TODAY)
    assert goal.start == 2000


def test_number_that_is_not_known_says_why(anna, client_one):
    goal = make_goal(anna, measure="rating", target=Decimal(4))

    assert (goal.now, goal.now_unknown, goal.state) == (None, "no_marks", "unknown")


def test_note_is_kept_with_its_link(anna, client_one):
    goal = make_goal(anna)
    note_on_goal(
        goal=goal, on=TODAY, text="Call them all", is_decision=True, link="/ideas/1/", by=anna, **STAMP
    )

    assert goal.notes.get().link == "/ideas/1/"


def test_everything_is_counted_for_who_has_clients(ordered, anna, vera, north):
    make_client("Another", owner=anna)

    count_everything(on=TODAY)

    rows = MonthlyValue.objects.filter(counted_on=TODAY)
    assert set(rows.filter(scope="person").values_list("subject", flat=True)) == {anna.pk}
    assert rows.filter(scope="company", measure="clients_kept").exists()


def test_rows_of_the_number_are_kept_with_it(ordered, director):
    goal = make_goal(director)
    make_order(ordered, ordered_on=TODAY)

    found, based_on = rows_of_goal(goal, director, 3)

    # As the number was counted: what came since is among neither.
    assert based_on == goal.now == 5
    assert [row.on for row in found] == [date(2026, 3, 1), date(2026, 2, 20), date(2026, 1, 20)]
    assert {(row.client_name, row.number) for row in found} == {("Client One", 1)}


def test_rows_of_records_that_are_gone_and_of_clients_not_seen_are_left_out(
    ordered, client_two, anna, director
):
    make_order(client_two, ordered_on=date(2026, 3, 2))
    goal = make_goal(director)
    remove_order(order=ordered.orders.latest("ordered_on"), by=director, **STAMP)

    found, _count = rows_of_goal(goal, anna, 10)

    assert [row.on for row in found] == [
        date(2026, 2, 20), date(2026, 1, 20), date(2025, 9, 1), date(2025, 3, 10),
    ]  # fmt: skip


def test_another_measure_forgets_the_rows_of_the_first(ordered, director):
    goal = make_goal(director)

    change_goal(goal=goal, measure="complaints", by=director, **STAMP)
    assert rows_of_goal(goal, director, 10) == ([], 0)
