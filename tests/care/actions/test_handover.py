"""A client passes to another person: all that is open goes with it, is ticked, and can be taken back."""

from datetime import timedelta

import pytest

from tests.factories.clients import make_interaction
from tests.factories.dealings import make_invoice
from tests.factories.moments import AT, TODAY
from tests.factories.people import make_user
from tests.factories.plans import make_plan
from vernost.assessment.actions.case import open_case
from vernost.assessment.actions.task import add_task
from vernost.assessment.models import Task
from vernost.care.actions.handover import (
    ItemsAreOpen,
    UnableToHandOver,
    begin_handover,
    finish_handover,
    take_item,
)
from vernost.care.models import Handover, Touch
from vernost.care.queries.handover import may_note, may_take, visible_to
from vernost.clients.actions.contact import create_contact
from vernost.core.actions.undo import undo_run
from vernost.core.enums import Face, Role
from vernost.core.models import AuditEntry
from vernost.programmes.actions.plan import Outline
from vernost.programmes.models import PlanAction
from vernost.voice.actions.complaint import open_complaint

pytestmark = pytest.mark.django_db
STAMP = {"at": AT, "face": Face.WEB}


@pytest.fixture
def carl(north):
    return make_user("Carl", Role.ACCOUNT_MANAGER, north)


@pytest.fixture
def full(client_one, anna, boris):
    """Client One with something open of every kind that a factory makes."""
    create_contact(client=client_one, name="Ivan", talks_to=anna, by=anna, **STAMP)
    add_task(client=client_one, case=None, title="Call", due_on=TODAY, person=anna, by=anna, **STAMP)
    add_task(client=client_one, case=None, title="Boris's own", due_on=TODAY, person=boris, by=boris, **STAMP)
    open_complaint(client=client_one, opened_on=TODAY, subject="Late", responsible=anna, by=anna, **STAMP)
    make_interaction(client_one, kind="promise", person=anna)
    make_invoice(client_one, TODAY - timedelta(days=30), 1000)
    return client_one


def begin(client, to, by, run="hand"):
    return begin_handover(
        client=client, to=to, reason="Anna goes on leave", introduce_on=TODAY + timedelta(days=7), by=by, run=run,
        **STAMP,
    )  # fmt: skip


def test_checklist_is_made_of_what_is_really_open(full, carl, boris):
    handover = begin(full, carl, boris)

    kinds = list(handover.items.order_by("place").values_list("kind", flat=True))
    assert kinds == ["card", "task", "task", "promise", "complaint", "contact", "debt", "introduction"]
    assert handover.giver.name == "Anna"


def test_what_was_the_old_owners_is_the_new_ones_and_others_keep_theirs(full, carl, boris):
    handover = begin(full, carl, boris)

    full.refresh_from_db()
    assert full.owner == carl
    assert dict(Task.objects.values_list("title", "person__name")) == {"Call": "Carl", "Boris's own": "Boris"}
    assert full.contacts.get().talks_to == carl
    assert full.complaints.get().responsible == carl
    moved = handover.items.filter(moved=True).values_list("kind", flat=True)
    assert sorted(moved) == ["complaint", "contact", "task"]
    touch = Touch.objects.get()
    assert (touch.person, touch.due_on, touch.pk) == (
        carl,
        TODAY + timedelta(days=7),
        handover.introduction_id,
    )
    assert AuditEntry.objects.filter(verb="handed_over", run="hand", by=boris).count() == 1


def test_all_of_it_is_taken_back_at_once(full, carl, boris, anna):
    begin(full, carl, boris)

    undo_run(run="hand", by=boris, **STAMP)

    full.refresh_from_db()
    assert full.owner == anna
    assert Task.objects.get(title="Call").person == anna
    assert full.contacts.get().talks_to == anna
    assert not visible_to(boris).exists()
    assert not Touch.objects.exists()
    # And it can be begun anew.
    begin(full, carl, boris, run="again")


def test_case_goes_with_its_tasks(client_one, anna, carl, boris):
    case = open_case(client=client_one, code="other", title="Wants more", day=TODAY, by=anna, **STAMP)

    begin(client_one, carl, boris)

    case.refresh_from_db()
    assert case.owner == carl


def test_nothing_is_finished_while_something_is_not_ticked(full, carl, boris):
    handover = begin(full, carl, boris)
    *all_but_one, last = handover.items.order_by("place")
    for item in all_but_one:
        take_item(item=item, on=TODAY, note="seen", by=carl, **STAMP)

    with pytest.raises(ItemsAreOpen) as refused:
        finish_handover(handover=handover, note="", by=carl, **STAMP)
    assert refused.value.items == [last]

    take_item(item=last, on=TODAY, note="", by=carl, **STAMP)
    finish_handover(handover=handover, note="All is well", by=carl, **STAMP)
    assert (handover.finished_on, handover.note) == (TODAY, "All is well")


def test_who_hands_over_sees_it_until_it_is_finished(full, anna, carl, boris, vera, director):
    handover = begin(full, carl, boris)
    everybody = (anna, carl, boris, vera, director)
    assert [one for one in everybody if visible_to(one).exists()] == [anna, carl, boris, director]
    assert [one for one in everybody if may_note(one, handover)] == [anna, carl, boris, director]
    assert [one for one in everybody if may_take(one, handover)] == [carl, boris, director]

    for item in handover.items.all():
        take_item(item=item, on=TODAY, note="", by=carl, **STAMP)
    finish_handover(handover=handover, note="", by=carl, **STAMP)

    assert not visible_to(anna).exists()
    assert visible_to(carl).exists()


def test_one_at_a_time_and_to_somebody_else(full, anna, carl, boris):
    with pytest.raises(UnableToHandOver):
        begin(full, anna, boris)
    begin(full, carl, boris)
    full.refresh_from_db()
    with pytest.raises(UnableToHandOver):
        begin(full, boris, boris, run="second")

    full.refresh_from_db()
    assert full.owner == carl
    assert Handover.objects.count() == 1


def test_actions_of_a_plan_that_stays_with_another_mark_no_plan_as_moved(client_one, anna, boris, carl):
    plan = make_plan(client_one, boris, outline=Outline())
    action = PlanAction.objects.create(
        pk=plan.pk, plan=plan, client=client_one, what="Call", kind="call", person=anna, due_on=TODAY
    )

    handover = begin(client_one, carl, boris)

    action.refresh_from_db()
    assert action.person == carl
    assert [one.moved for one in handover.items.filter(kind="plan")] == [False]
