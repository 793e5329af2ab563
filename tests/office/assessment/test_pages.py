"""Pages of the judgement: what they show, to whom, and with how many queries."""

from datetime import timedelta

import pytest

from tests.factories.assessments import make_assessment, make_run, make_signal
from tests.factories.clients import make_client, make_interaction, make_order
from tests.factories.moments import TODAY
from tests.factories.people import make_user
from vernost.core.enums import Role


@pytest.fixture
def judged(client_one):
    return make_assessment(client_one, loyalty_reason="ratings_good", nps_last=8.0)


def text_of(response) -> str:
    return response.content.decode()


def test_card_says_who_it_is_what_goes_wrong_and_what_to_do(browser_of, anna, client_one, judged):
    make_order(client_one)
    make_interaction(client_one, person=anna, mood=1, note="Asked for a draft")
    make_signal(client_one)

    page = text_of(browser_of(anna).get(f"/clients/{client_one.pk}/"))

    assert "10.0% of our income" in page
    assert "↑ income grew by 33%" in page
    assert "Before you call" in page
    assert "mood: good. Asked for a draft" in page
    assert '<svg class="strip"' in page
    assert "Silent for too long" in page
    assert "It is real" in page


def test_unjudged_client_says_so(browser_of, anna, client_one):
    assert "Not judged yet" in text_of(browser_of(anna).get(f"/clients/{client_one.pk}/"))
    assert "Not judged yet" in text_of(browser_of(anna).get(f"/clients/{client_one.pk}/valuation/"))


def test_service_sees_no_sums(browser_of, client_one, judged):
    make_order(client_one)
    make_signal(client_one, "loss_making", observed=-14298.0)
    browser = browser_of(make_user("Sonya", Role.SERVICE))

    card = text_of(browser.get(f"/clients/{client_one.pk}/"))

    assert "Before you call" in card
    assert "Terms at a loss" in card
    assert "14,298" not in card + text_of(browser.get("/signals/all/"))
    assert "₽" not in card
    assert "of our income" not in card
    assert "Income, year" not in text_of(browser.get("/clients/"))
    assert "₽" not in text_of(browser.get("/board/"))
    assert "Money at stake" not in text_of(browser.get("/signals/all/"))


def test_valuation_gives_reasons_rules_and_what_would_change_it(browser_of, anna, client_one, judged):
    page = text_of(browser_of(anna).get(f"/clients/{client_one.pk}/valuation/"))

    assert "Attractiveness 60.0 of 100 (confidence 30%): below the first group." in page
    assert "10.0 points of attractiveness more" in page
    assert "Does not hold" in page
    assert "Unknown" in page


def test_verdict_is_written_and_the_alarm_leaves_today(browser_of, anna, client_one, judged):
    signal = make_signal(client_one)
    browser = browser_of(anna)
    assert "Silent for too long" in text_of(browser.get("/"))

    browser.post(f"/clients/{client_one.pk}/signals/{signal.pk}/", {"verdict": "false"})

    signal.refresh_from_db()
    assert (signal.verdict, signal.verdict_by) == ("false", anna)
    assert "Silent for too long" not in text_of(browser.get("/"))
    assert "0%" in text_of(browser.get("/signals/precision/"))


def test_today_of_a_head_is_his_own_or_of_all(browser_of, boris, anna, client_one, judged):
    make_signal(client_one)
    make_client("Own", owner=boris)
    browser = browser_of(boris)

    assert "Silent for too long" not in text_of(browser.get("/"))
    assert "Silent for too long" in text_of(browser.get("/?whose=all"))


def test_today_names_debts_and_who_was_forgotten(browser_of, anna, client_one, client_two):
    make_assessment(client_one, debt_overdue=5000, debt_days=40)
    make_assessment(client_two, debt_overdue=9000, debt_days=40)

    response = browser_of(anna).get("/")

    (line,) = (one for one in response.context["lines"] if one.first.client_id)
    assert [(need.client_id, need.title) for need in line.needs] == [
        (client_one.pk, "Owes ₽5,000"),
        (client_one.pk, "No contact for 90 days"),
    ]


def test_today_is_empty_and_says_so(browser_of, anna):
    assert "Nothing needs you now" in text_of(browser_of(anna).get("/"))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("group=reward", ["Client One"]),
        ("group=none", ["Never"]),
        ("stage=lost", ["Other"]),
        ("signal=silent", ["Other"]),
        ("debt=1", ["Other"]),
        ("regular=1", ["Client One"]),
        ("sort=-points", ["Client One", "Other", "Never"]),
        ("sort=points", ["Other", "Client One", "Never"]),
    ],
)
def test_list_filters_and_sorts_by_the_judgement(browser_of, anna, client_one, query, found):
    make_assessment(client_one, group="reward", attractiveness=90.0)
    other = make_client("Other", owner=anna)
    make_assessment(other, stage="lost", regular=False, debt_overdue=10)
    make_signal(other)
    make_client("Never", owner=anna)

    response = browser_of(anna).get(f"/clients/?{query}")

    assert [client.name for client in response.context["page"].rows] == found


def test_list_of_signals_keeps_to_own_clients(browser_of, anna, client_one, client_two):
    mine = make_signal(client_one, at_stake=10)
    make_signal(client_one, "dependence", at_stake=20, over_on=TODAY)
    make_signal(client_two)
    browser = browser_of(anna)

    assert list(browser.get("/signals/all/").context["page"].rows) == [mine]
    assert len(browser.get("/signals/all/?over=1").context["page"].rows) == 1
    assert len(browser.get("/signals/all/?area=dependence").context["page"].rows) == 0


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("url", "queries"), [("/", 32), ("/signals/all/", 7), ("/map/", 7), ("/board/", 14), ("/portfolio/", 14)]
)
def test_queries_do_not_grow_with_the_clients(
    browser_of, director, anna, url, queries, count, django_assert_max_num_queries
):
    make_run(TODAY - timedelta(days=90))
    run = make_run()
    for number in range(count):
        client = make_client(f"Client {number}", owner=anna)
        make_assessment(client, run, debt_overdue=10)
        make_signal(client)
    browser = browser_of(director)

    with django_assert_max_num_queries(queries):
        assert browser.get(url).status_code == 200


def test_map_and_board_count_what_is_visible(browser_of, anna, client_one, client_two):
    make_assessment(client_one)
    make_assessment(client_two, group="reward")
    browser = browser_of(anna)

    assert browser.get("/map/").context["total"] == 1
    columns = browser.get("/board/").context["columns"]
    assert [column["cell"].clients for column in columns] == [0, 1, 0, 0]
    assert "Client Two" not in text_of(browser.get("/board/?by=stage"))


def test_portfolio_hides_the_names_of_others_clients(browser_of, boris, client_two, client_one):
    run = make_run()
    leaver = {"share": 0.6, "revenue_window": 60000.0, "net_contribution_window": 1.0, "hhi_after": None}
    run.company = {
        **run.company,
        "if_leaves": [{"client_id": client_one.pk, **leaver}, {"client_id": client_two.pk, **leaver}],
    }
    run.save()

    page = text_of(browser_of(boris).get("/portfolio/"))

    assert "Client One" in page
    assert "Client Two" not in page
    assert "a client of others" in page


@pytest.mark.parametrize("url", ["/portfolio/", "/map/", "/board/"])
def test_before_the_first_assessment_pages_say_what_to_do(browser_of, director, url):
    assert "Nothing is judged yet" in text_of(browser_of(director).get(url))
