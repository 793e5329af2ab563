"""The checklist in words: what each item is, where it is seen, what became of it meanwhile."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from vernost.assessment.enums import Subject
from vernost.assessment.models import Case, DependencePlan, Question, ReviewItem, Task
from vernost.care.enums import HandoverKind
from vernost.care.models import Ending, HandoverItem, PaymentPromise, Touch
from vernost.clients.models import Client, Contact, Invoice
from vernost.core.addresses import address
from vernost.office.care.words import about
from vernost.office.cases.words import reason_of
from vernost.programmes.models import Plan
from vernost.ui import formats
from vernost.voice.models import Complaint, Interaction


@dataclass(frozen=True)
class Line:
    """`url` is empty for who does not see the client any more, and where there is no page."""

    item: HandoverItem
    kind: str
    text: str
    url: str


def _money(amount: Any, currency: str, money: bool) -> str:
    return formats.money(amount, currency) if money else ""


# Kind -> (model, what the record is about, its page); money is told to who may see it.
_WORDS: dict[str, tuple[type[Model], Callable[[Any, bool], str], Callable[[Any], str]]] = {
    HandoverKind.CARD: (
        Client,
        lambda one, money: _("What he likes and expects, why from us, who decides"),
        lambda one: address("client", one.pk),
    ),
    HandoverKind.CONTACT: (
        Contact,
        lambda one, money: ", ".join(filter(None, (one.name, one.role))),
        lambda one: "",
    ),
    HandoverKind.CASE: (Case, lambda one, money: reason_of(one), lambda one: address("case", one.pk)),
    HandoverKind.TASK: (Task, lambda one, money: f"{one.title}, {formats.day(one.due_on)}", lambda one: ""),
    HandoverKind.TOUCH: (
        Touch,
        lambda one, money: f"{about(one)}, {formats.day(one.due_on)}",
        lambda one: "",
    ),
    HandoverKind.INTRODUCTION: (
        Touch,
        lambda one, money: _("By %(day)s") % {"day": formats.day(one.due_on)},
        lambda one: "",
    ),
    HandoverKind.PROMISE: (
        Interaction,
        lambda one, money: one.note[:120] or formats.day(one.at),
        lambda one: "",
    ),
    HandoverKind.PAYMENT: (
        PaymentPromise,
        lambda one, money: f"{formats.day(one.due_on)} {_money(one.amount, one.currency, money)}".strip(),
        lambda one: address("client_discipline", one.client_id),
    ),
    HandoverKind.COMPLAINT: (Complaint, lambda one, money: one.subject[:120], lambda one: ""),
    HandoverKind.DEBT: (
        Invoice,
        lambda one, money: (
            f"{one.number} {formats.day(one.due_on)} {_money(one.amount, one.currency, money)}".strip()
        ),
        lambda one: "",
    ),
    HandoverKind.QUESTION: (
        Question,
        lambda one, money: str(Subject(one.subject).label),
        lambda one: address("questions"),
    ),
    HandoverKind.REVIEW: (ReviewItem, lambda one, money: "", lambda one: ""),
    HandoverKind.PLAN: (Plan, lambda one, money: one.name, lambda one: one.get_absolute_url()),
    HandoverKind.DEPENDENCE: (DependencePlan, lambda one, money: one.aim, lambda one: ""),
    HandoverKind.ENDING: (
        Ending,
        lambda one, money: str(one.get_state_display()),
        lambda one: address("client_ending", one.client_id),
    ),
    HandoverKind.LETTERS: (
        Client,
        lambda one, money: _("In the history of the client"),
        lambda one: address("client", one.pk),
    ),
}


def lines_of(items: Iterable[HandoverItem], *, money: bool, seen: bool) -> list[Line]:
    """Each kind is read at once. A record that is gone meanwhile says so."""
    rows = list(items)
    numbers: dict[str, set[int]] = {}
    for item in rows:
        numbers.setdefault(item.kind, set()).add(item.number)
    found = {kind: _found(_WORDS[kind][0], pks) for kind, pks in numbers.items()}
    return [_line(item, found[item.kind].get(item.number), money=money, seen=seen) for item in rows]


def _found(model: type[Model], pks: set[int]) -> dict[int, Any]:
    rows = model._default_manager.filter(pk__in=pks)
    if model is Touch:
        rows = rows.select_related("rule", "action", "contact")
    if model is Case:
        rows = rows.select_related("signal")
    return {row.pk: row for row in rows}


def _line(item: HandoverItem, record: Any, *, money: bool, seen: bool) -> Line:
    kind = str(HandoverKind(item.kind).label)
    if record is None:
        return Line(item, kind, _("is no longer there"), "")
    _model, text, url = _WORDS[item.kind]
    return Line(item, kind, text(record, money), url(record) if seen else "")
