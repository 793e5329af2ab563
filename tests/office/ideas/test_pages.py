"""Ideas in the office: given in one line, voted for, answered, on Today, never seen by whom they do not concern."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.clients import make_client
from tests.factories.ideas import make_idea
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.models import AuditEntry
from vernost.programmes.models import Idea, IdeaVote, WorkingGroup
from vernost.voice.actions.act import record_act
from vernost.voice.enums import ActKind


def text_of(response) -> str:
    return response.content.decode()


def test_one_line_is_an_idea_and_undo_takes_it_away(browser_of, anna):
    browser = browser_of(anna)

    page = browser.post("/ideas/new/", {"title": "Call back the same day", "area": "talk"}, follow=True)

    idea = Idea.objects.get()
    assert (idea.title, idea.author, idea.state) == ("Call back the same day", anna, "new")
    assert "Call back the same day" in text_of(page)
    run = AuditEntry.objects.get(kind="programmes.idea").run
    browser.post(f"/undo/{run}/")
    assert "Call back the same day" not in text_of(browser.get("/ideas/"))


def test_nameless_is_nobodys(browser_of, anna):
    browser_of(anna).post("/ideas/new/", {"title": "Say it freely", "area": "people", "nameless": "on"})

    assert Idea.objects.get().author is None
    assert "without a name" in text_of(browser_of(anna).get(f"/ideas/{Idea.objects.get().pk}/"))


def test_clients_suggestion_becomes_an_idea_with_its_words(browser_of, anna, vera, client_one):
    act = record_act(
        client=client_one, by=anna, at=now(), face=Face.WEB, happened_on=today(), kind=ActKind.SUGGESTION,
        note="Send the invoice with the report",
    )  # fmt: skip
    browser = browser_of(anna)

    assert "Send the invoice with the report" in text_of(browser.get(f"/ideas/new/?act={act.pk}"))
    assert "Send the invoice" not in text_of(browser_of(vera).get(f"/ideas/new/?act={act.pk}"))
    browser.post(
        f"/ideas/new/?act={act.pk}",
        {"title": "Invoice with the report", "area": "work", "client": client_one.pk},
    )

    assert (Idea.objects.get().act, Idea.objects.get().client) == (act, client_one)


def test_client_of_others_is_refused_by_name(browser_of, anna, client_two):
    page = browser_of(anna).post("/ideas/new/", {"title": "x", "area": "work", "client": client_two.pk})

    assert "no such client among those whom you see" in text_of(page)
    assert not Idea.objects.exists()


def test_head_answers_and_the_author_reads_it(browser_of, anna, boris, client_one):
    idea = make_idea(anna)
    assert "waits for an answer" in text_of(browser_of(boris).get("/?whose=me"))
    assert "waits for an answer" not in text_of(browser_of(anna).get("/"))

    browser = browser_of(boris)
    refused = browser.post(f"/ideas/{idea.pk}/answer/accept/", {"responsible": anna.pk}, follow=True)
    assert "Nothing was saved" in text_of(refused)
    browser.post(
        f"/ideas/{idea.pk}/answer/accept/",
        {"responsible": anna.pk, "due_on": today().isoformat(), "answer": "Do it"},
    )

    assert Idea.objects.get().state == "accepted"
    mine = text_of(browser_of(anna).get("/"))
    assert "Your idea was answered" in mine
    assert "An accepted idea is to be done" in mine
    browser_of(anna).post(f"/ideas/{idea.pk}/read/")
    assert "Your idea was answered" not in text_of(browser_of(anna).get("/"))
    browser_of(anna).post(
        f"/ideas/{idea.pk}/answer/done/", {"done_on": today().isoformat(), "effect": "Nobody waits"}
    )
    assert (Idea.objects.get().state, Idea.objects.get().effect) == ("done", "Nobody waits")


def test_who_may_not_answer_may_not(browser_of, anna, vera):
    idea = make_idea(anna)

    for person in (anna, vera):
        assert browser_of(person).post(f"/ideas/{idea.pk}/answer/discuss/").status_code == 403
    assert browser_of(vera).get(f"/ideas/{idea.pk}/edit/").status_code == 403
    assert Idea.objects.get().state == "new"


def test_vote_and_remark(browser_of, anna, vera):
    idea = make_idea(anna)
    browser = browser_of(vera)

    browser.post(f"/ideas/{idea.pk}/vote/")
    browser.post(f"/ideas/{idea.pk}/remark/", {"text": "We do it in the South"})

    page = text_of(browser.get(f"/ideas/{idea.pk}/"))
    assert "1 vote for it" in page
    assert "We do it in the South" in page
    browser.post(f"/ideas/{idea.pk}/vote/")
    assert IdeaVote.objects.filter(deleted_at=None).count() == 0


def test_list_sorts_by_votes_and_is_taken_away_as_a_file(browser_of, anna, boris):
    make_idea(anna, "Few like it")
    liked = make_idea(anna, "Many like it")
    browser_of(boris).post(f"/ideas/{liked.pk}/vote/")

    page = text_of(browser_of(anna).get("/ideas/?sort=-votes"))
    file = b"".join(browser_of(anna).get("/ideas/?format=csv").streaming_content).decode()

    assert page.index("Many like it") < page.index("Few like it")
    assert "Many like it,new,1" in file.replace('"', "")


def test_palette_turns_a_sentence_into_an_idea(browser_of, anna):
    hits = browser_of(anna).get("/search/?q=call every client", HTTP_ACCEPT="application/json").json()["hits"]
    short = browser_of(anna).get("/search/?q=alpha", HTTP_ACCEPT="application/json").json()["hits"]

    assert hits[-1]["url"] == "/ideas/new/?title=call+every+client"
    assert short == []


@pytest.mark.parametrize("address", ["/ideas/", "/ideas/groups/"])
def test_queries_do_not_grow_with_the_rows(address, browser_of, anna, boris, director):
    browser = browser_of(director)
    counts = []
    for number in (1, 2):
        for place in range(number):
            name = f"{number}-{place}"
            client = make_client(f"Client {name}", owner=anna)
            group = WorkingGroup.objects.create(name=f"Group {name}")
            group.memberships.create(person=boris)
            make_idea(anna, f"Idea {name}", client=client, group=group)
        browser.get(address)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            browser.get(address)
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_working_group_is_made_and_dissolved(browser_of, boris, anna):
    browser = browser_of(boris)
    browser.post("/ideas/groups/new/", {"name": "Answers", "task": "Nobody waits", "people": [anna.pk]})
    group = WorkingGroup.objects.get()
    assert "Anna" in text_of(browser.get("/ideas/groups/"))

    refused = browser.post("/ideas/groups/new/", {"name": "answers", "people": [anna.pk]})
    assert "There is one of this name" in text_of(refused)
    browser.post(f"/ideas/groups/{group.pk}/", {"name": "Answers", "task": "", "people": [boris.pk]})
    assert "Boris" in text_of(browser.get(f"/ideas/groups/{group.pk}/"))
    browser.post(f"/ideas/groups/{group.pk}/remove/")
    assert "No working groups" in text_of(browser.get("/ideas/groups/"))
