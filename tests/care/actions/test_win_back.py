"""The register, the rule and attempts, worked out by hand."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.factories.assessments import make_assessment
from tests.factories.clients import make_client, make_order
from tests.factories.moments import AT, TODAY
from vernost.care.actions.ending import note_client_left
from vernost.care.actions.register import keep_register
from vernost.care.actions.win_back import UnableToTry, change_win_back, try_win_back
from vernost.care.enums import Advice, Reason, Result
from vernost.care.models import Attempt, WinBack
from vernost.care.queries.win_back import numbers, win_back_of
from vernost.core.actions.undo import undo_run
from vernost.core.enums import Face

LAST = date(2025, 6, 1)


def stamp(user):
    return {"by": user, "at": AT, "face": Face.WEB}


@pytest.fixture
def gone(client_one):
    """Bought for two years, 40,000 of contribution, then nothing: 20,000 a year (less a day of a leap year)."""
    make_assessment(
        client_one, stage="lost", first_on=LAST - timedelta(days=730), last_on=LAST, net_contribution=Decimal(40_000)
    )  # fmt: skip
    keep_register(as_of=TODAY, at=AT)
    return win_back_of(client_one)


def attempt(gone, user, result=Result.THINKS, cost=0, **fields):
    return try_win_back(
        win_back=gone,
        tried_on=TODAY,
        what="A call",
        result=result,
        cost=Decimal(cost),
        **stamp(user),
        **fields,
    )


def test_who_is_gone_is_entered_once_with_his_worth(gone):
    assert (gone.significance, gone.budget, gone.left_on) == (Decimal(20_000), Decimal(2000), LAST)
    assert gone.advice == Advice.FIND_OUT
    assert keep_register(as_of=TODAY, at=AT) == 0


def test_short_relationship_counts_as_a_year(client_one):
    make_assessment(client_one, stage="lost", first_on=LAST, last_on=LAST, net_contribution=Decimal(700))
    keep_register(as_of=TODAY, at=AT)

    assert win_back_of(client_one).significance == Decimal(700)


def test_reason_comes_from_the_ending(client_one, anna):
    note_client_left(client=client_one, reason=Reason.QUALITY, note="", ended_on=TODAY, **stamp(anna))
    make_assessment(client_one, stage="ended", first_on=LAST, last_on=LAST, ended_on=TODAY)
    keep_register(as_of=TODAY, at=AT)

    found = win_back_of(client_one)
    assert (found.reason, found.left_on, found.advice) == (Reason.QUALITY, TODAY, Advice.MEND_FIRST)


@pytest.mark.parametrize(
    ("reason", "changes", "advice"),
    [
        (Reason.OURS, {}, Advice.DO_NOT_TRY),
        (Reason.OURS, {"changed_on": TODAY}, Advice.OFFER),
        (Reason.QUALITY, {}, Advice.MEND_FIRST),
        (Reason.QUALITY, {"mended_on": TODAY}, Advice.INVITE),
        (Reason.PRICE, {}, Advice.CHANGE_FIRST),
        (Reason.PRICE, {"changed_on": TODAY}, Advice.OFFER),
        (Reason.DIFFICULTY, {}, Advice.STAY_NEAR),
        (Reason.CHANGE, {}, Advice.OFFER),
        (Reason.CLOSED, {"changed_on": TODAY}, Advice.DO_NOT_TRY),
    ],
)
def test_rule(gone, anna, reason, changes, advice):
    change_win_back(win_back=gone, reason=reason, **changes, **stamp(anna))

    gone.refresh_from_db()
    assert gone.advice == advice


def test_rule_is_applied_and_set_aside_only_by_whom_may(gone, anna, boris):
    change_win_back(win_back=gone, reason=Reason.OURS, **stamp(anna))

    with pytest.raises(UnableToTry) as refused:
        attempt(gone, anna, why="I miss them")
    assert refused.value.advice == Advice.DO_NOT_TRY
    assert not Attempt.objects.exists()

    assert attempt(gone, boris, why="A new director there").why == "A new director there"


def test_two_refusals_are_enough(gone, anna):
    change_win_back(win_back=gone, reason=Reason.CHANGE, **stamp(anna))
    attempt(gone, anna, Result.REFUSED)
    assert gone.advice == Advice.OFFER
    attempt(gone, anna, Result.REFUSED)

    assert gone.advice == Advice.REST
    with pytest.raises(UnableToTry):
        attempt(gone, anna)


def test_budget_is_kept(gone, anna):
    change_win_back(win_back=gone, reason=Reason.CHANGE, **stamp(anna))
    attempt(gone, anna, cost=1999)
    assert gone.advice == Advice.OFFER
    attempt(gone, anna, cost=1)

    assert gone.advice == Advice.BUDGET_SPENT


def test_who_brought_nothing_is_not_worth_it(client_one):
    make_assessment(client_one, stage="lost", first_on=LAST, last_on=LAST, net_contribution=Decimal(-5))
    keep_register(as_of=TODAY, at=AT)

    assert (win_back_of(client_one).advice, win_back_of(client_one).budget) == (Advice.NOT_WORTH, 0)


def test_undo_of_an_attempt(gone, anna):
    attempt(gone, anna, next_on=TODAY + timedelta(days=30), run="r")

    undo_run(run="r", by=anna, at=AT, face=Face.WEB)

    gone.refresh_from_db()
    assert gone.next_on is None
    assert not Attempt.objects.filter(deleted_at=None).exists()


def test_order_is_the_way_back_and_the_numbers_tell_it(gone, anna, boris, client_two):
    """One of two was won back after a try that cost 300, and has bought for 1,500 since; another is still gone."""
    other = make_client("Other", owner=anna)
    make_assessment(other, stage="lost", first_on=LAST, last_on=LAST)
    change_win_back(win_back=gone, reason=Reason.CHANGE, **stamp(anna))
    attempt(gone, anna, Result.AGREED, cost=300)
    make_order(gone.client, ordered_on=LAST, amount=Decimal(9))
    make_order(gone.client, ordered_on=TODAY - timedelta(days=2), amount=Decimal(1000))
    make_order(gone.client, ordered_on=TODAY, amount=Decimal(500))

    keep_register(as_of=TODAY, at=AT)

    gone.refresh_from_db()
    assert (gone.won_on, gone.advice) == (TODAY - timedelta(days=2), Advice.WON)
    found = numbers(boris)
    assert (found.gone, found.tried, found.won_after_trying, found.won_alone) == (1, 1, 1, 0)
    assert (found.spent, found.revenue, found.part) == (Decimal(300), Decimal(1500), 1.0)
    assert found.by_reason == ((Reason.UNKNOWN, 1, 0), (Reason.CHANGE, 1, 1))


def test_lost_again_is_entered_again(gone):
    make_order(gone.client, ordered_on=TODAY, amount=Decimal(10))
    keep_register(as_of=TODAY, at=AT)
    found = gone.client.assessment
    found.last_on = TODAY
    found.save()
    keep_register(as_of=TODAY + timedelta(days=400), at=AT)

    assert list(WinBack.objects.order_by("pk").values_list("left_on", "won_on")) == [
        (LAST, TODAY),
        (TODAY, None),
    ]
