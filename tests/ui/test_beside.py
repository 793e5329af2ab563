"""What is counted by the records beside the rows is what would be counted by the rows themselves."""

import pytest
from django.http import QueryDict

from tests.factories.assessments import make_assessment
from tests.factories.clients import make_client
from vernost.clients.queries.client import visible_to
from vernost.core.clock import now
from vernost.office.clients.lists import client_list
from vernost.ui.lists.beside import found_beside
from vernost.ui.lists.page import filtered


@pytest.fixture
def base(anna):
    for n in range(6):
        make_assessment(
            make_client(f"Client {n}", owner=anna),
            group="reward" if n < 2 else "manage",
            stage="regular" if n % 2 else "lost",
            regular=n > 3,
            debt_overdue=n * 10,
        )
    make_client("Never judged", owner=anna)
    make_assessment(make_client("Gone", owner=anna, deleted_at=now()), group="reward", debt_overdue=5)


def beside(user, query):
    return found_beside(client_list(user).filters, visible_to(user), QueryDict(query))


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("group=reward", 2),
        ("group=reward&group=manage", 6),
        ("group=manage&stage=lost", 2),
        ("regular=1", 2),
        ("debt=1&group=reward", 1),
    ],
)
def test_removed_and_never_judged_clients_are_left_out(director, base, query, count):
    spec, rows = client_list(director), visible_to(director)

    assert beside(director, query).count() == count
    assert filtered(spec, rows, QueryDict(query)).count() == count


@pytest.mark.parametrize(
    "query",
    ["", "sort=-points", "group=nonsense", "group=reward&key=1", "group=reward&owner=1&q=x", "overridden=1",
     "signal=orders_shrink", "debt=1&contact_from=2026-01-01"],
)  # fmt: skip
def test_other_questions_go_to_the_rows(director, base, query):
    assert beside(director, query) is None


def test_who_does_not_see_everybody_counts_his_own(anna, base):
    assert beside(anna, "group=reward") is None
