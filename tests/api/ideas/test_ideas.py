"""Ideas by the API: given with or without a name, discussed, answered, done; and the working groups."""

from datetime import timedelta

import pytest

from tests.api.care_records import act_of, idea_of, somebody, working_group_of
from vernost.core.clock import today
from vernost.core.models import AuditEntry
from vernost.programmes.models import Idea, WorkingGroup
from vernost.voice.models import Act

JSON = "application/json"


def test_an_idea_without_a_name_is_nobodys(program_of, anna):
    made = (
        program_of(anna)
        .post("/api/v1/ideas", {"title": "Answer sooner", "nameless": True}, content_type=JSON)
        .json()
    )

    assert (made["author_id"], Idea.objects.get().author) == (None, None)
    assert AuditEntry.objects.get(kind="programmes.idea", object_id=made["id"]).by is None


def test_a_clients_suggestion_is_taken_up(program_of, anna, vera, client_one, client_two):
    mine, theirs = act_of(client_one), act_of(client_two)
    Act.objects.update(kind="suggestion")
    program = program_of(anna)

    made = program.post("/api/v1/ideas", {"title": "So", "act_id": mine}, content_type=JSON).json()
    refused = program.post("/api/v1/ideas", {"title": "So", "act_id": theirs}, content_type=JSON)

    assert made["act_id"] == mine
    assert refused.json()["errors"][0]["where"] == "body.act_id"


def test_from_a_vote_to_what_came_of_it(program_of, anna, boris, client_one):
    idea = idea_of(client_one)
    mine, his, path = program_of(anna), program_of(boris), f"/api/v1/ideas/{idea.pk}"

    his.post(f"{path}/vote", {"vote": True}, content_type=JSON)
    his.post(f"{path}/remarks", {"text": "Good"}, content_type=JSON)
    his.post(f"{path}/discuss")
    his.post(
        f"{path}/accept", {"responsible_id": anna.pk, "due_on": str(today()), "answer": "Do it"},
        content_type=JSON,
    )  # fmt: skip
    again = his.post(f"{path}/decline", {"answer": "No"}, content_type=JSON)
    mine.post(f"{path}/read")
    mine.post(f"{path}/finish", {"done_on": str(today()), "effect": "Quicker"}, content_type=JSON)

    said = mine.get(path).json()
    assert (said["vote_count"], said["mine"], said["state"], said["effect"]) == (1, False, "done", "Quicker")
    assert again.json()["code"] == "closed"
    assert [one["text"] for one in mine.get(f"/api/v1/remarks?idea_id={idea.pk}").json()["items"]] == ["Good"]


def test_a_vote_is_one_however_often_it_is_given(program_of, anna, client_one):
    program, path = program_of(anna), f"/api/v1/ideas/{idea_of(client_one).pk}"
    counts = [
        program.post(f"{path}/vote", {"vote": vote}, content_type=JSON).json()["vote_count"]
        for vote in (True, True, False, False)
    ]

    assert counts == [1, 1, 0, 0]


def test_it_is_not_to_be_done_yesterday(program_of, boris, anna, client_one):
    idea = idea_of(client_one)
    sent = {"responsible_id": anna.pk, "due_on": str(today() - timedelta(days=1))}

    response = program_of(boris).post(f"/api/v1/ideas/{idea.pk}/accept", sent, content_type=JSON)

    assert response.json()["errors"][0]["where"] == "body.due_on"
    assert Idea.objects.get().state == "new"


def test_the_author_changes_it_while_nobody_has_answered(program_of, anna, boris, client_one):
    idea, program = idea_of(client_one), program_of(anna)
    path = f"/api/v1/ideas/{idea.pk}"

    before = program.patch(path, {"text": "More words"}, content_type=JSON)
    program_of(boris).post(f"{path}/decline", {"answer": "No"}, content_type=JSON)
    after = program.patch(path, {"text": "Other words"}, content_type=JSON)

    assert (before.status_code, after.status_code) == (200, 403)


@pytest.mark.parametrize(("name", "status"), [("LETTERS", 422), ("Post", 201)])
def test_working_groups_have_names_of_their_own(name, status, program_of, boris, anna):
    program = program_of(boris)
    sent = {"name": "Letters", "people": [anna.pk, boris.pk]}

    made = program.post("/api/v1/working-groups", sent, content_type=JSON).json()
    second = program.post("/api/v1/working-groups", sent | {"name": name}, content_type=JSON)

    assert set(made["people"]) == {anna.pk, boris.pk}
    assert second.status_code == status


def test_who_is_in_a_group_changes(program_of, boris, anna, client_one):
    number, program = working_group_of(client_one), program_of(boris)
    path = f"/api/v1/working-groups/{number}"

    said = program.patch(path, {"people": [anna.pk]}, content_type=JSON).json()
    lost = program.patch(path, {"people": [10_000]}, content_type=JSON)
    program.delete(path)

    assert (said["people"], lost.status_code) == ([anna.pk], 422)
    assert WorkingGroup.objects.get().deleted_at is not None
    assert somebody().pk not in said["people"]
