"""What people of the demo's company did with the cases of the first assessment, and what they noticed in contacts."""

from datetime import datetime, timedelta
from typing import Any

from vernost.assessment.actions.case import close_cases, hand_over_cases, snooze_cases
from vernost.assessment.actions.contact import log_contact
from vernost.assessment.actions.playbook import save_playbook
from vernost.assessment.actions.task import finish_task, skip_task
from vernost.assessment.enums import CaseOutcome
from vernost.assessment.models import Case
from vernost.assessment.queries.playbook import playbooks
from vernost.assessment.tasks import backtest
from vernost.cli.demo.words import Words
from vernost.clients.models import Client
from vernost.core.enums import Face, Role
from vernost.core.jobs.ask import ask_for
from vernost.core.models import User
from vernost.voice.enums import ActKind, Direction

_SHORT, _LONG = timedelta(days=3), timedelta(days=10)
_OUTCOMES = (CaseOutcome.SOLVED, CaseOutcome.FALSE, CaseOutcome.SOLVED, CaseOutcome.ACCEPTED)


def make_cases(words: Words, at: datetime) -> None:
    """Some closed, put off and handed over, tasks ticked off; most are left to whoever tries the demo."""
    today = at.date()
    given: Any = {"at": at, "face": Face.CLI}
    cases = list(Case.objects.select_related("signal", "owner", "client").order_by("-at_stake", "pk"))
    owned = [case for case in cases if case.owner is not None]
    for number, case in enumerate(owned[3::5]):
        close_cases(
            cases=[case],
            cause=words.case_causes[number % len(words.case_causes)],
            outcome=_OUTCOMES[number % len(_OUTCOMES)],
            day=today,
            by=_person(case),
            **given,
        )
    for case in owned[4::12]:
        until = today + (_SHORT if case.pk % 2 else _LONG)
        snooze_cases(cases=[case], until=until, reason=words.case_waits, by=_person(case), **given)
    for case in owned[:3]:
        first, *others = case.tasks.order_by("place")
        finish_task(task=first, by=_person(case), **given)
        for task in [task for task in others if task.optional][:1]:
            skip_task(task=task, because=words.case_skips, by=_person(case), **given)
    director = User.objects.filter(role=Role.DIRECTOR).order_by("pk")[0]
    heads = User.objects.filter(role=Role.HEAD_OF_SALES).order_by("pk")
    if heads:
        hand_over_cases(cases=owned[5:6], to=heads[0], by=director, **given)
    _contacts(words, at)
    _own_playbook(words, director, at)
    # The worker looks at the past once the demo is up.
    ask_for(backtest, by=director, values={}, by_id=director.pk)


def _person(case: Case) -> User:
    if case.owner is None:
        raise ValueError("a case that nobody has")
    return case.owner


def _contacts(words: Words, at: datetime) -> None:
    clients = Client.objects.filter(deleted_at=None, owner__isnull=False, cases=None).order_by("pk")
    noticed = ([ActKind.CONTACT_CHANGED], [ActKind.TRIFLE_REFUSED, ActKind.MARKET_CHANGED])
    for client, acts, note in zip(clients, noticed, words.case_notes, strict=False):
        owner = client.owner
        if owner is not None:
            log_contact(
                client=client,
                happened_at=at - timedelta(hours=2),
                acts=acts,
                by=owner,
                at=at,
                face=Face.CLI,
                person=owner,
                direction=Direction.OUT,
                kind="call",
                note=note,
                is_sample=True,
            )


def _own_playbook(words: Words, director: User, at: datetime) -> None:
    """The shipped one of low ratings, and one step more."""
    plan = playbooks()["rating_low"]
    steps = [
        {
            "title": step.title,
            "advice": advice,
            "doer": step.doer,
            "days": step.days,
            "optional": step.optional,
        }
        for step, advice in plan.steps
    ]
    more = {"title": words.case_step, "advice": "", "doer": "director", "days": 30, "optional": True}
    save_playbook(
        code="rating_low",
        opens_from=plan.opens_from,
        reopen_days=90,
        steps=[*steps, more],  # type: ignore[list-item]  # the keys are those of StepFields
        by=director,
        at=at,
        face=Face.CLI,
    )
