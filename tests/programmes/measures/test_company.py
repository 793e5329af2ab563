"""Measures of the company, worked out by hand on a few clients."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from tests.factories.assessments import make_assessment, make_run
from tests.factories.care import make_rule, make_touch
from tests.factories.clients import make_client, make_interaction, make_order
from tests.factories.dealings import STAMP
from tests.programmes.measures.test_money_and_orders import value_of
from vernost.assessment.models import Standing
from vernost.clients.actions.cost import create_cost
from vernost.clients.enums import CostPurpose
from vernost.programmes.measures.measure import Unknown
from vernost.voice.actions.complaint import open_complaint

UNTIL = date(2026, 3, 31)


def of(code: str, *clients, until: date = UNTIL):
    return value_of(code, *clients, since=date(2025, 4, 1), until=until)


@pytest.fixture
def one(db):
    return make_client("One")


@pytest.fixture
def two(db):
    return make_client("Two")


@pytest.fixture
def three(db):
    return make_client("Three")


def stand(client, stage, since=date(2026, 1, 1), until=None, loyalty="none"):
    Standing.objects.create(
        client=client, since_on=since, until_on=until, group="manage", stage=stage, loyalty=loyalty
    )


def test_regular_are_those_whom_the_assessments_saw_so_on_the_day(one, two, three):
    stand(one, "repeat", until=date(2026, 3, 1))
    stand(one, "regular", since=date(2026, 3, 1))
    stand(two, "slipping")
    stand(three, "aware")
    everybody = (one, two, three)

    assert of("regular_clients", *everybody).number == 1
    assert of("regular_clients", *everybody, until=date(2026, 2, 28)).number == 0
    assert of("regular_clients", *everybody, until=date(2025, 12, 31)).unknown is Unknown.NOT_JUDGED
    # One of the two who have bought; who has not bought is nobody's loss.
    assert of("regular_share", *everybody).number == 50


def test_regular_clients_part_of_the_income(one, two):
    stand(one, "regular")
    stand(two, "repeat")
    make_order(one, amount=Decimal(300), ordered_on=date(2026, 2, 1))
    make_order(two, amount=Decimal(100), ordered_on=date(2026, 2, 1))
    make_order(two, amount=Decimal(900), ordered_on=date(2025, 3, 31))

    assert of("regular_income", one, two).number == 75


def test_how_often_and_for_how_much_in_the_year(one, two):
    for day in (date(2025, 4, 1), date(2025, 9, 1), date(2026, 3, 31)):
        make_order(one, amount=Decimal(200), ordered_on=day)
    make_order(two, amount=Decimal(400), ordered_on=date(2026, 1, 1))
    make_order(two, amount=Decimal(9999), ordered_on=date(2025, 3, 31))

    # Four purchases by two clients, 1000 in all.
    assert of("order_frequency", one, two).number == 2
    assert of("mean_order", one, two).number == 250


def test_length_of_service_is_since_the_first_purchase_of_who_still_buys(one, two, three):
    make_order(one, ordered_on=UNTIL - timedelta(days=1461))
    make_order(one, ordered_on=UNTIL)
    make_order(two, ordered_on=UNTIL)
    make_order(three, ordered_on=date(2015, 1, 1))

    # Four years and none: two on average; who buys no more is left out.
    assert of("length_of_service", one, two, three).number == 2


def test_clients_and_income_kept(one, two, three):
    for client, before, now in ((one, 100, 300), (two, 100, 0), (three, 200, 100)):
        make_order(client, amount=Decimal(before), ordered_on=date(2024, 10, 1))
        if now:
            make_order(client, amount=Decimal(now), ordered_on=date(2025, 10, 1))

    # Two of three came again; of 400 they gave 100 and 100 again: what One gives more hides nobody's loss.
    assert of("clients_kept", one, two, three).number == Decimal("66.7")
    assert of("income_kept", one, two, three).number == 50


def test_who_came_and_who_went(one, two, three):
    make_order(one, ordered_on=date(2026, 2, 1))
    make_order(two, ordered_on=date(2024, 2, 1))
    make_order(two, ordered_on=date(2026, 2, 1))
    stand(two, "regular", until=date(2026, 2, 1))
    stand(two, "lost", since=date(2026, 2, 1), until=date(2026, 3, 1))
    stand(two, "ended", since=date(2026, 3, 1))
    stand(three, "lost")

    assert of("joined", one, two, three).number == 1
    # Three was lost before anybody looked; Two is lost once.
    assert of("left", one, two, three).number == 1


def test_share_of_the_devoted(one, two, three):
    stand(one, "regular", loyalty="partnership")
    stand(two, "regular", loyalty="satisfaction")
    stand(three, "lost", loyalty="devotion")

    assert of("loyal_share", one, two, three).number == 50


def test_money_spent_on_keeping(one, two):
    make_order(one, amount=Decimal(1000), ordered_on=date(2026, 2, 1))
    make_order(two, amount=Decimal(7000), ordered_on=date(2026, 2, 1))
    assert of("loyalty_money", one, two).unknown is Unknown.NOTHING_SPENT
    spent = {"spent_on": date(2026, 1, 10), "currency": "RUB"}
    create_cost(client=one, money=Decimal(100), purpose=CostPurpose.KEEPING, **spent, **STAMP)
    create_cost(client=two, money=Decimal(500), purpose=CostPurpose.WINNING, **spent, **STAMP)

    assert of("loyalty_money", one, two).number == 10


def test_complaints_answered_within_two_weeks(one):
    for opened, closed in (
        (date(2026, 1, 1), date(2026, 1, 15)),
        (date(2026, 1, 1), date(2026, 1, 16)),
        (date(2026, 3, 1), None),
        (date(2026, 3, 25), None),
    ):
        open_complaint(
            client=one, opened_on=opened, closed_on=closed, subject="Late", currency="RUB", **STAMP
        )

    # One in time, one a day too late, one open for a month; the last still has time.
    assert of("complaints_in_time", one).number == Decimal("33.3")
    assert len(of("complaints_in_time", one).rows(10)) == 3


def test_promised_contacts(one, anna):
    rule = make_rule()
    day = date(2026, 3, 1)
    for number, (state, closed) in enumerate(
        (
            ("done", day),
            ("done", day + timedelta(days=20)),
            ("missed", day + timedelta(days=11)),
            ("skipped", day),
        )
    ):
        make_touch(
            one, rule, due_on=day - timedelta(days=number), latest_on=day + timedelta(days=10), person=anna,
            state=state, closed_on=closed, reason="x" if state == "skipped" else "",
        )  # fmt: skip

    assert of("contacts_in_time", one).number == Decimal("33.3")


def test_work_done_and_what_the_system_brings(one, two, anna):

    two.referred_by = one
    two.strategic = True
    two.save()
    make_assessment(two, make_run())
    make_order(two, amount=Decimal(500), direct_cost=Decimal(200), ordered_on=date(2026, 2, 1))
    make_order(one, amount=Decimal(500), direct_cost=Decimal(100), ordered_on=date(2026, 2, 1))
    make_interaction(one, datetime(2026, 2, 1, 9, tzinfo=UTC), kind="inquiry", direction="in")
    make_interaction(one, datetime(2026, 2, 2, 9, tzinfo=UTC), kind="inquiry", direction="out")

    assert of("recommended_profit", one, two).number == 300
    assert of("strategic_orders", one, two).number == 1
    assert of("inquiries", one, two).number == 1
    assert of("cases_closed", one, two).number == 0
    assert of("reviews_done", one, two).number == 0
