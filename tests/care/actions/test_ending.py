"""Ending by us, by the client, and what protects a client."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from tests.factories.assessments import make_assessment
from tests.factories.clients import make_client, make_interaction
from tests.factories.moments import AT, TODAY
from vernost.care.actions.ending import (
    Guarded,
    UnableToDecide,
    UnableToFinish,
    answer_last_chance,
    check_off,
    consider_ending,
    decide_ending,
    finish_ending,
    note_client_left,
    offer_last_chance,
)
from vernost.care.enums import Checklist, EndingState, Ground, Reason, Side
from vernost.care.models import Ending
from vernost.care.queries.ending import case_of, greetings_since, missing_of
from vernost.clients.actions.order import create_order
from vernost.core.actions.undo import undo_run
from vernost.core.enums import Face
from vernost.core.gates import GateRefused

UNTIL = TODAY + timedelta(days=14)


def stamp(user):
    return {"by": user, "at": AT, "face": Face.WEB}


@pytest.fixture
def losing(client_one):
    make_assessment(
        client_one, group="fire", group_reason="net_loss_both_windows", revenue_window=Decimal(40_000),
        net_contribution_window=Decimal(-5000), share=0.04, guards="",
    )  # fmt: skip
    return client_one


def consider(client, user, **fields):
    return consider_ending(
        client=client, grounds=[Ground.LOSES_MONEY], note="Two years", on=TODAY, **stamp(user), **fields
    )


def test_what_speaks_for_it_and_what_we_lose(losing, anna):
    make_interaction(losing, minutes=90)
    make_client("Brought by him", owner=anna, referred_by=losing)

    case = case_of(losing)

    assert case.grounds == (Ground.LOSES_MONEY,)
    assert case.loses == {
        "as_of": "2026-03-05", "revenue": 40_000.0, "profit": -5000.0, "share": 0.04, "hours": 1.5, "referred": 1,
    }  # fmt: skip


def test_guarded_client_is_refused_unless_a_director_sets_it_aside(client_one, boris, director):
    make_assessment(client_one, guards="promising,growing")

    with pytest.raises(Guarded) as refused:
        consider(client_one, boris, guard_why="I am the head")
    assert refused.value.guards == ("promising", "growing")
    assert not Ending.objects.exists()

    ending = consider(client_one, director, guard_why="He insults our people")
    assert (ending.guards, ending.guard_by, ending.guard_why) == (
        "promising,growing", director, "He insults our people",
    )  # fmt: skip


def test_client_whom_nobody_judged_is_protected(client_one, boris):
    with pytest.raises(Guarded, match="not_judged"):
        consider(client_one, boris)


def test_owner_may_not_decide_and_nobody_without_a_reason(losing, anna, boris):
    ending = consider(losing, anna)

    with pytest.raises(UnableToDecide, match="no_right"):
        decide_ending(ending=ending, end=True, why="Enough", on=TODAY, **stamp(anna))
    with pytest.raises(UnableToDecide, match="no_reason"):
        decide_ending(ending=ending, end=True, why=" ", on=TODAY, **stamp(boris))


def test_last_chance_is_waited_for(losing, anna, boris):
    ending = consider(losing, anna)
    offer_last_chance(
        ending=ending, offered_on=TODAY, until_on=UNTIL, new_price="+20 %", new_terms="Prepayment", **stamp(anna)
    )  # fmt: skip

    with pytest.raises(UnableToDecide, match="chance_open"):
        decide_ending(ending=ending, end=True, why="Enough", on=UNTIL, **stamp(boris))
    decide_ending(ending=ending, end=True, why="Silent", on=UNTIL + timedelta(days=1), **stamp(boris))

    assert ending.state == EndingState.DECIDED


def test_who_accepts_stays(losing, anna, boris):
    ending = consider(losing, anna)
    offer_last_chance(
        ending=ending, offered_on=TODAY, until_on=UNTIL, new_price="+20 %", new_terms="", **stamp(anna)
    )
    answer_last_chance(ending=ending, accepted=True, on=TODAY, **stamp(anna))

    assert ending.state == EndingState.KEPT
    with pytest.raises(UnableToDecide, match="wrong_state"):
        decide_ending(ending=ending, end=True, why="Enough", on=TODAY, **stamp(boris))


def test_end_waits_for_the_checklist_and_stands_on_the_client(losing, anna, boris):
    ending = consider(losing, anna)
    decide_ending(ending=ending, end=True, why="Serving costs more", on=TODAY, **stamp(boris))
    end = {"ending": ending, "ended_on": TODAY, "partner": "Alpha Partners", "contacts_a_year": 2}
    for item in list(Checklist)[1:]:
        check_off(ending=ending, item=item, on=TODAY, **stamp(anna))
    with pytest.raises(UnableToFinish) as refused:
        finish_ending(**end, **stamp(anna))
    assert refused.value.missing == (Checklist.WORK,)
    check_off(ending=ending, item=Checklist.WORK, on=TODAY, **stamp(anna))

    finish_ending(**end, run="r", **stamp(anna))

    losing.refresh_from_db()
    assert (losing.ended_on, losing.ended_reason) == (TODAY, "Serving costs more")
    assert ending.state == EndingState.ENDED
    with pytest.raises(GateRefused, match="relation_ended"):
        create_order(client=losing, ordered_on=TODAY, amount=Decimal(1), currency="RUB", **stamp(boris))

    undo_run(run="r", by=anna, at=AT, face=Face.WEB)
    losing.refresh_from_db()
    assert losing.ended_on is None


def test_item_is_taken_off_again(losing, boris):
    ending = consider(losing, boris)
    decide_ending(ending=ending, end=True, why="Enough", on=TODAY, **stamp(boris))
    check_off(ending=ending, item=Checklist.LETTER, on=TODAY, **stamp(boris))
    check_off(ending=ending, item=Checklist.LETTER, on=None, **stamp(boris))

    assert missing_of(ending) == list(Checklist)


def test_database_refuses_an_end_that_nobody_decided(losing, anna):
    ending = consider(losing, anna)

    with pytest.raises(IntegrityError), transaction.atomic():
        Ending.objects.filter(pk=ending.pk).update(state=EndingState.DECIDED)


def test_client_who_leaves_and_how_often_we_greeted(client_one, anna):
    ending = note_client_left(
        client=client_one, reason=Reason.QUALITY, note="Late twice", ended_on=TODAY - timedelta(days=100), **stamp(anna)
    )  # fmt: skip
    for days_ago in (120, 90, 10):
        make_interaction(client_one, AT - timedelta(days=days_ago), kind="greeting")

    client_one.refresh_from_db()
    assert (ending.side, client_one.ended_reason) == (Side.CLIENT, "Late twice")
    assert greetings_since(ending, TODAY) == 2
