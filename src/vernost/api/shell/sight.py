"""Sums within what everybody may read: left out for who may not see money, as in the office."""

from typing import Any

from django.db.models import QuerySet

from vernost.api.shell.lists import Asked, Page, page_of
from vernost.api.shell.values import Shown
from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User


def sees_money(person: User) -> bool:
    return scope_of(person, Action.VIEW_MONEY) is not Scope.NONE


def page_for[T: Shown](
    person: User, rows: QuerySet[Any], asked: Asked, shown: type[T], *sums: str
) -> Page[T]:
    """A page on which the fields `sums` are null for who may not see money."""
    page = page_of(rows, asked, shown)
    return (
        page
        if sees_money(person)
        else page.model_copy(update={"items": [hidden(one, *sums) for one in page.items]})
    )


def shown_to[T: Shown](person: User, record: Any, shown: type[T], *sums: str) -> T:
    """One record, with the fields `sums` null for who may not see money."""
    found = shown.model_validate(record)
    return found if sees_money(person) else hidden(found, *sums)


def hidden[T: Shown](shown: T, *sums: str) -> T:
    return shown.model_copy(update=dict.fromkeys(sums))
