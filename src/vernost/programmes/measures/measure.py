"""What a measure is, and the one registry of them: plans, goals and scorecards all take their numbers from here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client, ServiceLine


class Unit(models.TextChoices):
    """How the number is read: a percentage runs from 0 to 100, a mark from 1 to 5, a level from 0 to 3."""

    COUNT = "count", _("number")
    PERCENT = "percent", _("%")
    MONEY = "money", _("money")
    MARK = "mark", _("mark of 5")
    LEVEL = "level", _("level of loyalty")


class Better(models.TextChoices):
    MORE = "more", _("the more the better")
    LESS = "less", _("the less the better")


class Over(models.TextChoices):
    """Whether the number grows through the period or is how things stand on its last day."""

    PERIOD = "period", _("through the period")
    DAY = "day", _("as of the day")


class Unknown(models.TextChoices):
    """Why there is no number. It is said, never guessed."""

    NO_ESTIMATE = "no_estimate", _("nobody has estimated what the client buys in all")
    NO_COSTS = "no_costs", _("no order has its direct cost")
    NO_MARKS = "no_marks", _("nobody gave a mark in this time")
    NO_INVOICES = "no_invoices", _("no invoice fell due in this time")
    NO_CONTACTS = "no_contacts", _("we know nobody on the client's side by level")
    NOT_JUDGED = "not_judged", _("no assessment knows this day")
    NO_PROMISES = "no_promises", _("nothing was promised in this time")
    NO_RATE = "no_rate", _("a currency has no exchange rate in the definitions")
    NO_LINE = "no_line", _("the service line is not chosen or is gone")
    NO_ORDERS = "no_orders", _("nobody bought in this time")
    NO_YEAR_BEFORE = "no_year_before", _("nobody bought in the year before")
    NO_COMPLAINTS = "no_complaints", _("no complaint came in this time")
    NOTHING_SPENT = "nothing_spent", _("no money was spent on keeping these clients")
    NOT_BEGUN = "not_begun", _("the time has not begun yet")


@dataclass(frozen=True)
class Row:
    """One row that a number was made from. `number` is what it adds, None where it was looked at and adds nothing."""

    on: date
    client_id: int
    number: Decimal | None
    record: models.Model


type Rows = Callable[[int], list[Row]]


def no_rows(most: int) -> list[Row]:
    return []


@dataclass(frozen=True)
class Value:
    """`number` is None exactly when `unknown` says why. `based_on` counts the rows; `rows(most)` reads the latest."""

    number: Decimal | None
    unknown: Unknown | None = None
    based_on: int = 0
    rows: Rows = field(default=no_rows, compare=False, repr=False)


class Compute(Protocol):
    """For one client or for many at once, in a few queries. Both days belong to the period; nothing later counts."""

    def __call__(
        self, clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
    ) -> Value: ...


@dataclass(frozen=True)
class Measure:
    """`name` and `how` (in a sentence) are lazy texts; with `asks_line` it wants a service line, with `of_many` it
    says nothing of one client alone. `words` says what the record of a row is; `reads` are the records that it looks
    at beside it, as for `select_related`.
    """

    code: str
    name: Any
    how: Any
    unit: Unit
    better: Better
    over: Over
    compute: Compute
    asks_line: bool = False
    of_many: bool = False
    words: Callable[[Any], str] = str
    reads: tuple[str, ...] = ()


_measures: dict[str, Measure] = {}


def measure(
    code: str,
    name: Any,
    how: Any,
    *,
    unit: Unit,
    better: Better = Better.MORE,
    over: Over = Over.PERIOD,
    asks_line: bool = False,
    of_many: bool = False,
    words: Callable[[Any], str] = str,
    reads: tuple[str, ...] = (),
) -> Callable[[Compute], Compute]:
    """Registers the decorated function; its module is loaded by its app's `ready`."""

    def register(compute: Compute) -> Compute:
        _measures[code] = Measure(
            code, name, how, unit, better, over, compute, asks_line, of_many, words, reads
        )
        return compute

    return register


def measures() -> list[Measure]:
    """All, in the order of their names in the active language."""
    return sorted(_measures.values(), key=lambda one: str(one.name))


def measures_of_one() -> list[Measure]:
    """Those by which the relationship with one client can be measured."""
    return [one for one in measures() if not one.of_many]


def money_measures() -> list[str]:
    """Codes of those that nobody sees who sees no money."""
    return [code for code, one in _measures.items() if one.unit is Unit.MONEY]


def measure_of(code: str) -> Measure:
    """KeyError for a code that nobody declared."""
    return _measures[code]


def rows_of(
    records: Iterable[Any], on: Callable[[Any], date], number: Callable[[Any], Decimal | None]
) -> list[Row]:
    """Rows of records that have a `client_id`."""
    return [Row(on(one), one.client_id, number(one), one) for one in records]
