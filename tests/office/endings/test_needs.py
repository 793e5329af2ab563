"""What endings and winning back put on Today."""

from datetime import timedelta

import pytest

from tests.factories.assessments import make_assessment
from tests.factories.moments import TODAY
from vernost.assessment.models import ClientAssessment
from vernost.care.enums import EndingState, Side
from vernost.care.models import Ending, WinBack
from vernost.core.needs import Question, needs_of

DAY = timedelta(days=1)


@pytest.fixture
def titles_of():
    def ask(user):
        question = Question(user=user, owner=None, on=TODAY, until=TODAY, money=True, most=10)
        return [need.title for need in needs_of(question)]

    return ask


def test_last_chance_is_over_the_day_after_its_last_day(titles_of, anna, vera, client_one):
    ending = Ending.objects.create(
        client=client_one, side=Side.US, state=EndingState.LAST_CHANCE, opened_on=TODAY - 9 * DAY,
        offered_on=TODAY - 8 * DAY, until_on=TODAY,
    )  # fmt: skip
    assert "The last chance is over" not in titles_of(anna)

    Ending.objects.filter(pk=ending.pk).update(until_on=TODAY - DAY)
    assert "The last chance is over" in titles_of(anna)
    assert "The last chance is over" not in titles_of(vera)

    Ending.objects.filter(pk=ending.pk).update(answered_on=TODAY)
    assert "The last chance is over" not in titles_of(anna)


def test_next_attempt_stands_there_from_its_day_until_the_client_is_back(titles_of, anna, vera, client_one):
    title = "Next attempt to win the client back"
    line = WinBack.objects.create(
        client=client_one, entered_on=TODAY - 9 * DAY, left_on=TODAY - 99 * DAY, currency="RUB",
        next_on=TODAY + DAY,
    )  # fmt: skip
    assert title not in titles_of(anna)

    WinBack.objects.filter(pk=line.pk).update(next_on=TODAY)
    assert title in titles_of(anna)
    assert title not in titles_of(vera)

    WinBack.objects.filter(pk=line.pk).update(won_on=TODAY)
    assert title not in titles_of(anna)


def test_accepted_terms_are_looked_at_after_a_quarter_while_the_client_is_no_better(
    titles_of, anna, client_one
):
    title = "The agreed terms have changed nothing"
    judged = make_assessment(client_one, group="fire")
    ending = Ending.objects.create(
        client=client_one, side=Side.US, state=EndingState.KEPT, opened_on=TODAY - 120 * DAY,
        offered_on=TODAY - 110 * DAY, accepted=True, answered_on=TODAY - 90 * DAY,
    )  # fmt: skip
    assert title not in titles_of(anna)

    Ending.objects.filter(pk=ending.pk).update(answered_on=TODAY - 91 * DAY)
    assert title in titles_of(anna)

    ClientAssessment.objects.filter(pk=judged.pk).update(group_in_force="manage")
    assert title not in titles_of(anna)


def test_ending_left_halfway_comes_after_a_month(titles_of, anna, boris, vera, client_one):
    title = "The ending is not finished"
    ending = Ending.objects.create(
        client=client_one, side=Side.US, state=EndingState.DECIDED, opened_on=TODAY - 50 * DAY,
        decided_on=TODAY - 29 * DAY, decided_by=boris, decision_why="Loses money",
    )  # fmt: skip
    assert title not in titles_of(anna)

    Ending.objects.filter(pk=ending.pk).update(decided_on=TODAY - 30 * DAY)
    assert title in titles_of(anna)
    assert title not in titles_of(vera)
