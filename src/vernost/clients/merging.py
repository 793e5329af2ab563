"""What a merge of two clients does with the rows of later apps: each registers what its own tables want.

Without a rule the rows of a removable model go over to the client that stays, and what a judgement wrote (`Concluded`)
stays where it is until the next judgement, which knows the absorbed client no more.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Model, Q

from vernost.core.models import User

#: The values that end a row: given the row, by whom and when.
type Close = Callable[[Any, User, datetime], dict[str, Any]]


@dataclass(frozen=True)
class MergeRule:
    """`goes`: which rows go over to the client that stays; what no constraint has room for there stays behind.

    Of rows that are `open`, one alone may be so, with the same values in the columns `alike`: where the client that
    stays has one, the other is ended with the values of `close` and goes over as history. With `left` those that have
    to stay behind are ended so.
    """

    model: type[Model]
    goes: Q = field(default_factory=Q)
    open: Q | None = None
    alike: tuple[str, ...] = ()
    close: Close | None = None
    left: bool = False


_rules: dict[type[Model], MergeRule] = {}


def merges(rule: MergeRule) -> None:
    _rules[rule.model] = rule


def rule_of(model: type[Model]) -> MergeRule | None:
    return _rules.get(model)
