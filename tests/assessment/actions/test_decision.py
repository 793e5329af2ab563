"""What the program proposes and what a person decides stand side by side; worked out by hand on one client."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.factories.assessments import make_assessment
from tests.factories.clients import make_client
from tests.factories.moments import AT, TODAY
from vernost.assessment.actions.decision import (
    UnableToDecide,
    accept_proposals,
    decide,
    keep_decisions,
    withdraw_decision,
)
from vernost.assessment.actions.question import bring_in_force
from vernost.assessment.enums import Asks, Over, Subject
from vernost.assessment.models import ClientAssessment, Decision, Question
from vernost.core.actions.undo import undo_run
from vernost.core.enums import Face
from vernost.core.models import AuditEntry

MAY = date(2026, 5, 1)


@pytest.fixture
def judged(client_one):
    return make_assessment(client_one, group="discipline", group_reason="debt_overdue")


def say(client, by, decided="manage", **fields):
    values = {
        "subject": Subject.GROUP,
        "until_on": MAY,
        "reason": "They pay by the quarter",
        "at": AT,
    } | fields
    return decide(client=client, decided=decided, by=by, face=Face.WEB, **values)


def in_force(client) -> str:
    return ClientAssessment.objects.get(client=client).group_in_force


def questions(client) -> list[tuple[str, str, str]]:
    return list(Question.objects.filter(client=client).values_list("asks", "stood", "proposed"))


def program_says(client, group: str, today=TODAY) -> None:
    """What the next assessment would leave."""
    ClientAssessment.objects.filter(client=client).update(group=group, group_in_force=group)
    bring_in_force(today=today)


def test_override_holds_beside_the_proposal_until_its_day(client_one, anna, judged):
    bring_in_force(today=TODAY)
    assert questions(client_one) == [(Asks.CONFIRM, "", "discipline")]

    decision = say(client_one, anna)

    judged.refresh_from_db()
    assert (judged.group, judged.group_in_force) == ("discipline", "manage")
    assert (decision.proposed, decision.decided, decision.overrides) == ("discipline", "manage", True)
    assert questions(client_one) == []

    bring_in_force(today=MAY)
    assert in_force(client_one) == "manage"
    assert questions(client_one) == []


def test_what_ran_out_comes_back_as_a_question_and_does_not_vanish(client_one, anna, judged):
    decision = say(client_one, anna)

    bring_in_force(today=MAY + timedelta(days=1))

    assert in_force(client_one) == "discipline"
    assert questions(client_one) == [(Asks.RAN_OUT, "manage", "discipline")]
    decision.refresh_from_db()
    assert decision.over_at is None


def test_question_keeps_the_day_since_when_it_is_asked(client_one, anna, judged):
    say(client_one, anna)
    first = MAY + timedelta(days=1)

    bring_in_force(today=first)
    bring_in_force(today=MAY + timedelta(days=9))

    assert Question.objects.get().since_on == first


def test_program_that_says_something_new_asks_and_leaves_the_decision(client_one, boris, judged):
    say(client_one, boris)

    program_says(client_one, "fire")
    assert in_force(client_one) == "manage"
    assert questions(client_one) == [(Asks.CHANGED, "manage", "fire")]

    program_says(client_one, "manage")
    assert questions(client_one) == []

    program_says(client_one, "discipline")
    assert questions(client_one) == []


def test_withdrawn_decision_gives_way_to_the_program(client_one, anna, judged):
    decision = say(client_one, anna)

    withdraw_decision(decision=decision, by=anna, at=AT, face=Face.WEB)

    assert in_force(client_one) == "discipline"
    assert (decision.over_why, decision.over_by, decision.over_at) == (Over.WITHDRAWN, anna, AT)
    assert questions(client_one) == [(Asks.CONFIRM, "", "discipline")]


def test_new_decision_replaces_the_last_and_undo_brings_it_back(client_one, anna, boris, judged):
    far = date(2199, 1, 1)  # Undoing looks at the real clock.
    first = say(client_one, anna, until_on=far)
    say(client_one, boris, "fire", reason="Enough", run="second", until_on=far)
    first.refresh_from_db()
    assert (first.over_why, first.over_by) == (Over.REPLACED, boris)
    assert in_force(client_one) == "fire"

    undo_run(run="second", by=boris, at=AT, face=Face.WEB)

    first.refresh_from_db()
    assert first.over_at is None
    assert in_force(client_one) == "manage"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"reason": "  "}, "no_reason"),
        ({"until_on": TODAY - timedelta(days=1)}, "past_day"),
        ({"decided": "best"}, "unknown_value"),
        ({"decided": "regular"}, "unknown_value"),
    ],
)
def test_refused_decision_changes_nothing(client_one, anna, judged, fields, code):
    with pytest.raises(UnableToDecide) as refused:
        say(client_one, anna, **fields)

    assert refused.value.code == code
    assert not Decision.objects.exists()
    assert in_force(client_one) == "discipline"


def test_nobody_decides_on_a_client_whom_nobody_judged(client_two, vera):
    with pytest.raises(UnableToDecide) as refused:
        say(client_two, vera)

    assert refused.value.code == "not_judged"


def test_confirmation_needs_no_reason(client_one, anna, judged):
    decision = say(client_one, anna, "discipline", reason="")

    assert not decision.overrides
    assert questions(client_one) == []


def test_database_refuses_an_override_without_reason(client_one, anna, judged):
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.create(
            client=client_one, subject="group", proposed="fire", decided="manage", until_on=MAY, decided_by=anna,
            decided_at=AT,
        )  # fmt: skip


def test_many_questions_are_answered_at_once_and_taken_back(client_one, anna, boris, judged):
    other = make_client("Other", owner=anna)
    make_assessment(other, group="manage")
    say(client_one, anna)
    say(other, anna, "discipline", reason="Late three times")
    later = AT + timedelta(days=100)
    bring_in_force(today=later.date())
    assert questions(client_one) == [(Asks.RAN_OUT, "manage", "discipline")]
    assert questions(other) == [(Asks.RAN_OUT, "discipline", "manage")]

    run = accept_proposals(
        questions=list(Question.objects.all()), until_on=date(2026, 12, 1), by=boris, at=later, face=Face.WEB
    )

    assert questions(client_one) == questions(other) == []
    # Discipline wants a person's word; manage is what the program says anyway.
    assert Decision.objects.get(client=client_one, over_at=None).decided == "discipline"
    assert Decision.objects.get(client=other).over_why == Over.ACCEPTED
    undo_run(run=run, by=boris, at=later, face=Face.WEB)
    bring_in_force(today=later.date())
    assert questions(client_one) == [(Asks.RAN_OUT, "manage", "discipline")]
    assert questions(other) == [(Asks.RAN_OUT, "discipline", "manage")]


def test_renewed_decision_keeps_its_reason(client_one, anna, judged):
    say(client_one, anna)
    later = AT + timedelta(days=100)
    bring_in_force(today=later.date())

    keep_decisions(
        questions=list(Question.objects.all()), until_on=date(2026, 12, 1), by=anna, at=later, face=Face.WEB
    )

    renewed = Decision.objects.get(over_at=None)
    assert (renewed.decided, renewed.reason, renewed.until_on) == (
        "manage",
        "They pay by the quarter",
        date(2026, 12, 1),
    )
    assert in_force(client_one) == "manage"


def test_every_step_has_its_line_in_the_log(client_one, anna, judged):
    decision = say(client_one, anna)
    withdraw_decision(decision=decision, by=anna, at=AT, face=Face.WEB)

    lines = AuditEntry.objects.filter(kind="assessment.decision").order_by("id")
    assert [(line.verb, line.by) for line in lines] == [("created", anna), ("changed", anna)]
    assert lines[1].changes["over_why"] == ["", "withdrawn"]
