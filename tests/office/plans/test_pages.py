"""Pages of plans: from a template to a finished plan, and who sees what."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories.assessments import make_assessment
from tests.factories.clients import make_client, make_order
from tests.factories.people import make_user
from tests.factories.plans import OUTLINE, STAMP, make_plan, make_running_plan
from vernost.care.models import Touch
from vernost.clients.actions.contact import create_contact
from vernost.clients.models import Client
from vernost.core.clock import today
from vernost.core.enums import Role
from vernost.core.needs import Question, needs_of
from vernost.programmes.actions.plan import Outline
from vernost.programmes.enums import ActionState, PlanState
from vernost.programmes.models import Plan, PlanTemplate

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def key_client(client_one) -> Client:
    Client.objects.filter(pk=client_one.pk).update(strategic=True)
    client_one.strategic = True
    return client_one


def post(browser, address: str, *args: object, **data: object):
    return browser.post(reverse(address, args=args), data, follow=True)


def test_a_plan_goes_from_a_template_to_its_end(browser_of, anna, client_one):
    browser = browser_of(anna)
    assert "Grow the share of wallet" in browser.get(f"/clients/{client_one.pk}/plans/new/").text

    days = {"since_on": today(), "until_on": today() + 365 * DAY, "review_on": today() + 90 * DAY}
    browser.post(
        f"/clients/{client_one.pk}/plans/new/?template=partner",
        {"name": "Partner", "responsible": anna.pk, "risks": "", **days},
    )
    plan = Plan.objects.get()
    assert plan.state == PlanState.DRAFT
    assert not Touch.objects.exists()

    assert "runs" in post(browser, "start_plan", plan.pk).text
    assert Touch.objects.count() == plan.actions.count() == 5

    action = plan.actions.order_by("due_on").first()
    post(browser, "finish_plan_action", plan.pk, action.pk)
    assert plan.actions.get(pk=action.pk).state == ActionState.DONE

    said = {"reached": "They agreed", "decided": "Go on", "next_on": today() + 120 * DAY}
    page = post(browser, "review_plan", plan.pk, **said)
    assert "They agreed" in page.text
    plan.refresh_from_db()
    assert (plan.state, plan.review_on) == (PlanState.REVIEWED, today() + 120 * DAY)

    assert "A joint seminar" in post(browser, "finish_plan", plan.pk, outcome="A joint seminar").text
    assert "A joint seminar" in browser.get(reverse("plan", args=[plan.pk])).text
    assert post(browser, "new_aim", plan.pk, text="More", kind="relation").status_code == 404


def test_a_draft_that_lacks_something_says_what(browser_of, anna, client_one):
    plan = make_plan(client_one, anna, outline=Outline())

    page = post(browser_of(anna), "start_plan", plan.pk)

    assert "an aim in words, a number with a target" in page.text
    assert Plan.objects.get().state == PlanState.DRAFT


def test_a_number_opens_to_its_rows(browser_of, anna, client_one):
    make_order(client_one, ordered_on=today(), number="A-17")
    plan = make_running_plan(client_one, anna)

    page = browser_of(anna).get(reverse("plan_number", args=[plan.pk, plan.kpis.get().pk]))

    assert "A-17" in page.text


def test_a_changed_target_and_aim_stand_on_the_page(browser_of, anna, client_one):
    plan = make_running_plan(client_one, anna)
    browser = browser_of(anna)

    post(browser, "plan_number", plan.pk, plan.kpis.get().pk, target="7")
    page = post(browser, "edit_aim", plan.pk, plan.aims.get().pk, text="Be the only ones", why="They said so")

    assert plan.kpis.get().target == Decimal(7)
    assert "Be the only ones" in page.text
    assert "They said so" in page.text


def test_a_number_is_taken_once(browser_of, anna, client_one):
    plan = make_running_plan(client_one, anna)

    page = post(browser_of(anna), "new_kpi", plan.pk, measure="orders", counted="365", target="3")

    assert "measured by this already" in page.text
    assert plan.kpis.count() == 1


def test_who_may_not_see_the_client_opens_nothing_of_his_plan(browser_of, anna, vera, client_one):
    plan = make_running_plan(client_one, anna)
    browser = browser_of(vera)

    for name in ("plan", "print_plan", "edit_plan", "review_plan"):
        assert browser.get(reverse(name, args=[plan.pk])).status_code == 404
    assert plan.name not in browser.get("/plans/").text
    assert plan.name not in browser.get("/plans/numbers/").text


def test_service_reads_a_plan_without_its_money_and_changes_nothing(browser_of, anna, client_one):
    outline = Outline(OUTLINE.aims, (*OUTLINE.kpis, {"measure": "revenue", "by": 9876}))
    plan = make_running_plan(client_one, anna, outline=outline)
    browser = browser_of(make_user("Sergey", Role.SERVICE))

    page = browser.get(reverse("plan", args=[plan.pk]))
    numbers = browser.get("/plans/numbers/")

    money = plan.kpis.get(measure="revenue")
    for text in (page.text, numbers.text):
        assert "Orders" in text
        assert "9,876" not in text
    assert browser.get(reverse("plan_number", args=[plan.pk, money.pk])).status_code == 403
    assert post(browser, "remove_plan", plan.pk).status_code == 403


def test_everybody_sees_the_key_clients_but_of_others_only_who_and_why(browser_of, anna, vera, key_client):
    make_assessment(key_client, group="reward", loyalty="devotion")
    plan = make_running_plan(key_client, anna)

    mine = browser_of(anna).get("/key-clients/").text
    others = browser_of(vera).get("/key-clients/").text

    for text in (mine, others):
        assert "Client One" in text
        assert "Anna" in text
        assert "group “reward &amp; invest”; class A by income" in text
    assert plan.name in mine
    assert "devotion" in mine
    assert plan.name not in others
    assert "devotion" not in others
    assert key_client.get_absolute_url() not in others


def test_the_valuation_proposes_who_else_is_key(browser_of, anna, client_one, vera):
    make_assessment(client_one, group="reward")

    assert "The valuation proposes" in browser_of(anna).get("/key-clients/").text
    assert "The valuation proposes" not in browser_of(vera).get("/key-clients/").text


@pytest.mark.parametrize("path", ["/key-clients/", "/plans/", "/plans/numbers/"])
def test_lists_ask_as_much_for_three_as_for_one(
    path, browser_of, anna, key_client, django_assert_num_queries
):
    browser = browser_of(anna)
    make_running_plan(key_client, anna)
    make_assessment(key_client)
    with CaptureQueriesContext(connection) as first:
        browser.get(path)
    for name in ("Second", "Third"):
        more = make_client(name, owner=anna, strategic=True)
        make_assessment(more)
        make_running_plan(more, anna)

    with django_assert_num_queries(len(first)):
        assert "Third" in browser.get(path).text


def test_plans_can_be_taken_away_with_their_numbers(browser_of, anna, client_one):
    make_running_plan(client_one, anna)
    browser = browser_of(anna)

    numbers = browser.get("/plans/numbers/?format=csv")

    assert "Orders" in b"".join(numbers.streaming_content if numbers.streaming else [numbers.content]).decode(
        "utf-8-sig"
    )
    assert browser.get("/plans/?format=xlsx").status_code == 200


def test_a_shipped_template_is_changed_and_put_back(browser_of, director):
    browser = browser_of(director)
    given = {
        "name": "Our wallet", "advice": "", "aims": "First\n\nSecond",
        "kpi-TOTAL_FORMS": 1, "kpi-INITIAL_FORMS": 0, "kpi-0-measure": "orders", "kpi-0-how": "plus", "kpi-0-by": "2",
        "act-TOTAL_FORMS": 1, "act-INITIAL_FORMS": 0, "act-0-what": "Call", "act-0-kind": "call", "act-0-days": "5",
        "act-0-level": "",
    }  # fmt: skip

    assert "Our wallet" in post(browser, "plan_template", "wallet", **given).text
    stored = PlanTemplate.objects.get()
    assert (stored.code, stored.aims) == ("wallet", ["First", "Second"])
    assert stored.actions == [{"what": "Call", "kind": "call", "days": 5, "level": ""}]

    page = post(browser, "remove_plan_template", "wallet")
    assert "Grow the share of wallet" in page.text
    assert "Our wallet" not in page.text


def test_today_asks_for_reviews_and_missing_plans(key_client, anna, vera):
    def titles(user):
        on = today()
        question = Question(user=user, owner=None, on=on, until=on, money=True, most=10)
        return [need.title for need in needs_of(question)]

    assert "A strategic client without a plan" in titles(anna)
    assert "A strategic client without a plan" not in titles(vera)

    plan = make_running_plan(key_client, anna, review_on=today() + DAY)
    assert "A strategic client without a plan" not in titles(anna)
    assert "The plan is due for a review" not in titles(anna)

    Plan.objects.filter(pk=plan.pk).update(review_on=today())
    assert "The plan is due for a review" in titles(anna)
    assert "The plan is due for a review" not in titles(vera)


def test_the_card_leads_to_the_plan(browser_of, anna, client_one):
    plan = make_running_plan(client_one, anna)

    page = browser_of(anna).get(client_one.get_absolute_url()).text

    assert plan.get_absolute_url() in page
    assert f"/clients/{client_one.pk}/plans/new/" in page


def test_the_print_has_both_sides(browser_of, anna, client_one):
    create_contact(client=client_one, name="Ivan Petrov", level="owner", talks_to=anna, **STAMP)
    plan = make_running_plan(client_one, anna, risks="One man")

    text = browser_of(anna).get(reverse("print_plan", args=[plan.pk])).text

    for said in ("Ivan Petrov", "of us: Anna", "One man", "Become the first", "Meet the owner"):
        assert said in text
