"""Valuations by the API say what the office's page says."""

from tests.factories.assessments import make_assessment, make_signal


def test_reasons_are_those_of_the_page(program_of, anna, client_one, browser_of):
    make_assessment(client_one)
    make_signal(client_one, "silent")

    said = program_of(anna).get(f"/api/v1/clients/{client_one.pk}/valuation").json()

    page = browser_of(anna).get(f"/clients/{client_one.pk}/valuation/").content.decode()
    assert said["judged_on"] == "2026-03-05"
    assert said["group"]["why"][0].split("(")[0] in page
    assert {one["code"] for one in said["components"]} == {
        "orders", "business", "history", "loyalty", "need", "values",
    }  # fmt: skip
    assert [one["code"] for one in said["signals"]] == ["silent"]


def test_in_russian(program_of, anna, client_one):
    make_assessment(client_one)

    said = program_of(anna, language="ru").get(f"/api/v1/clients/{client_one.pk}/valuation").json()

    assert "кл" in said["components"][0]["name"] + "".join(one["text"] for one in said["rules"])


def test_a_client_whom_nobody_has_judged(program_of, anna, client_one):
    said = program_of(anna).get(f"/api/v1/clients/{client_one.pk}/valuation").json()

    assert (said["judged_on"], said["group"], said["rules"]) == (None, None, [])


def test_the_list_has_what_is_in_force(program_of, director, client_one, client_two):
    make_assessment(client_one)

    items = program_of(director).get("/api/v1/valuations").json()["items"]

    assert [one["client_id"] for one in items] == [client_one.pk]
    assert items[0]["group_in_force"] == client_one.assessment.group_in_force
