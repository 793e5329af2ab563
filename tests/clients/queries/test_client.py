import pytest

from tests.factories.people import make_user
from vernost.clients.queries.client import reachable_by, visible_to
from vernost.core.access import Action
from vernost.core.enums import Role


def test_owner_sees_his_own(anna, client_one, client_two):
    assert list(visible_to(anna)) == [client_one]


def test_head_sees_his_team(boris, client_one, client_two):
    assert list(visible_to(boris)) == [client_one]


def test_another_manager_sees_nothing_of_it(vera, client_one, client_two):
    assert list(visible_to(vera)) == [client_two]


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.MARKETER, Role.SERVICE, Role.OBSERVER])
def test_these_roles_see_all(role, client_one, client_two):
    assert set(visible_to(make_user("Somebody", role))) == {client_one, client_two}


def test_observer_changes_nothing(client_one):
    assert list(reachable_by(make_user("Oleg", Role.OBSERVER), Action.CHANGE_CLIENT)) == []


def test_switched_off_person_sees_nothing(anna, client_one):
    anna.is_active = False

    assert list(visible_to(anna)) == []
