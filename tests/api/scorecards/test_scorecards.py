"""Scorecards by the API: one's own, one's team's, the company's; money for who may see it."""

from datetime import timedelta

import pytest

from tests.factories.clients import make_order
from vernost.core.clock import today
from vernost.programmes.actions.counting import count_everything


@pytest.fixture
def counted(client_one, client_two):
    make_order(client_one, ordered_on=today() - timedelta(days=2))
    count_everything(on=today())


@pytest.mark.usefixtures("counted")
class TestCounted:
    def test_whose_there_are(self, program_of, director, boris, anna, vera, north):
        def seen(person):
            said = program_of(person).get("/api/v1/scorecards").json()
            return [one["name"] for one in said["people"]], len(said["teams"]), said["company"]

        assert seen(anna) == (["Anna"], 0, False)
        assert seen(boris) == (["Anna"], 1, True)
        assert seen(director) == (["Anna", "Vera"], 2, True)

    def test_lines_of_a_person(self, program_of, anna, vera):
        program = program_of(anna)

        card = program.get(f"/api/v1/scorecards/people/{anna.pk}").json()
        poor = program_of(anna, "care:read").get(f"/api/v1/scorecards/people/{anna.pk}").json()

        lines = {one["measure"] for one in card["lines"]}
        assert (card["counted_on"], "complaints" in lines) == (str(today()), True)
        assert {one["measure"] for one in poor["lines"]} <= lines
        assert program.get(f"/api/v1/scorecards/people/{vera.pk}").status_code == 404

    def test_of_the_company_with_what_the_system_brings(self, program_of, director):
        card = program_of(director).get("/api/v1/scorecards/company").json()

        assert "strategic_orders" in [one["measure"] for one in card["results"]]

    def test_values_of_every_month(self, program_of, anna, director):
        mine = program_of(anna).get("/api/v1/monthly-values?limit=200").json()["items"]
        one = program_of(director).get("/api/v1/monthly-values?scope=company&measure=complaints").json()

        assert {(value["scope"], value["subject"]) for value in mine} == {("person", anna.pk)}
        assert {value["measure"] for value in one["items"]} == {"complaints"}

    def test_a_number_leads_to_its_rows(self, program_of, anna, vera, client_one):
        path = f"/api/v1/scorecards/people/{anna.pk}/rows"
        program = program_of(anna)

        said = program.get(f"{path}?measure=regular_share").json()
        unknown = program.get(f"{path}?measure=weather")
        other = program.get(f"/api/v1/scorecards/people/{vera.pk}/rows?measure=regular_share")

        assert (said["counted_on"], {one["client_id"] for one in said["items"]} <= {client_one.pk}) == (
            str(today()), True,
        )  # fmt: skip
        assert (unknown.status_code, other.status_code) == (422, 404)
