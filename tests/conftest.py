"""Fixtures of all tests, and their cast: Anna owns, Boris heads her team, Vera must not; Client One and Client Two
never meet.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client as Browser

from tests.factories.clients import make_client
from tests.factories.people import make_user
from vernost.assessment.queries.movement import forget_movement
from vernost.clients.models import Client
from vernost.core.enums import Role
from vernost.core.models import Team, User
from vernost.core.turns import turns


def _shared_directories() -> list[Path]:
    given = os.environ.get("VERNOST_SHARED")
    beside = [parent / "shared" for parent in Path(__file__).resolve().parents]
    return [Path(given), *beside] if given else beside


@pytest.fixture(scope="session")
def shared_data() -> Callable[[str], Path]:
    """Path of a file of real data, under VERNOST_SHARED or `shared` in a directory above; else skipped."""

    def find(name: str) -> Path:
        for directory in _shared_directories():
            path = directory / "data" / name
            if path.is_file():
                return path
        pytest.skip(f"real data {name}: not under VERNOST_SHARED, nor in `shared` beside the repository")

    return find


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    """Each test begins with the same numbers of rows and runs, and with all its turns."""
    forget_movement()
    turns.forget()


@pytest.fixture
def north(db) -> Team:
    return Team.objects.create(name="North")


@pytest.fixture
def anna(north: Team) -> User:
    """Account manager of the team North; owns Client One."""
    return make_user("Anna", Role.ACCOUNT_MANAGER, north)


@pytest.fixture
def boris(north: Team) -> User:
    """Head of sales of the team North."""
    return make_user("Boris", Role.HEAD_OF_SALES, north)


@pytest.fixture
def vera(db) -> User:
    """Account manager of another team; owns Client Two."""
    return make_user("Vera", Role.ACCOUNT_MANAGER, Team.objects.create(name="South"))


@pytest.fixture
def director(db) -> User:
    return make_user("Dina", Role.DIRECTOR)


@pytest.fixture
def client_one(anna: User) -> Client:
    return make_client("Client One", owner=anna)


@pytest.fixture
def client_two(vera: User) -> Client:
    return make_client("Client Two", owner=vera)


@pytest.fixture
def browser_of():
    """A browser in which somebody has logged in: `browser_of(anna)`."""

    def open_browser(user: User) -> Browser:
        browser = Browser()
        browser.force_login(user)
        return browser

    return open_browser
