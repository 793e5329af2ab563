"""Who sees which goal, and who sets it."""

import pytest

from tests.factories.goals import make_goal
from tests.factories.people import make_user
from vernost.core.enums import Role
from vernost.programmes.queries.goal import changeable_by, visible_to


@pytest.fixture
def goals(anna, boris, vera, director):
    make_goal(director, title="All")
    make_goal(director, title="North", scope="team", team=boris.team)
    make_goal(director, title="South", scope="team", team=vera.team)
    make_goal(director, title="Anna's", scope="person", person=anna)
    make_goal(director, title="Vera's", scope="person", person=vera)
    make_goal(director, title="Money", measure="revenue")


def titles(found):
    return sorted(one.title for one in found)


def test_everybody_sees_the_companys_and_nobody_anothers_own(goals, anna, boris, vera, director):
    assert titles(visible_to(anna)) == ["All", "Anna's", "Money", "North"]
    assert titles(visible_to(boris)) == ["All", "Anna's", "Money", "North"]
    assert titles(visible_to(vera)) == ["All", "Money", "South", "Vera's"]
    assert len(titles(visible_to(director))) == 6


def test_who_sees_no_money_sees_no_goal_in_money(goals):
    assert titles(visible_to(make_user("Serge", Role.SERVICE))) == ["All"]


def test_head_changes_those_of_his_people_alone(goals, anna, boris, director):
    assert titles(changeable_by(boris)) == ["Anna's", "North"]
    assert titles(changeable_by(anna)) == []
    assert len(titles(changeable_by(director))) == 6
