"""Actions of development plans are touches: made, moved, done and taken away together."""

from datetime import timedelta

import pytest

from tests.factories.care import make_rule, plan_all
from tests.factories.clients import make_interaction
from tests.factories.moments import AT, TODAY
from tests.factories.plans import STAMP, make_plan, make_running_plan
from vernost.care.actions.touch import finish_touch, hand_over_touch, move_touch, skip_touch
from vernost.care.enums import TouchState
from vernost.care.models import Touch
from vernost.clients.actions.contact import create_contact
from vernost.core.actions.undo import undo_run
from vernost.core.enums import Face
from vernost.programmes.actions.plan import Outline, finish_plan
from vernost.programmes.actions.plan_action import add_plan_action, change_plan_action
from vernost.programmes.enums import ActionKind, ActionState
from vernost.voice.actions.interaction import log_interaction, remove_interaction
from vernost.voice.models import Act, Interaction

pytestmark = pytest.mark.django_db


def stamp(user):
    return {"by": user, "at": AT, "face": Face.WEB, "run": "acted"}


def test_a_draft_promises_nothing_and_a_running_plan_its_actions(client_one, anna):
    make_plan(client_one, anna)
    assert not Touch.objects.exists()

    make_running_plan(client_one, anna)

    touch = Touch.objects.get()
    assert (touch.what, touch.kind, touch.channel) == ("Meet the owner", "meeting", "in_person")
    assert (touch.person, touch.due_on, touch.state) == (anna, TODAY, TouchState.PLANNED)


def test_done_on_today_is_done_in_the_plan(client_one, anna):
    plan = make_running_plan(client_one, anna)

    said = finish_touch(touch=Touch.objects.get(), note="They liked it", **stamp(anna))

    action, touch = plan.actions.get(), Touch.objects.get()
    assert (action.state, action.closed_on) == (ActionState.DONE, TODAY)
    assert (touch.state, touch.interaction) == (TouchState.DONE, said)


def test_what_was_done_is_taken_back_in_both(client_one, anna):
    plan = make_running_plan(client_one, anna)
    finish_touch(touch=Touch.objects.get(), **stamp(anna))

    undo_run(run="acted", by=anna, at=AT, face=Face.WEB)

    assert plan.actions.get().state == ActionState.PLANNED
    assert Touch.objects.get().state == TouchState.PLANNED
    assert not Interaction.objects.filter(deleted_at=None).exists()


def test_moved_handed_over_and_skipped_on_today_is_seen_in_the_plan(client_one, anna, boris):
    plan = make_running_plan(client_one, anna)
    later = TODAY + timedelta(days=9)

    move_touch(touch=Touch.objects.get(), to=later, **stamp(anna))
    hand_over_touch(touch=Touch.objects.get(), to=boris, **stamp(anna))
    assert (plan.actions.get().due_on, plan.actions.get().person) == (later, boris)
    # The promise stays where it was.
    assert Touch.objects.get().latest_on == TODAY + timedelta(days=7)

    skip_touch(touch=Touch.objects.get(), reason="Not wanted", **stamp(anna))
    assert (plan.actions.get().state, plan.actions.get().note) == (ActionState.DROPPED, "Not wanted")
    assert Touch.objects.get().state == TouchState.SKIPPED


def test_changed_in_the_plan_is_changed_on_today(client_one, anna):
    plan = make_running_plan(client_one, anna)

    change_plan_action(action=plan.actions.get(), due_on=TODAY + timedelta(days=3), **STAMP)

    assert Touch.objects.get().due_on == TODAY + timedelta(days=3)


def test_a_finished_plan_asks_for_nothing_more(client_one, anna):
    plan = make_running_plan(client_one, anna)

    finish_plan(plan=plan, outcome="Done", on=TODAY, **STAMP)

    assert not Touch.objects.exists()


def test_our_own_work_is_no_contact(client_one, anna):
    plan = make_running_plan(client_one, anna, outline=Outline(("Grow",), ({"measure": "orders", "by": 1},)))
    add_plan_action(
        plan=plan, what="Prepare figures", kind=ActionKind.WORK, person=anna, due_on=TODAY, **STAMP
    )

    assert finish_touch(touch=Touch.objects.get(), **stamp(anna)) is None

    assert plan.actions.get().state == ActionState.DONE
    assert not Interaction.objects.exists()


def test_a_contact_logged_anywhere_does_what_the_plan_asked_for(client_one, anna):
    owner = create_contact(client=client_one, name="Ivan", level="owner", **STAMP)
    plan = make_running_plan(client_one, anna)

    make_interaction(client_one, kind="meeting")
    assert plan.actions.get().state == ActionState.PLANNED
    make_interaction(client_one, kind="meeting", contact=owner, note="At theirs")

    assert (plan.actions.get().state, plan.actions.get().note) == (ActionState.DONE, "At theirs")


def test_one_contact_does_one_action(client_one, anna):
    plan = make_running_plan(client_one, anna)
    add_plan_action(plan=plan, what="Meet again", kind=ActionKind.MEETING, person=anna, due_on=TODAY, **STAMP)

    make_interaction(client_one, kind="meeting")

    assert sorted(plan.actions.values_list("state", flat=True)) == ["done", "planned"]


def test_the_planning_of_rules_leaves_touches_of_plans_alone(client_one, anna):
    make_running_plan(client_one, anna)
    make_rule()

    plan_all()

    assert Touch.objects.filter(rule=None, state=TouchState.PLANNED).count() == 1
    assert Touch.objects.exclude(rule=None).exists()


def talk(client, person, kind):
    """A contact that somebody wrote down on a page, with its undo."""
    fields = {"person": person, "direction": "out", "kind": kind, "channel": "in_person"}
    return log_interaction(client=client, happened_at=AT, **fields, **stamp(person))


def test_a_contact_taken_back_leaves_the_action_to_be_done(client_one, anna):
    plan = make_running_plan(client_one, anna)
    talk(client_one, anna, "meeting")
    assert plan.actions.get().state == ActionState.DONE

    undo_run(run="acted", by=anna, at=AT, face=Face.WEB)

    action, touch = plan.actions.get(), Touch.objects.get()
    assert (action.state, action.closed_on, action.note) == (ActionState.PLANNED, None, "")
    assert (touch.state, touch.closed_on, touch.interaction) == (TouchState.PLANNED, None, None)


def test_a_joint_project_that_a_contact_did_goes_with_the_contact(client_one, anna):
    plan = make_running_plan(client_one, anna, outline=Outline(("Grow",), ({"measure": "orders", "by": 1},)))
    add_plan_action(
        plan=plan, what="Build it", kind=ActionKind.JOINT_PROJECT, person=anna, due_on=TODAY, **STAMP
    )
    said = talk(client_one, anna, "meeting")
    assert Act.objects.get(deleted_at=None).interaction == said

    remove_interaction(interaction=said, by=anna, at=AT, face=Face.WEB)

    assert plan.actions.get().state == ActionState.PLANNED
    assert not Act.objects.filter(deleted_at=None).exists()


def test_another_contact_does_what_the_one_taken_back_had_done(client_one, anna):
    plan = make_running_plan(client_one, anna)
    first = talk(client_one, anna, "meeting")
    second = make_interaction(client_one, AT + timedelta(hours=1), kind="meeting")

    remove_interaction(interaction=first, by=anna, at=AT, face=Face.WEB)

    assert plan.actions.get().state == ActionState.DONE
    assert Touch.objects.get().interaction == second


def test_a_contact_taken_back_after_the_end_of_the_plan_asks_for_nothing(client_one, anna):
    plan = make_running_plan(client_one, anna)
    said = talk(client_one, anna, "meeting")
    finish_plan(plan=plan, outcome="Done", on=TODAY, **STAMP)

    remove_interaction(interaction=said, by=anna, at=AT, face=Face.WEB)

    assert plan.actions.get().state == ActionState.PLANNED
    assert not Touch.objects.exists()
