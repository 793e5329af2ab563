"""What the card says that was used, counted by hand."""

from datetime import timedelta
from decimal import Decimal

from tests.factories.assessments import make_assessment
from tests.factories.clients import make_interaction, make_order
from tests.factories.dealings import make_invoice
from tests.factories.moments import AT, TODAY
from vernost.assessment.queries.allowance import allowance_of
from vernost.clients.actions.cost import create_cost
from vernost.clients.enums import CostPurpose
from vernost.core.enums import Face
from vernost.voice.enums import Direction


def test_used_beside_allowed(client_one):
    make_assessment(client_one, group="manage", revenue_window=Decimal(40_000))
    make_order(client_one, ordered_on=TODAY - timedelta(days=3), discount_percent=Decimal(7))
    make_order(client_one, ordered_on=TODAY - timedelta(days=400), discount_percent=Decimal(30))
    make_order(client_one, ordered_on=TODAY, amount=Decimal(0), is_extra=True)
    make_invoice(client_one, TODAY + timedelta(days=9), 500, issued_on=TODAY - timedelta(days=5))
    make_interaction(client_one, AT - timedelta(days=50), free_of_charge=True, minutes=90)
    asked = AT - timedelta(days=30)
    make_interaction(
        client_one, asked, kind="inquiry", direction=Direction.IN, answered_at=asked + timedelta(hours=11)
    )
    stamp = {"by": None, "at": AT, "face": Face.JOB}
    for purpose in CostPurpose:
        create_cost(
            client=client_one, spent_on=TODAY, purpose=purpose, money=Decimal(150), currency="RUB", **stamp
        )

    terms = {
        term.name: (term.allowed, term.used, term.over) for term in allowance_of(client_one, TODAY).terms
    }

    assert terms == {
        "response_hours": (8, 11, True),
        "staffing": ("who suits the matter", None, False),
        "priority": (2, None, False),
        "contact_days": (60, 30, False),
        "free_hours": (Decimal("3.0"), Decimal("1.5"), False),
        "extras": (2, 1, False),
        "discount_percent": (Decimal("5.00"), Decimal(7), True),
        "payment_days": (30, 14, False),
        # Half a percent of 40,000; what won the client is no gift.
        "gifts": (Decimal(200), Decimal(150), False),
        "debt_stops_orders": (False, None, False),
    }


def test_client_whom_nobody_judged_has_none(client_one):
    assert allowance_of(client_one, TODAY).terms == ()
