"""Pages of care: what they show, to whom, what they change."""

from datetime import timedelta

import pytest
from django.test import Client as Browser

from tests.factories.assessments import make_assessment
from tests.factories.care import GREETING, make_rule, make_touch
from tests.factories.clients import make_client
from vernost.care.models import CareSettings, Feed, Rule, Touch
from vernost.core.clock import today
from vernost.core.models import AuditEntry, Job
from vernost.voice.models import Interaction


def text_of(response) -> str:
    return response.content.decode()


@pytest.fixture
def touch(client_one):
    make_assessment(client_one)
    return make_touch(client_one, make_rule(), today() - timedelta(days=1))


def test_today_shows_the_touch_and_what_to_do(browser_of, anna, touch):
    page = text_of(browser_of(anna).get("/"))

    assert "Call between orders" in page
    assert "To hear how the client is: telephone" in page
    assert f"/care/touches/{touch.pk}/done/" in page


def test_done_writes_the_contact_down_and_can_be_undone(browser_of, anna, touch, client_one):
    browser = browser_of(anna)

    browser.post(f"/care/touches/{touch.pk}/done/")

    touch.refresh_from_db()
    said = Interaction.objects.get()
    assert (touch.state, touch.interaction) == ("done", said)
    assert (said.client, said.person, said.kind, said.channel) == (client_one, anna, "call", "telephone")
    assert "Call between orders" not in text_of(browser.get("/"))

    run = AuditEntry.objects.filter(kind="care.touch").last().run
    browser.post(f"/undo/{run}/")
    touch.refresh_from_db()
    assert touch.state == "planned"
    assert not Interaction.objects.filter(deleted_at=None).exists()


def test_moved_handed_over_and_skipped(browser_of, anna, boris, touch, client_one):
    browser = browser_of(anna)
    later = today() + timedelta(days=5)

    browser.post(f"/care/touches/{touch.pk}/move/", {"day": later.isoformat()})
    touch.refresh_from_db()
    assert (touch.due_on, touch.moved) == (later, True)

    browser.post(f"/care/touches/{touch.pk}/hand-over/", {"person": boris.pk})
    touch.refresh_from_db()
    assert touch.person == boris

    browser.post(f"/care/touches/{touch.pk}/skip/", {"reason": "On holiday"})
    touch.refresh_from_db()
    assert (touch.state, touch.reason, touch.closed_on) == ("skipped", "On holiday", today())


@pytest.mark.parametrize(
    ("act", "given", "said"),
    [
        ("move", {"day": "2020-01-01"}, "This day is past"),
        ("skip", {"reason": ""}, "Nothing was changed"),
        ("hand-over", {"person": "999999"}, "Nothing was changed"),
    ],
)
def test_wrong_answers_change_nothing_and_say_so(browser_of, anna, touch, act, given, said):
    browser = browser_of(anna)

    page = text_of(browser.post(f"/care/touches/{touch.pk}/{act}/", given, follow=True))

    assert said in page
    touch.refresh_from_db()
    assert (touch.state, touch.moved) == ("planned", False)


def test_nobody_is_given_a_touch_of_a_client_whom_he_does_not_see(browser_of, anna, vera, touch):
    page = text_of(
        browser_of(anna).post(f"/care/touches/{touch.pk}/hand-over/", {"person": vera.pk}, follow=True)
    )

    assert "Vera does not see this client" in page


def test_strangers_find_no_touch(browser_of, vera, touch):
    assert browser_of(vera).post(f"/care/touches/{touch.pk}/done/").status_code == 404


def test_held_back_touch_is_shown_with_the_reason_and_can_be_made_after_all(browser_of, anna, client_one):
    held = make_touch(client_one, make_rule(), state="held", hold="cap")
    browser = browser_of(anna)

    assert "the client hears from us often enough" in text_of(browser.get("/care/touches/?state=held"))
    browser.post(f"/care/touches/{held.pk}/release/")

    held.refresh_from_db()
    assert (held.state, held.hold, held.moved) == ("planned", "", True)


def test_ready_table_is_brought_in_once(browser_of, director):
    browser = browser_of(director)

    browser.post("/care/standard/bring-in/")
    browser.post("/care/standard/bring-in/")

    assert Rule.objects.count() == 13
    page = text_of(browser.get("/care/standard/"))
    assert "1 раз в 1 квартал" in page or "1 time in 1 quarter" in page
    assert Job.objects.filter(task__endswith="plan_all_touches").count() == 1


def rule_values(**fields: object) -> dict[str, object]:
    return {
        "name": "Call", "kind": "call", "purpose": "hear", "channel": "telephone", "times": 1, "every": 1,
        "unit": "quarter", "ahead_days": 0, "late_days": 7, "responsible": "owner", "position": 1, "is_on": "on",
    } | fields  # fmt: skip


def test_rule_shows_who_would_be_overloaded_before_it_is_saved(browser_of, director, anna):
    """Ten clients called every day by one person: 50 working touches a week and more than his ten."""
    CareSettings.objects.create(pk=1, weekly_capacity=10, cap_touches=99)
    for number in range(10):
        make_assessment(make_client(f"Client {number}", owner=anna))
    browser = browser_of(director)

    page = text_of(browser.post("/care/standard/new/", rule_values(every=1, unit="day")))

    assert "too much" in page
    assert "Anna" in page
    assert not Rule.objects.exists()

    browser.post("/care/standard/new/", rule_values(save="1"))
    assert Rule.objects.get().unit == "quarter"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"channel": "mail"}, "Does not fit the purpose"),
        ({"times": ""}, "Say how often"),
        ({"occasion": "new_year"}, "Give either a period or an occasion"),
        ({"responsible": "role", "role": "account_manager"}, "sees only his own clients"),
    ],
)
def test_rule_that_contradicts_itself_is_refused(browser_of, director, fields, said):
    page = text_of(browser_of(director).post("/care/standard/new/", rule_values(save="1", **fields)))

    assert said in page
    assert not Rule.objects.exists()


def test_plan_and_fact_counts_and_leads_to_the_rows(browser_of, anna, client_one):
    """Four promises of the last weeks: kept in time, too late, missed, overdue. One of four is a quarter."""
    rule = make_rule()
    on = today()
    for number, fields in enumerate(
        (
            {"state": "done", "closed_on": on - timedelta(days=20)},
            {"state": "done", "closed_on": on},
            {"state": "missed", "closed_on": on},
            {},
        )
    ):
        make_touch(
            client_one, rule, on - timedelta(days=20 + number), latest_on=on - timedelta(days=10), **fields
        )
    browser = browser_of(anna)

    response = browser.get("/care/kept/?by=rule")

    ((name, line, query),) = response.context["lines"]
    assert (name, line.promised, line.in_time, line.late, line.missed, line.overdue) == (
        "Call between orders", 4, 1, 1, 1, 1,
    )  # fmt: skip
    assert line.part == 0.25
    for only in ("in_time=1", "too_late=1", "late=1", "state=missed"):
        assert browser.get(f"/care/touches/?{query}&{only}").context["page"].count == 1


def test_week_and_calendar_show_the_day(browser_of, anna, client_one):
    make_touch(client_one, make_rule(), today() + timedelta(days=3))
    browser = browser_of(anna)

    assert "Call between orders" in text_of(browser.get("/care/week/"))
    day = today() + timedelta(days=3)
    assert "1 touch" in text_of(browser.get(f"/care/calendar/?month={day:%Y-%m}"))
    assert "Victory Day" in text_of(browser.get("/care/calendar/?month=2026-05"))


def test_calendar_address_is_secret_shown_once_renewed_and_shut(browser_of, anna, vera, client_one, caplog):
    make_touch(client_one, make_rule(GREETING, note="In person; kindly"), today())
    browser, stranger = browser_of(anna), Browser()

    page = text_of(browser.post("/care/feed/renew/"))
    address = page.split('value="http://testserver')[1].split('"')[0]
    answer = stranger.get(address)

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Referrer-Policy"] == "no-referrer"
    text = text_of(answer)
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert "SUMMARY:Client One: Greeting for 8 March\r\n" in text
    assert "DESCRIPTION:In person\\; kindly\r\n" in text
    secret = address.split("/")[-1].removesuffix(".ics")
    assert len(secret) >= 43
    assert secret not in Feed.objects.get().secret_hash
    assert secret not in text_of(browser.get("/care/feed/"))

    browser.post("/care/feed/renew/")
    assert stranger.get(address).status_code == 404
    assert secret not in caplog.text
    browser.post("/care/feed/revoke/")
    assert not Feed.objects.filter(revoked_at=None).exists()


def test_limits_are_saved_with_a_persons_own(browser_of, director, anna):
    browser = browser_of(director)
    values = {
        "cap_touches": 2, "cap_days": 20, "former_per_year": 1, "weekly_capacity": 30, "horizon_days": 60,
        "country": "RU", f"person_{anna.pk}": 12,
    }  # fmt: skip

    browser.post("/care/settings/", values)

    assert CareSettings.objects.get().cap_touches == 2
    assert anna.capacity.per_week == 12


def test_countries_have_names_in_the_persons_language(browser_of, director):
    director.language = "ru"
    director.save()
    page = browser_of(director).get("/care/settings/").content.decode()

    assert '<option value="RU" selected>Россия</option>' in page


@pytest.mark.parametrize("rows", [1, 3])
def test_list_asks_the_same_number_of_questions(
    browser_of, anna, client_one, rows, django_assert_num_queries
):
    rule = make_rule()
    for number in range(rows):
        make_touch(client_one, rule, today() + timedelta(days=number))
    browser = browser_of(anna)

    with django_assert_num_queries(6):
        browser.get("/care/touches/")
    assert Touch.objects.count() == rows
