"""What stands in the place of a path's number: a record of the client of the row."""

from datetime import timedelta

from tests.factories.assessments import make_assessment, make_run, make_signal
from tests.factories.moments import TODAY
from vernost.assessment.actions.case import open_case
from vernost.assessment.enums import Asks, Subject
from vernost.assessment.models import (
    Case,
    ClientAssessment,
    Decision,
    DependencePlan,
    Question,
    Run,
    Signal,
    Standing,
    Task,
)
from vernost.clients.models import Client
from vernost.core.clock import now, today
from vernost.core.enums import Face

BEFORE = TODAY - timedelta(days=100)


def judged(client: Client) -> ClientAssessment:
    return ClientAssessment.objects.filter(client=client).first() or make_assessment(client)


def signal_of(client: Client) -> int:
    signal: Signal = Signal.objects.filter(client=client).first() or make_signal(client)
    return signal.pk


def case_of(client: Client) -> int:
    found = Case.objects.filter(client=client, closed_on=None).first()
    return (found or open_case(
        client=client, code="silent", day=today(), by=None, at=now(), face=Face.JOB
    )).pk  # fmt: skip


def task_of(client: Client) -> int:
    return Task.objects.filter(case=case_of(client), state="open").order_by("pk")[0].pk


def decision_of(client: Client) -> int:
    found = Decision.objects.filter(client=client, over_at=None).first()
    return (found or Decision.objects.create(
        client=client, subject=Subject.STAGE, proposed="regular", decided="slipping", reason="He said so",
        until_on=today() + timedelta(days=30), decided_by=client.owner, decided_at=now(),
    )).pk  # fmt: skip


def question_of(client: Client) -> int:
    judged(client)
    decision = Decision.objects.get(pk=decision_of(client))
    found, _new = Question.objects.get_or_create(
        client=client,
        subject=Subject.STAGE,
        defaults={
            "asks": Asks.CHANGED, "decision": decision, "stood": "slipping", "proposed": "regular",
            "since_on": today(),
        },
    )  # fmt: skip
    return found.pk


def dependence_plan_of(client: Client) -> int:
    found = DependencePlan.objects.filter(client=client, closed_on=None).first()
    return (found or DependencePlan.objects.create(
        client=client, owner=client.owner, aim="Below 15%", steps="Ask", due_on=today() + timedelta(days=90),
        review_on=today() + timedelta(days=30),
    )).pk  # fmt: skip


def standing_of(client: Client) -> int:
    judged(client)
    return Standing.objects.get(client=client, until_on=None).pk


def moved(client: Client) -> int:
    """New since an earlier judged day, and regular now."""
    if not Run.objects.filter(as_of=BEFORE).exists():
        make_run(as_of=BEFORE)
        make_run()
    judged(client)
    return client.pk
