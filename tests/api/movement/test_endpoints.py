"""Movement by the API: the numbers of the matrix, and the clients behind each."""

from datetime import timedelta

import pytest

from tests.factories.assessments import make_run
from tests.factories.economics import make_firm
from tests.factories.moments import TODAY
from vernost.assessment.models import Standing
from vernost.clients.models import Segment

BEFORE = TODAY - timedelta(days=100)


@pytest.fixture
def moved(client_one, client_two):
    """Client One came from "manage" to "reward"; Client Two is new, in "fire"."""
    return make_firm(client_one, client_two, moved_since=BEFORE)


def test_moves_between_the_last_day_and_that_a_year_before(program_of, director, moved):
    said = program_of(director).get("/api/v1/movement").json()

    assert (said["since"], said["until"]) == (str(BEFORE), str(TODAY))
    assert said["judged_days"] == [str(TODAY), str(BEFORE)]
    assert sorted((one["stood"], one["stands"], one["clients"]) for one in said["moves"]) == [
        ("manage", "reward", 1), ("new", "fire", 1),
    ]  # fmt: skip
    assert said["sentences"][1] == "To a better group: 1; to a worse one: 0."


def test_the_clients_of_a_cell(program_of, director, moved, client_one, client_two):
    program = program_of(director)

    def of(query):
        return [one["id"] for one in program.get(f"/api/v1/movement/clients?{query}").json()["items"]]

    assert of("stood=manage&stands=reward") == [client_one.pk]
    assert of("stood=new&stands=fire") == [client_two.pk]
    assert of("stood=new&stands=reward") == []
    assert of("of=stage&stood=repeat&stands=regular") == [client_one.pk]


def test_an_account_manager_counts_his_own(program_of, anna, moved):
    said = program_of(anna).get("/api/v1/movement").json()

    assert [(one["stood"], one["stands"]) for one in said["moves"]] == [("manage", "reward")]


def test_of_one_segment(program_of, director, moved, client_one):
    client_one.segment = Segment.objects.create(name="Banks")
    client_one.save()

    said = program_of(director).get(f"/api/v1/movement?segment_id={client_one.segment_id}").json()

    assert [one["stands"] for one in said["moves"]] == ["reward"]


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("since=2020-01-01", "query.since"),
        (f"since={TODAY}", "query.since"),
        ("of=stage&until=1999-01-01", "query.until"),
    ],
)
def test_days_that_cannot_be_compared_are_refused(query, where, program_of, director, moved):
    response = program_of(director).get(f"/api/v1/movement?{query}")

    assert response.status_code == 422
    assert response.json()["errors"][0]["where"] == where


def test_a_place_that_is_none_is_refused(program_of, director, moved):
    response = program_of(director).get("/api/v1/movement/clients?stood=manage&stands=regular")

    assert response.json()["errors"][0]["where"] == "query.stands"


def test_one_judged_day_is_nothing_to_compare(program_of, director):
    make_run()

    said = program_of(director).get("/api/v1/movement").json()

    assert (said["since"], said["until"], said["moves"]) == (None, None, [])
    assert program_of(director).get("/api/v1/movement/clients?stood=new&stands=fire").json()["items"] == []


def test_the_history_of_a_client(program_of, anna, moved, client_one):
    items = program_of(anna).get(f"/api/v1/standings?client_id={client_one.pk}").json()["items"]

    assert sorted((one["since_on"], one["until_on"], one["group"]) for one in items) == [
        (str(BEFORE), str(TODAY), "manage"), (str(TODAY), None, "reward"),
    ]  # fmt: skip
    then = program_of(anna).get(f"/api/v1/standings?on={BEFORE + timedelta(days=1)}").json()["items"]
    assert [one["group"] for one in then] == ["manage"]
    assert Standing.objects.exclude(client=client_one).exists()
