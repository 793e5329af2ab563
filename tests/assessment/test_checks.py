"""What the policies object to, each with its numbers worked out here."""

from datetime import timedelta
from decimal import Decimal

import pytest

from tests.factories.assessments import make_assessment
from tests.factories.clients import make_interaction, make_order
from tests.factories.dealings import make_invoice, make_payment
from tests.factories.moments import AT, TODAY
from vernost.assessment.actions.policy import change_policy
from vernost.assessment.models import Breach
from vernost.clients.actions.invoice import create_invoice
from vernost.clients.actions.order import change_order, create_order
from vernost.clients.models import Invoice, Order
from vernost.core.actions.undo import undo_run
from vernost.core.enums import Face
from vernost.core.gates import GateRefused, Override
from vernost.voice.actions.interaction import log_interaction
from vernost.voice.enums import Direction
from vernost.voice.models import Interaction

ORDER = {"ordered_on": TODAY, "amount": Decimal(5000), "currency": "RUB"}


def stamp(user):
    return {"by": user, "at": AT, "face": Face.WEB}


def objections(call, **arguments):
    with pytest.raises(GateRefused) as refused:
        call(**arguments)
    return [(one.code, one.found, one.allowed) for one in refused.value.objections]


def test_order_is_refused_while_a_debt_is_unpaid(client_one, boris):
    make_assessment(client_one, group="discipline")
    invoice = make_invoice(client_one, TODAY - timedelta(days=10), 1000)
    make_payment(client_one, TODAY - timedelta(days=1), 400, invoice=invoice)

    found = objections(create_order, client=client_one, **ORDER, **stamp(boris))

    assert found == [("debt_unpaid", Decimal(600), Decimal(0))]
    assert not Order.objects.exists()
    assert not Breach.objects.exists()


def test_same_debt_stops_nobody_whom_we_manage(client_one, boris):
    make_assessment(client_one, group="manage")
    make_invoice(client_one, TODAY - timedelta(days=10), 1000)

    assert create_order(client=client_one, **ORDER, **stamp(boris)).pk


def test_paid_debt_opens_the_gate(client_one, boris):
    make_assessment(client_one, group="discipline")
    invoice = make_invoice(client_one, TODAY - timedelta(days=10), 1000)
    make_payment(client_one, TODAY, 1000, invoice=invoice)

    assert create_order(client=client_one, **ORDER, **stamp(boris)).pk


def test_client_whom_nobody_judged_has_no_policy(client_one, boris):
    make_invoice(client_one, TODAY - timedelta(days=10), 1000)

    assert create_order(client=client_one, discount_percent=Decimal(90), **ORDER, **stamp(boris)).pk


def test_exception_is_kept_with_who_and_why_and_taken_back_with_the_order(client_one, boris):
    make_assessment(client_one, group="discipline")
    make_invoice(client_one, TODAY - timedelta(days=10), 1000)

    order = create_order(
        client=client_one, override=Override("He pays tomorrow"), run="r", **ORDER, **stamp(boris)
    )

    breach = Breach.objects.get()
    assert (breach.code, breach.object_id, breach.found) == ("debt_unpaid", order.pk, Decimal(1000))
    assert (breach.answered_by, breach.why) == (boris, "He pays tomorrow")
    undo_run(run="r", by=boris, at=AT, face=Face.WEB)
    assert not Breach.objects.filter(deleted_at=None).exists()
    assert not Order.objects.filter(deleted_at=None).exists()


def test_discount_up_to_the_policy_passes_and_beyond_it_does_not(client_one, boris):
    make_assessment(client_one, group="manage")

    order = create_order(client=client_one, discount_percent=Decimal(5), **ORDER, **stamp(boris))
    found = objections(change_order, order=order, discount_percent=Decimal("5.5"), **stamp(boris))

    assert found == [("discount_too_high", Decimal("5.5"), Decimal(5))]
    order.refresh_from_db()
    assert order.discount_percent == Decimal(5)


def test_company_s_own_policy_counts(client_one, boris):
    make_assessment(client_one, group="manage")
    change_policy(group="manage", since_on=TODAY, discount_percent=Decimal(20), **stamp(boris))

    assert create_order(client=client_one, discount_percent=Decimal(20), **ORDER, **stamp(boris)).pk


def test_term_beyond_the_policy(client_one, boris):
    make_assessment(client_one, group="manage")
    values = {"issued_on": TODAY, "amount": Decimal(1), "currency": "RUB"}

    found = objections(
        create_invoice, client=client_one, due_on=TODAY + timedelta(days=31), **values, **stamp(boris)
    )

    assert found == [("term_too_long", Decimal(31), Decimal(30))]
    assert not Invoice.objects.exists()
    assert create_invoice(client=client_one, due_on=TODAY + timedelta(days=30), **values, **stamp(boris)).pk


def test_free_advice_of_the_quarter_is_added_up(client_one, boris):
    """Three hours in 90 days: 100 minutes of winter do not count, 100 of a month ago and 90 of today are 3.2 hours."""
    make_assessment(client_one, group="manage")
    for days_ago in (120, 30):
        make_interaction(client_one, AT - timedelta(days=days_ago), free_of_charge=True, minutes=100)

    found = objections(
        log_interaction, client=client_one, happened_at=AT, direction=Direction.OUT, kind="call",
        free_of_charge=True, minutes=90, **stamp(boris),
    )  # fmt: skip

    assert found == [("free_hours_used_up", Decimal("3.2"), Decimal("3.0"))]
    assert Interaction.objects.count() == 2


def test_talk_that_is_paid_passes(client_one, boris):
    make_assessment(client_one, group="fire")

    assert log_interaction(
        client=client_one, happened_at=AT, direction=Direction.OUT, kind="call", minutes=900, **stamp(boris)
    ).pk


def test_third_extra_service_for_nothing_of_the_year(client_one, boris):
    make_assessment(client_one, group="manage")
    extra = {"amount": Decimal(0), "currency": "RUB", "is_extra": True}
    make_order(client_one, ordered_on=TODAY - timedelta(days=400), **extra)
    for _ in range(2):
        create_order(client=client_one, ordered_on=TODAY, **extra, **stamp(boris))

    found = objections(create_order, client=client_one, ordered_on=TODAY, **extra, **stamp(boris))

    assert found == [("extras_used_up", Decimal(3), Decimal(2))]
