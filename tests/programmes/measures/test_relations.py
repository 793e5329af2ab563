"""What clients say and how near we are to them, worked out by hand."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tests.factories.assessments import make_run
from tests.factories.clients import make_client, make_interaction, make_order
from tests.factories.dealings import STAMP
from tests.programmes.measures.test_money_and_orders import SINCE, UNTIL, value_of
from vernost.assessment.models import Standing
from vernost.clients.actions.competitor import create_competitor, estimate_competitor
from vernost.clients.actions.contact import create_contact
from vernost.clients.actions.potential import create_potential
from vernost.clients.models import Client
from vernost.programmes.measures.measure import Unknown, measure_of, measures
from vernost.voice.actions.act import record_act
from vernost.voice.actions.complaint import open_complaint
from vernost.voice.actions.rating import record_rating


@pytest.fixture
def client(db) -> Client:
    return make_client("Romashka")


def on(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=UTC)


def estimate(client: Client, day: date, amount: int, share: str | None = None) -> None:
    create_potential(
        client=client,
        estimated_on=day,
        annual_amount=Decimal(amount),
        currency="RUB",
        share_percent=share and Decimal(share),
        **STAMP,
    )


def test_every_measure_has_a_name_and_says_how_it_counts():
    assert len(measures()) >= 14
    for one in measures():
        assert str(one.name)
        assert str(one.how).endswith(".")


def test_share_of_wallet_is_that_of_the_last_estimate_by_the_day(client):
    estimate(client, date(2025, 6, 1), 10_000, "20")
    estimate(client, date(2026, 3, 1), 10_000, "35")

    assert value_of("share_of_wallet", client).number == 35
    assert value_of("share_of_wallet", client, until=date(2026, 2, 28)).number == 20
    assert value_of("share_of_wallet", client, until=date(2025, 5, 31)).unknown is Unknown.NO_ESTIMATE


def test_share_of_wallet_of_an_estimated_sum_is_the_income_of_the_last_year_by_it(client):
    estimate(client, date(2026, 1, 1), 8000)
    make_order(client, ordered_on=date(2025, 4, 1), amount=Decimal(1500))
    make_order(client, ordered_on=date(2025, 3, 31), amount=Decimal(999))
    make_order(client, ordered_on=UNTIL, amount=Decimal(500))

    # (1500 + 500) / 8000; what was bought a year and a day ago is out
    assert value_of("share_of_wallet", client).number == 25


def test_share_of_wallet_without_an_estimate_is_what_the_competitors_leave(client):
    for name, old, new in (("Rival", 50, 40), ("Second", None, 25)):
        rival = create_competitor(name=name, **STAMP)
        for day, part in ((date(2025, 5, 1), old), (date(2026, 2, 1), new)):
            if part:
                estimate_competitor(
                    client=client,
                    competitor=rival,
                    estimated_on=day,
                    part_percent=Decimal(part),
                    source="talk",
                    **STAMP,
                )

    found = value_of("share_of_wallet", client)

    assert found.number == 35
    wallet = measure_of("share_of_wallet")
    assert {wallet.words(row.record) for row in found.rows(10)} == {"Rival", "Second"}


def test_share_of_wallet_of_many_is_weighed_by_what_they_spend(client):
    second = make_client("Second")
    estimate(client, SINCE, 9000, "10")
    estimate(second, SINCE, 1000, "60")

    # (0.1 · 9000 + 0.6 · 1000) / 10000
    assert value_of("share_of_wallet", client, second).number == 15


def test_mean_mark_leaves_the_recommendation_out(client):
    for measure, mark in (("quality", 5), ("relations", 4), ("nps", 2)):
        record_rating(client=client, rated_on=UNTIL, measure=measure, value=Decimal(mark), **STAMP)

    assert value_of("rating", client).number == Decimal("4.5")
    assert value_of("rating", client, until=SINCE).unknown is Unknown.NO_MARKS


def test_levels_are_those_on_which_somebody_was_reached(client):
    people = {
        level: create_contact(client=client, name=level, level=level, **STAMP)
        for level in ("owner", "top", "staff")
    }
    make_interaction(client, on(SINCE), contact=people["owner"])
    make_interaction(client, on(SINCE), contact=people["owner"])
    make_interaction(client, on(SINCE), contact=people["staff"])
    make_interaction(client, on(SINCE), contact=people["top"], outcome="no_answer")

    found = value_of("levels_covered", client)

    assert found.number == 2
    assert sum(row.number is not None for row in found.rows(10)) == 2
    assert value_of("levels_covered", make_client("Nobody known")).unknown is Unknown.NO_CONTACTS


def test_contacts_are_counted_for_a_quarter_and_few_days_are_not_blown_up(client):
    for _call in range(4):
        make_interaction(client, on(SINCE))

    # 4 in 365 days: 4 · 91.3125 / 365
    assert value_of("interactions", client, since=date(2025, 4, 1)).number == Decimal("1.0")
    assert value_of("interactions", client, since=SINCE, until=date(2026, 1, 7)).number == 4


def test_level_of_loyalty_is_that_of_the_day(client):
    make_run()
    for level, first, last in (
        ("satisfaction", date(2026, 1, 1), date(2026, 3, 1)),
        ("partnership", date(2026, 3, 1), None),
    ):
        Standing.objects.create(
            client=client, since_on=first, until_on=last, group="manage", stage="regular", loyalty=level
        )

    assert value_of("loyalty", client, until=date(2026, 2, 28)).number == 1
    assert value_of("loyalty", client).number == 3
    assert value_of("loyalty", client, until=date(2025, 12, 31)).unknown is Unknown.NOT_JUDGED


def test_complaints_decided_against_the_client_do_not_count(client):
    for justified in (True, None, False):
        open_complaint(client=client, opened_on=UNTIL, justified=justified, currency="RUB", **STAMP)

    assert value_of("complaints", client).number == 2


def test_joint_projects_and_recommendations_are_acts(client):
    for kind in ("joint_project", "referral", "recommendation", "suggestion"):
        record_act(client=client, happened_on=UNTIL, kind=kind, **STAMP)

    assert value_of("joint_projects", client).number == 1
    assert value_of("referrals", client).number == 2


def test_promises_count_as_broken_only_after_two_weeks(client):
    first = on(SINCE)
    make_interaction(client, first, kind="promise", answered_at=on(date(2026, 1, 5)))
    make_interaction(client, first, kind="promise")
    make_interaction(client, on(date(2026, 3, 25)), kind="promise")

    assert value_of("promises_kept", client).number == 50
    assert value_of("promises_kept", client, until=date(2025, 12, 31)).unknown is Unknown.NO_PROMISES
