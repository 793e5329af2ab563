from collections.abc import Sequence
from datetime import date, datetime, timedelta

from vernost.assessment.enums import TaskState
from vernost.assessment.models import Case, Task
from vernost.assessment.queries.doer import Staff
from vernost.assessment.queries.playbook import Plan
from vernost.clients.models import Client
from vernost.core.actions.record import change_record, create_record
from vernost.core.enums import Face
from vernost.core.models import User


def add_task(
    *,
    client: Client,
    case: Case | None,
    title: str,
    due_on: date,
    person: User | None,
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
) -> Task:
    """One more thing to do, beside the playbook's."""
    task = Task(client=client, case=case, title=title, due_on=due_on, person=person, place=100)
    return create_record(record=task, by=by, at=at, face=face, run=run)


def finish_task(*, task: Task, by: User, at: datetime, face: Face, run: str = "") -> Task:
    """Ticks the task off."""
    values = {"state": TaskState.DONE, "done_at": at, "done_by": by, "skipped_because": ""}
    return change_record(record=task, values=values, by=by, at=at, face=face, run=run)


def skip_task(*, task: Task, because: str, by: User, at: datetime, face: Face, run: str = "") -> Task:
    """Leaves the task out; the reason stays with it."""
    values = {"state": TaskState.SKIPPED, "done_at": at, "done_by": by, "skipped_because": because}
    return change_record(record=task, values=values, by=by, at=at, face=face, run=run)


def reopen_task(*, task: Task, by: User, at: datetime, face: Face, run: str = "") -> Task:
    values = {"state": TaskState.OPEN, "done_at": None, "done_by": None, "skipped_because": ""}
    return change_record(record=task, values=values, by=by, at=at, face=face, run=run)


def tasks_by(*, plan: Plan, cases: Sequence[Case], staff: Staff, day: date) -> list[Task]:
    """Unsaved tasks of the playbook for each of the cases, due from `day` on."""
    return [
        Task(
            client_id=case.client_id,
            case=case,
            place=place,
            title=step.title,
            advice=advice,
            person_id=staff.person(step.doer, case.owner_id),
            due_on=day + timedelta(days=step.days),
            optional=step.optional,
        )
        for case in cases
        for place, (step, advice) in enumerate(plan.steps, start=1)
    ]
