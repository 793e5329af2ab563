"""What our people are to do."""

from datetime import date

from django.db.models import Q, QuerySet

from vernost.assessment.enums import CaseState, TaskState
from vernost.assessment.models import Case, Task
from vernost.assessment.queries import case as case_queries
from vernost.clients.queries import client as client_queries
from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User


def visible_to(user: User) -> QuerySet[Task]:
    """Tasks of clients that `user` may see, his own, and those of his cases."""
    tasks = Task.objects.filter(deleted_at=None, client__deleted_at=None)
    if scope_of(user, Action.VIEW_CLIENT) is Scope.ALL:
        return tasks
    mine = Q(person=user) | Q(client__in=client_queries.visible_to(user)) | Q(case__owner=user)
    return tasks.filter(mine)


def may_work_on(user: User, task: Task) -> bool:
    """Whoever is to do it, and whoever may change its case."""
    if task.person_id == user.pk:
        return True
    return task.case_id is not None and case_queries.worked_by(user).filter(pk=task.case_id).exists()


def due(tasks: QuerySet[Task], until: date) -> QuerySet[Task]:
    """Those of `tasks` to be done by the day `until`, oldest first; nothing of cases that are put off or closed."""
    open_ones = tasks.filter(state=TaskState.OPEN, due_on__lte=until)
    live = open_ones.filter(Q(case=None) | Q(case__deleted_at=None, case__state=CaseState.OPEN))
    return live.select_related("client", "case", "person").order_by("due_on", "id")


def tasks_of(case: Case) -> list[Task]:
    """In the order of the playbook; those added later follow."""
    tasks = case.tasks.filter(deleted_at=None).select_related("person", "done_by")
    return list(tasks.order_by("due_on", "place", "id"))
