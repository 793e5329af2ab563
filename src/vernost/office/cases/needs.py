"""What cases add to Today: tasks that are due, and cases whose signal is gone."""

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from vernost.assessment.enums import CaseState
from vernost.assessment.models import Case, Task
from vernost.assessment.queries import case as case_queries
from vernost.assessment.queries.task import due, visible_to
from vernost.core.addresses import address
from vernost.core.models import User
from vernost.core.needs import Act, Need, Question, needs_source
from vernost.core.queries.prepared import Fixed, Prepared
from vernost.office.cases.words import reason_of
from vernost.ui import formats

_FEW = 20


# What a line of Today says of a task.
_OF_TASK = (
    "title", "due_on", "optional", "client__name", "person__name", "client", "case", "person",
    "case__code", "case__title", "case__severity", "case__at_stake",
)  # fmt: skip


@Prepared
def _due(user: User, owner: User | None, until: date, most: int) -> QuerySet[Task]:
    found = visible_to(user)
    if owner is not None:
        found = found.filter(person=owner)
    return due(found, until).only(*_OF_TASK)[:most]


@Prepared
def _over(user: User, owner: User | None) -> QuerySet[Case]:
    cases = case_queries.worked_by(user).filter(closed_on=None, state=CaseState.OPEN, gone_on__isnull=False)
    if owner is not None:
        cases = cases.filter(owner=owner)
    found = cases.select_related("client").only("code", "title", "gone_on", "client__name", "client")
    return found.order_by("gone_on", "pk")[:_FEW]


@needs_source("task", lambda: _("task"))
def tasks(question: Question) -> Iterator[Need]:
    """His own that are due, or with nobody named those of everybody whose clients he sees."""
    for task in _due.records(question.user, question.owner, question.until, Fixed(question.most)):
        yield _need_of(task, question)


def _need_of(task: Task, question: Question) -> Need:
    case = task.case
    why = _("By %(day)s.") % {"day": formats.day(task.due_on)}
    if task.person_id not in (None, question.user.pk):
        why = f"{task.person}. {why}"
    return Need(
        client_id=task.client_id,
        client_name=task.client.name,
        title=task.title,
        why=why,
        next_step=_("Case: %(reason)s") % {"reason": reason_of(case)} if case else "",
        url=case.get_absolute_url() if case else task.client.get_absolute_url(),
        severity=1 if task.optional else case.severity if case else 2,
        at_stake=float(case.at_stake) if question.money and case and case.at_stake else None,
        due_on=task.due_on,
        acts=(
            Act(_("Done"), address("change_task", task.pk, last="done"), main=True),
            Act(_("Leave out"), address("change_task", task.pk, last="skip"), asks=("reason",)),
        ),
    )


@needs_source("case", lambda: _("case"))
def over(question: Question) -> Iterator[Need]:
    """Open cases without their signal: somebody is to say how they ended."""
    for case in _over.records(question.user, question.owner):
        yield Need(
            client_id=case.client_id,
            client_name=case.client.name,
            title=reason_of(case),
            why=_("Not seen any more since %(day)s.") % {"day": formats.day(case.gone_on)},
            next_step=_("Close the case, if the work is done."),
            url=case.get_absolute_url(),
            severity=1,
        )
