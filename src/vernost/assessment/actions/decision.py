"""A person's word on what the program proposes: given, withdrawn, or the proposal accepted after all."""

import secrets
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localtime

from vernost.assessment.actions.question import WANT_A_WORD, bring_in_force
from vernost.assessment.enums import Over, Subject
from vernost.assessment.models import ClientAssessment, Decision, Question
from vernost.assessment.queries.decision import VALUES, last_word
from vernost.clients.models import Client
from vernost.core.actions.record import change_record, create_record
from vernost.core.enums import Face
from vernost.core.models import User


class UnableToDecide(Exception):
    """`code` says why: "not_judged" yet, "unknown_value" of the subject, "past_day", or "no_reason" for saying
    otherwise than the program.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def decide(
    *,
    client: Client,
    subject: Subject,
    decided: str,
    until_on: date,
    reason: str = "",
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
    is_sample: bool = False,
) -> Decision:
    """Keeps what `by` says of the client beside what the program says; the decision before, if any, is over.

    With the same value and another term it renews. UnableToDecide as above.
    """
    with transaction.atomic():
        proposed = _proposal(client, subject)
        if decided not in VALUES[subject]:
            raise UnableToDecide("unknown_value")
        _refuse_past_day(until_on, at)
        if decided != proposed and not reason.strip():
            raise UnableToDecide("no_reason")
        last = last_word(client, subject)
        if last is not None:
            _end(last, Over.REPLACED, by, at, face, run)
        decision = create_record(
            record=Decision(
                client=client,
                subject=subject,
                proposed=proposed,
                decided=decided,
                reason=reason.strip(),
                until_on=until_on,
                decided_by=by,
                decided_at=at,
                is_sample=is_sample,
            ),
            by=by,
            at=at,
            face=face,
            run=run,
        )
        bring_in_force(today=localtime(at).date(), client_ids=[client.pk])
    return decision


def accept_proposals(
    *, questions: Iterable[Question], until_on: date, by: User, at: datetime, face: Face, run: str = ""
) -> str:
    """Answers each question with what the program proposes, and returns the run by which it can be undone.

    Groups that want a person's word get one until `until_on`; elsewhere the decision is over and the proposal holds.
    UnableToDecide as `decide` says.
    """
    _refuse_past_day(until_on, at)
    run = run or secrets.token_hex(8)
    with transaction.atomic():
        for question in questions:
            if question.decision and question.proposed not in WANT_A_WORD:
                withdraw_decision(decision=question.decision, by=by, at=at, face=face, run=run, accepts=True)
            else:
                _answer(question, question.proposed, until_on, by, at, face, run)
    return run


def keep_decisions(
    *, questions: Iterable[Question], until_on: date, by: User, at: datetime, face: Face, run: str = ""
) -> str:
    """Renews, for the same reason, the decision about which each is asked; returns the run. Questions without one are
    left. UnableToDecide as `decide` says.
    """
    _refuse_past_day(until_on, at)
    run = run or secrets.token_hex(8)
    with transaction.atomic():
        for question in questions:
            if question.decision:
                _answer(question, question.stood, until_on, by, at, face, run)
    return run


def withdraw_decision(
    *, decision: Decision, by: User, at: datetime, face: Face, run: str = "", accepts: bool = False
) -> Decision:
    """The program's proposal holds again. `accepts`: it was asked, and the answer is the proposal."""
    with transaction.atomic():
        _end(decision, Over.ACCEPTED if accepts else Over.WITHDRAWN, by, at, face, run)
        bring_in_force(today=localtime(at).date(), client_ids=[decision.client_id])
    return decision


def _end(decision: Decision, why: Over, by: User, at: datetime, face: Face, run: str) -> None:
    values: dict[str, Any] = {"over_why": why, "over_by": by, "over_at": at}
    change_record(record=decision, values=values, by=by, at=at, face=face, run=run)


def _answer(
    question: Question, value: str, until_on: date, by: User, at: datetime, face: Face, run: str
) -> None:
    kept = question.decision is not None and value == question.stood
    decide(
        client=question.client,
        subject=Subject(question.subject),
        decided=value,
        until_on=until_on,
        reason=question.decision.reason if question.decision and kept else "",
        by=by,
        at=at,
        face=face,
        run=run,
    )


def _refuse_past_day(until_on: date, at: datetime) -> None:
    if until_on < localtime(at).date():
        raise UnableToDecide("past_day")


def _proposal(client: Client, subject: Subject) -> str:
    value: str | None = ClientAssessment.objects.filter(client=client).values_list(subject, flat=True).first()
    if value is None:
        raise UnableToDecide("not_judged")
    return value
