from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.factories.clients import make_client, make_order
from tests.factories.moments import AT, TODAY
from tests.factories.plans import OUTLINE, STAMP, make_plan, make_running_plan
from vernost.clients.actions.contact import create_contact
from vernost.clients.actions.merge import merge_clients
from vernost.core.actions.undo import undo_run
from vernost.core.enums import Face
from vernost.core.models import AuditEntry
from vernost.programmes.actions.aim import change_aim
from vernost.programmes.actions.kpi import add_kpi, change_kpi, count_kpis
from vernost.programmes.actions.plan import Outline, UnableToStart, finish_plan, start_plan
from vernost.programmes.actions.plan_action import finish_plan_action
from vernost.programmes.actions.plan_review import review_plan
from vernost.programmes.enums import ActionState, Lacking, PlanState, Standing, TargetHow
from vernost.programmes.models import Plan, PlanAction, Reading
from vernost.programmes.queries.kpi import figures
from vernost.voice.models import Act

pytestmark = pytest.mark.django_db


def test_a_plan_begins_with_what_its_outline_says(client_one, anna):
    owner = create_contact(client=client_one, name="Ivan", level="owner", **STAMP)

    plan = make_plan(client_one, anna)

    assert plan.state == PlanState.DRAFT
    assert [aim.text for aim in plan.aims.all()] == ["Become the first whom they ask"]
    action = plan.actions.get()
    assert (action.contact, action.person, action.due_on) == (owner, anna, TODAY)
    assert AuditEntry.objects.filter(kind="programmes.plan", object_id=plan.pk).exists()


def test_a_plan_is_not_started_half_written(client_one, anna):
    plan = make_plan(client_one, anna, outline=Outline(), review_on=None)

    with pytest.raises(UnableToStart) as refused:
        start_plan(plan=plan, on=TODAY, **STAMP)

    assert refused.value.lacking == [Lacking.AIM, Lacking.NUMBER, Lacking.REVIEW]
    assert Plan.objects.get().state == PlanState.DRAFT


def test_start_now_and_readings_come_from_the_orders(client_one, anna):
    since_on = date(2026, 1, 1)
    for day in (date(2025, 6, 1), date(2025, 12, 31), date(2026, 1, 15), date(2026, 3, 1)):
        make_order(client_one, ordered_on=day)

    plan = make_plan(client_one, anna, since_on=since_on)

    kpi = plan.kpis.get()
    assert (kpi.start, kpi.now, kpi.now_on) == (2, 4, TODAY)
    assert kpi.standing == Standing.REACHED
    # One a month: July to December, January and February.
    read = dict(Reading.objects.filter(kpi=kpi).values_list("on", "number"))
    assert read[date(2025, 7, 31)] == 1
    assert read[date(2026, 1, 31)] == 3
    assert len(read) == 8


def test_a_relative_target_is_taken_from_the_start(client_one, anna):
    for day in (date(2025, 6, 1), date(2025, 7, 1)):
        make_order(client_one, ordered_on=day)
    plan = make_plan(client_one, anna, outline=Outline(), since_on=date(2026, 1, 1))

    more = add_kpi(plan=plan, measure="orders", target=Decimal(3), how=TargetHow.PLUS, on=TODAY, **STAMP)
    times = add_kpi(
        plan=plan, measure="revenue", target=Decimal("1.5"), how=TargetHow.TIMES, on=TODAY, **STAMP
    )
    blind = add_kpi(plan=plan, measure="rating", target=Decimal(1), how=TargetHow.PLUS, on=TODAY, **STAMP)

    assert (more.start, more.target) == (2, 5)
    assert (times.start, times.target) == (2000, 3000)
    assert (blind.start, blind.target, blind.standing) == (None, None, Standing.UNKNOWN)


def test_a_changed_target_changes_where_the_number_stands(client_one, anna):
    make_order(client_one, ordered_on=TODAY)
    plan = make_running_plan(client_one, anna)
    kpi = plan.kpis.get()
    assert kpi.standing == Standing.ON_TRACK

    change_kpi(kpi=kpi, target=Decimal(1), on=TODAY, **STAMP)

    assert plan.kpis.get().standing == Standing.REACHED


def test_a_changed_aim_stays_in_the_history(client_one, anna):
    plan = make_plan(client_one, anna)

    change_aim(aim=plan.aims.get(), text="Be the only ones", why="They agreed", on=TODAY, **STAMP)

    old, new = plan.aims.order_by("pk")
    assert (old.over_on, old.why) == (TODAY, "They agreed")
    assert (new.text, new.over_on) == ("Be the only ones", None)


def test_a_review_freezes_the_numbers_of_its_day(client_one, anna):
    make_order(client_one, ordered_on=TODAY)
    plan = make_running_plan(client_one, anna)

    review = review_plan(plan=plan, reached="One order", decided="Go on", next_on=None, on=TODAY, **STAMP)
    make_order(client_one, ordered_on=TODAY)
    count_kpis(kpis=plan.kpis.all(), on=TODAY)

    review.refresh_from_db()
    assert review.numbers[0] | {"measure": "orders", "now": "1.00", "target": "4.00"} == review.numbers[0]
    assert plan.kpis.get().now == 2
    assert (plan.state, plan.review_on) == (PlanState.REVIEWED, plan.until_on)


def test_a_finished_plan_says_what_came_of_it(client_one, anna):
    plan = make_running_plan(client_one, anna)

    finish_plan(plan=plan, outcome="They buy twice as much", on=TODAY, **STAMP)

    plan.refresh_from_db()
    assert (plan.state, plan.finished_on, plan.review_on) == (PlanState.FINISHED, TODAY, None)


def test_a_joint_project_that_is_done_is_an_act_of_the_client(client_one, anna):
    outline = Outline(
        aims=OUTLINE.aims,
        kpis=({"measure": "joint_projects", "how": "to", "by": 1},),
        actions=({"what": "A seminar together", "kind": "joint", "days": 5},),
    )
    plan = make_running_plan(client_one, anna, outline=outline)

    finish_plan_action(action=plan.actions.get(), on=TODAY, **STAMP)

    assert Act.objects.get().note == "A seminar together"
    assert plan.actions.get().state == ActionState.DONE
    assert figures(plan, TODAY)[0].value.number == 1


def test_a_plan_can_be_taken_back_whole(client_one, anna):
    make_plan(client_one, anna, run="made")

    undo_run(run="made", by=anna, at=AT, face=Face.WEB)

    assert not Plan.objects.filter(deleted_at=None).exists()
    assert not PlanAction.objects.filter(deleted_at=None).exists()


def test_days_before_the_plan_are_read_for_a_plan_that_has_not_begun(client_one, anna):
    make_order(client_one, ordered_on=TODAY)

    plan = make_plan(client_one, anna, since_on=TODAY + timedelta(days=30))

    assert plan.kpis.get().start == 1


def test_a_merged_client_brings_his_plan_and_its_touches(client_one, director):
    gone = make_client("Client Uno", owner=client_one.owner)
    plan = make_running_plan(gone, gone.owner)

    merge_clients(keep=client_one, gone=gone, by=director, at=AT, face=Face.WEB)

    plan.refresh_from_db()
    assert plan.client == client_one
    assert plan.actions.get().client == client_one
    assert plan.actions.get().touch.client == client_one
