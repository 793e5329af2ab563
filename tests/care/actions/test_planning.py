"""Generating touches from what is in the database."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError

from tests.factories.assessments import make_assessment
from tests.factories.care import GREETING, make_rule, make_touch, plan_all
from tests.factories.clients import make_client, make_interaction
from tests.factories.moments import AT, TODAY
from vernost.care.actions.care_settings import change_care_settings, set_capacity
from vernost.care.actions.rule import change_rule, remove_rule
from vernost.care.models import Touch
from vernost.clients.actions.contact import create_contact
from vernost.clients.models import Contact
from vernost.core.enums import Face
from vernost.voice.actions.interaction import remove_interaction
from vernost.voice.models import Interaction

GIVEN = {"at": AT, "face": Face.WEB}


@pytest.fixture
def regular(client_one):
    make_assessment(client_one)
    return client_one


def planned(**where: object) -> list[date]:
    touches = Touch.objects.filter(state="planned", **where).order_by("due_on")
    return list(touches.values_list("due_on", flat=True))


def test_touches_follow_the_last_contact(regular, anna):
    make_interaction(regular, AT - timedelta(days=20))
    make_rule()

    planning = plan_all()

    # 13 February and 30 days: Sunday, 15 March, so Monday; then 14 April and 14 May.
    assert planned() == [date(2026, 3, 16), date(2026, 4, 14), date(2026, 5, 14)]
    assert (planning.made, planning.held, planning.finished_at) == (3, 0, AT)
    touch = Touch.objects.first()
    assert (touch.person, touch.group, touch.worth) == (anna, "manage", 40000)


def test_planning_again_changes_nothing(regular):
    make_rule()
    make_rule(GREETING)
    plan_all()
    before = list(Touch.objects.order_by("pk").values())

    again = plan_all()

    assert (again.made, again.held, again.closed, again.missed, again.dropped) == (0, 0, 0, 0, 0)
    assert list(Touch.objects.order_by("pk").values()) == before


def test_database_refuses_doubles(regular):
    rule = make_rule()
    make_touch(regular, rule)

    with pytest.raises(IntegrityError):
        make_touch(regular, rule)


def test_logged_call_keeps_the_promise_at_once(regular, anna):
    rule = make_rule()
    touch = make_touch(regular, rule, date(2026, 3, 4))

    call = make_interaction(regular, AT, person=anna)

    touch.refresh_from_db()
    assert (touch.state, touch.closed_on, touch.interaction) == ("done", TODAY, call)
    assert planned() == [date(2026, 4, 6), date(2026, 5, 4), date(2026, 6, 3)]


def test_imported_call_counts_too(regular):
    rule = make_rule()
    touch = make_touch(regular, rule, date(2026, 3, 4))
    Interaction.objects.create(client=regular, at=AT - timedelta(days=1), direction="out", kind="call")

    plan_all()

    touch.refresh_from_db()
    assert (touch.state, touch.closed_on) == ("done", date(2026, 3, 4))


@pytest.mark.parametrize("fields", [{"kind": "message"}, {"outcome": "no_answer"}])
def test_message_or_silence_is_no_call(regular, fields):
    touch = make_touch(regular, make_rule(), date(2026, 3, 4))

    make_interaction(regular, AT, **fields)

    touch.refresh_from_db()
    assert touch.state == "planned"


def test_meeting_is_worth_a_call(regular):
    touch = make_touch(regular, make_rule(), date(2026, 3, 4))

    make_interaction(regular, AT, kind="meeting")

    touch.refresh_from_db()
    assert touch.state == "done"


def test_removed_rule_takes_its_planned_touches_along_and_leaves_the_history(regular, director):
    rule = make_rule()
    done = make_touch(regular, rule, date(2026, 2, 4), state="done", closed_on=date(2026, 2, 5))
    plan_all()

    remove_rule(rule=rule, by=director, **GIVEN)
    plan_all()

    assert list(Touch.objects.all()) == [done]


def test_narrowed_rule_drops_the_others(regular, director):
    rule = make_rule()
    plan_all()

    change_rule(rule=rule, values={"groups": ["reward"]}, by=director, **GIVEN)
    plan_all()

    assert planned() == []


def test_cap_is_kept_and_what_it_holds_back_is_there_with_the_reason(regular, director):
    change_care_settings(values={"cap_touches": 1, "cap_days": 91}, by=director, **GIVEN)
    make_interaction(regular, AT - timedelta(days=28))
    make_rule()
    make_rule(GREETING)

    plan_all()

    assert list(Touch.objects.order_by("slot_on").values_list("rule__kind", "state", "hold")) == [
        ("call", "planned", ""),
        ("greeting", "held", "cap"),
        ("call", "held", "cap"),
        ("call", "held", "cap"),
    ]


def test_letters_of_ours_count_and_calls_do_not(regular, director):
    change_care_settings(values={"cap_touches": 1, "cap_days": 30}, by=director, **GIVEN)
    make_rule(GREETING)
    make_interaction(regular, AT - timedelta(days=3), kind="report")
    plan_all()
    assert planned() == [date(2026, 3, 6)]

    Touch.objects.all().delete()
    make_interaction(regular, AT - timedelta(days=3), kind="letter")
    plan_all()
    assert list(Touch.objects.values_list("state", "hold")) == [("held", "cap")]


def test_birthday_only_where_consent_is_given(regular, anna):
    make_rule(GREETING, occasion="birthday", ahead_days=0, late_days=0)
    agreed = create_contact(
        client=regular, name="Olga", birthday_on=date(1980, 3, 12), consented_on=TODAY, by=anna, **GIVEN
    )
    create_contact(client=regular, name="Pavel", by=anna, **GIVEN)

    plan_all()

    assert list(Touch.objects.values_list("contact", "due_on")) == [(agreed.pk, date(2026, 3, 12))]
    assert Contact.objects.count() == 2


def test_former_client_is_named_by_its_stage(client_one):
    make_assessment(client_one, stage="lost")
    make_rule()
    make_rule(GREETING, stages=["lost", "ended"])

    plan_all()

    assert list(Touch.objects.values_list("rule__kind", flat=True)) == ["greeting"]


def test_person_with_little_time_gets_few_a_day(anna, director):
    for number in range(4):
        client = make_client(f"Client {number}", owner=anna)
        make_assessment(client)
        make_interaction(client, AT - timedelta(days=27))
    make_rule(late_days=7)
    set_capacity(person=anna, per_week=5, by=director, **GIVEN)

    plan_all()

    # Due on Sunday the 8th, before a holiday: one a day from Tuesday the 10th.
    assert planned()[:4] == [date(2026, 3, day) for day in (10, 11, 12, 13)]


def test_removed_client_gets_none(regular, director):
    make_rule()
    regular.deleted_at = AT
    regular.save()

    assert plan_all().made == 0


def test_what_a_person_decided_goes_before_what_is_proposed(client_one):
    make_assessment(client_one, group="manage", group_in_force="reward")
    make_rule(GREETING, groups=["reward"])

    plan_all()

    assert Touch.objects.get().group == "reward"


def test_a_touch_that_a_contact_kept_waits_again_when_the_contact_is_taken_back(regular, anna):
    make_interaction(regular, AT - timedelta(days=20))
    make_rule()
    plan_all()
    before = planned()
    said = make_interaction(regular, AT + timedelta(hours=1))
    assert before[0] not in planned()

    remove_interaction(interaction=said, by=anna, **GIVEN)

    assert planned() == before
    touch = Touch.objects.order_by("due_on").first()
    assert (touch.state, touch.closed_on, touch.interaction) == ("planned", None, None)
