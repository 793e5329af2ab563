"""Pages of long lists: what is shown is the same whichever way it is read."""

import pytest
from django.http import QueryDict

from tests.factories.assessments import make_assessment
from tests.factories.clients import make_client
from vernost.clients.models import Client
from vernost.clients.queries.client import visible_to
from vernost.core.clock import now
from vernost.office.clients.lists import client_list
from vernost.ui.lists import numbers, page


@pytest.fixture
def base(anna):
    """Ten clients, the last two never judged, and a removed one."""
    for n in range(10):
        client = make_client(f"Client {n}", owner=anna)
        if n < 8:
            make_assessment(client, group="reward" if n % 2 else "manage", attractiveness=float(n * 7 % 8))
    gone = make_client("Gone", owner=anna, deleted_at=now())
    make_assessment(gone, attractiveness=50.0)


def shown(user, query):
    read = page.read_page(client_list(user), visible_to(user), QueryDict(query))
    return [row.name for row in read.rows], read.count, read.more


@pytest.mark.parametrize("many", [0, 2000])
@pytest.mark.parametrize("query", ["sort=-points", "sort=points"])
def test_order_by_the_judgement(monkeypatch, director, base, many, query):
    monkeypatch.setattr(page, "MANY", many)
    by_points = [
        f"Client {pk}"
        for pk, _points in sorted(
            ((n, n * 7 % 8) for n in range(8)), key=lambda pair: pair[1], reverse=query == "sort=-points"
        )
    ]
    unknown = ["Client 9", "Client 8"] if query == "sort=-points" else ["Client 8", "Client 9"]

    assert shown(director, query)[0] == by_points + unknown


@pytest.mark.parametrize("many", [0, 2000])
def test_filtered_many_or_few_is_the_same(monkeypatch, director, anna, base, many):
    monkeypatch.setattr(page, "MANY", many)

    for user in (director, anna):
        assert shown(user, "group=reward") == (["Client 1", "Client 3", "Client 5", "Client 7"], 4, False)
        assert shown(user, "group=reward&sort=-name")[0] == ["Client 7", "Client 5", "Client 3", "Client 1"]


def test_pages_together_are_the_whole_list(monkeypatch, director, base):
    monkeypatch.setattr(page, "MANY", 0)
    spec = client_list(director)
    object.__setattr__(spec, "per_page", 3)
    for sort in ("name", "-name", "points", "-points", "ordered"):
        pages = [
            [
                row.pk
                for row in page.read_page(spec, visible_to(director), QueryDict(f"sort={sort}&page={n}")).rows
            ]
            for n in range(1, 5)
        ]
        assert [len(one) for one in pages] == [3, 3, 3, 1]
        assert len({pk for one in pages for pk in one}) == 10


def test_the_removed_are_not_counted(director, base):
    assert numbers.counted(visible_to(director), 3) == (10, False)


def test_filtered_are_counted_up_to_a_limit(director, base):
    judged = Client.objects.filter(deleted_at=None, assessment__group="reward")

    assert numbers.counted(judged, 3) == (3, True)
    assert numbers.counted(judged, 4) == (4, False)
