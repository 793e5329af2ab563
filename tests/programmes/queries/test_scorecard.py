"""Scorecards: who sees whose, against whom, worked out by hand."""

from datetime import timedelta
from decimal import Decimal

import pytest

from tests.factories.clients import make_client
from tests.factories.goals import STAMP
from tests.factories.ideas import make_idea
from tests.factories.moments import TODAY
from tests.factories.people import make_user
from vernost.core.enums import Role
from vernost.core.models import User
from vernost.programmes.actions.scorecard_measure import choose_scorecard
from vernost.programmes.models import MonthlyValue, ScorecardMeasure
from vernost.programmes.queries.scorecard import (
    chosen_measures,
    days_to_count,
    ideas_given,
    people_visible_to,
    scorecard,
    teams_visible_to,
)


def keep(scope, subject, number, measure="clients_kept", day=TODAY):
    MonthlyValue.objects.create(
        scope=scope, subject=subject, measure=measure, month_on=day.replace(day=1), counted_on=day,
        number=None if number is None else Decimal(number), unknown="no_orders" if number is None else "",
    )  # fmt: skip


@pytest.fixture
def carl(north):
    return make_user("Carl", Role.ACCOUNT_MANAGER, north)


@pytest.fixture
def everybody(anna, carl, vera, client_one, client_two):
    make_client("Client Three", owner=carl)


def line_of(card, measure="clients_kept"):
    return next(line for line in card.lines if line.measure.code == measure)


def test_person_stands_beside_the_means_of_his_team_and_of_all(everybody, anna, carl, vera):
    before = days_to_count(TODAY)[0]
    for person, number in ((anna, 80), (carl, 60), (vera, 40)):
        keep("person", person.pk, number)
    keep("person", anna.pk, 90, day=before)

    card = scorecard("person", anna.pk, anna.team_id)

    line = line_of(card)
    assert (line.now.number, line.change, line.peers, line.company) == (80, -10, 70, 60)
    assert (card.counted_on, card.before_on) == (TODAY, before)


def test_what_is_not_known_is_left_out_of_the_mean(everybody, anna, carl):
    keep("person", anna.pk, 80)
    keep("person", carl.pk, None)

    line = line_of(scorecard("person", carl.pk, carl.team_id))

    assert (line.now.number, line.change, line.peers) == (None, None, 80)


def test_day_of_the_comparison_is_the_end_of_the_month_a_quarter_back():
    # 91 days before 5 March lies in December.
    assert [day.isoformat() for day in days_to_count(TODAY)] == ["2025-12-31", "2026-03-05"]


def test_oneself_ones_head_and_the_director(everybody, anna, boris, carl, vera, director, north):
    names = {person.name: {one.name for one in people_visible_to(person)} for person in
             (anna, boris, vera, director)}  # fmt: skip

    assert names == {
        "Anna": {"Anna"}, "Boris": {"Anna", "Carl"}, "Vera": {"Vera"}, "Dina": {"Anna", "Carl", "Vera"},
    }  # fmt: skip
    assert [team.name for team in teams_visible_to(boris)] == ["North"]
    assert list(teams_visible_to(anna)) == []
    assert not people_visible_to(make_user("Olga", Role.OBSERVER)).exists()


def test_director_chooses_the_lines_and_goes_back(director):
    shipped = chosen_measures()
    choose_scorecard(measures=["rating", "orders"], by=director, **STAMP)
    assert chosen_measures() == ["rating", "orders"]

    choose_scorecard(measures=["orders"], by=director, **STAMP)
    assert chosen_measures() == ["orders"]
    choose_scorecard(measures=[], by=director, **STAMP)
    assert chosen_measures() == shipped
    assert ScorecardMeasure.objects.count() == 2


def test_ideas_count_for_who_gave_them_by_name(anna):
    make_idea(anna)
    make_idea(anna, named=False)

    mine = User.objects.filter(pk=anna.pk)
    assert ideas_given(mine, TODAY, TODAY) == {anna.pk: 1}
    assert ideas_given(mine, TODAY - timedelta(days=9), TODAY - timedelta(days=1)) == {}
