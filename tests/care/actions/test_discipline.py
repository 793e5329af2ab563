"""Steps of the track, the way back, and what they do to orders."""

from datetime import timedelta
from decimal import Decimal

import pytest

from tests.factories.dealings import make_invoice, make_payment
from tests.factories.moments import AT, TODAY
from vernost.care.actions.discipline import (
    NotOnTrack,
    UnableToReturn,
    acknowledge_rules,
    declare_rules,
    return_to_manage,
    take_step,
)
from vernost.care.enums import Criterion, Step
from vernost.care.models import TrackStep
from vernost.care.queries.discipline import step_of, visible_to
from vernost.clients.actions.order import create_order
from vernost.core.actions.undo import undo_run
from vernost.core.enums import Face
from vernost.core.gates import GateRefused

BEGAN = TODAY - timedelta(days=90)


def stamp(user):
    return {"by": user, "at": AT, "face": Face.WEB}


def order(client, user, amount=1000):
    return create_order(
        client=client, ordered_on=TODAY, amount=Decimal(amount), currency="RUB", **stamp(user)
    )


def test_steps_follow_one_another_and_are_taken_back(client_one, anna):
    take_step(client=client_one, step=Step.REMINDER, taken_on=BEGAN, **stamp(anna))
    take_step(client=client_one, step=Step.TALK, taken_on=TODAY, run="r", **stamp(anna))

    now = step_of(client_one)
    assert (now.step, now.began_on) == (Step.TALK, BEGAN)
    undo_run(run="r", by=anna, at=AT, face=Face.WEB)
    assert step_of(client_one).step == Step.REMINDER


def test_prepayment_opens_the_gate_once_the_advance_has_come(client_one, boris):
    take_step(client=client_one, step=Step.PREPAYMENT, taken_on=TODAY, **stamp(boris))
    make_payment(client_one, TODAY - timedelta(days=61), 1000)
    make_payment(client_one, TODAY - timedelta(days=3), 400)

    with pytest.raises(GateRefused) as refused:
        order(client_one, boris)
    assert [(one.code, one.found, one.allowed) for one in refused.value.objections] == [
        ("prepayment_missing", Decimal(400), Decimal(1000))
    ]

    make_payment(client_one, TODAY, 600)
    assert order(client_one, boris).pk


def test_last_step_stops_orders(client_one, boris):
    take_step(client=client_one, step=Step.STOP, taken_on=TODAY, **stamp(boris))

    with pytest.raises(GateRefused, match="order_stopped"):
        order(client_one, boris)


def test_who_pays_three_in_time_goes_back_and_orders_again(client_one, anna):
    take_step(client=client_one, step=Step.STOP, taken_on=BEGAN, **stamp(anna))
    declaration = declare_rules(client=client_one, declared_on=BEGAN, rules="Pay", **stamp(anna))
    for days_ago in (40, 20):
        due = TODAY - timedelta(days=days_ago)
        make_payment(client_one, due, 100, invoice=make_invoice(client_one, due, 100))
    with pytest.raises(UnableToReturn) as refused:
        return_to_manage(client=client_one, on=TODAY, why="I like him", **stamp(anna))
    assert refused.value.missing == (Criterion.PAID_IN_TIME, Criterion.RULES_ACKNOWLEDGED)

    make_payment(client_one, TODAY, 100, invoice=make_invoice(client_one, TODAY, 100))
    acknowledge_rules(
        declaration=declaration, acknowledged_on=TODAY, acknowledged_by="Director", document="No 7", **stamp(anna)
    )  # fmt: skip
    back = return_to_manage(client=client_one, on=TODAY, **stamp(anna))

    assert (back.step, back.over_on) == (Step.RETURNED, TODAY)
    assert step_of(client_one) is None
    assert not visible_to(anna).exists()
    assert order(client_one, anna).pk


def test_head_may_bring_back_with_a_reason(client_one, anna, boris):
    take_step(client=client_one, step=Step.TALK, taken_on=BEGAN, **stamp(anna))

    return_to_manage(client=client_one, on=TODAY, why="The fault was ours", **stamp(boris))

    assert TrackStep.objects.get(step=Step.RETURNED).note == "The fault was ours"


def test_nobody_returns_who_was_not_on_the_track(client_one, boris):
    with pytest.raises(NotOnTrack):
        return_to_manage(client=client_one, on=TODAY, **stamp(boris))
