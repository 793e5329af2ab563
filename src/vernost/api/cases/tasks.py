from django.db.models import QuerySet
from ninja import Query

from vernost.api.cases.endpoints import NOBODY, case_for
from vernost.api.cases.schemas import LeftOut, NewTask, TasksAsked, TaskShown
from vernost.api.shell.access import chosen, found
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal
from vernost.api.shell.values import Number
from vernost.assessment.actions.task import add_task, finish_task, reopen_task, skip_task
from vernost.assessment.models import Task
from vernost.assessment.queries.task import may_work_on, visible_to
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.core.queries.user import people_at_work

operations = Operations("judgement")


@operations.reads("/tasks", right=Action.VIEW_CLIENT, answer=Page[TaskShown])
def list_tasks(request: Request, asked: Query[TasksAsked]) -> Page[TaskShown]:
    """Tasks of the clients that the token's owner sees, his own, and those of his cases."""
    rows: QuerySet[Task] = narrowed(
        visible_to(request.auth),
        client=asked.client_id,
        case=asked.case_id,
        person=asked.person_id,
        state=asked.state,
        due_on__lte=asked.due_to,
    )
    return page_of(rows, asked, TaskShown)


@operations.creates("/cases/{case_id}/tasks", right=Action.JUDGE_SIGNAL, answer=TaskShown)
def add_a_task(request: Request, case_id: Number, given: NewTask) -> Task:
    """One more thing to do in a case, beside those of its playbook."""
    case = case_for(request.auth, case_id)
    values = given.model_dump()
    chosen(people_at_work(), values, "person_id", NOBODY)
    return add_task(client=case.client, case=case, by=request.auth, at=now(), face=Face.API, **values)


@operations.acts("/tasks/{task_id}/finish", right=Action.VIEW_CLIENT, answer=TaskShown)
def finish_a_task(request: Request, task_id: Number) -> Task:
    """Ticks a task off."""
    return finish_task(task=_task_for(request.auth, task_id), by=request.auth, at=now(), face=Face.API)


@operations.acts("/tasks/{task_id}/skip", right=Action.VIEW_CLIENT, answer=TaskShown)
def skip_a_task(request: Request, task_id: Number, given: LeftOut) -> Task:
    """Leaves a task out; the reason stays with it."""
    task = _task_for(request.auth, task_id)
    return skip_task(task=task, because=given.because, by=request.auth, at=now(), face=Face.API)


@operations.acts("/tasks/{task_id}/reopen", right=Action.VIEW_CLIENT, answer=TaskShown)
def reopen_a_task(request: Request, task_id: Number) -> Task:
    """To be done again."""
    return reopen_task(task=_task_for(request.auth, task_id), by=request.auth, at=now(), face=Face.API)


def _task_for(person: User, pk: int) -> Task:
    task = found(visible_to(person).select_related("case", "client"), pk)
    if not may_work_on(person, task):
        raise Refusal(Code.NOT_ALLOWED)
    return task
