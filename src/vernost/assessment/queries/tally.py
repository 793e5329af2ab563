"""Sums of the last assessment by place, added up from few stored rows (models/tally.py)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet, Sum

from vernost.assessment.models import Tally
from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User
from vernost.core.queries.user import owners_of_clients

_SUMS = (
    "clients", "kept", "revenue", "revenue_previous", "contribution", "minutes", "free_minutes", "service", "winning",
    "extra_orders", "extra_revenue",
)  # fmt: skip


@dataclass(frozen=True)
class Sums:
    """Of the window; money in the company's currency."""

    clients: int = 0
    kept: int = 0
    revenue: Decimal = Decimal(0)
    revenue_previous: Decimal = Decimal(0)
    contribution: Decimal = Decimal(0)
    minutes: int = 0
    free_minutes: int = 0
    service: Decimal = Decimal(0)
    winning: Decimal = Decimal(0)
    extra_orders: int = 0
    extra_revenue: Decimal = Decimal(0)

    @property
    def hours(self) -> float:
        return self.minutes / 60


def sees_all(user: User) -> bool:
    """Whether the whole company's sums are for his eyes; others see those of their own clients."""
    return (
        scope_of(user, Action.VIEW_COMPANY) is not Scope.NONE
        or scope_of(user, Action.VIEW_CLIENT) is Scope.ALL
    )


def tallied_for(user: User, *, owner: int | None = None, segment: int | None = None) -> QuerySet[Tally]:
    """Rows that `user` may see, of the owner and of the segment with these numbers; None: of all."""
    rows = tallied(None if sees_all(user) else _people(user))
    if owner is not None:
        rows = rows.filter(owner=owner)
    return rows if segment is None else rows.filter(segment=segment)


def has_sums() -> bool:
    return Tally.objects.exists()


def _people(user: User) -> list[User]:
    return list(User.objects.filter(pk__in=[int(pk) for pk, _name in owners_of_clients(user)]))


def tallied(owners: Sequence[User] | None) -> QuerySet[Tally]:
    """Rows of the clients of `owners`; None: of all."""
    return Tally.objects.all() if owners is None else Tally.objects.filter(owner__in=owners)


def sums_by(place: str, rows: QuerySet[Tally]) -> dict[Any, Sums]:
    """Sums by a column of Tally: owner_id, segment_id, industry, group or flow."""
    # Named apart from the columns that they add up.
    found = rows.order_by().values_list(place).annotate(**{f"sum_of_{name}": Sum(name) for name in _SUMS})
    return {key: Sums(*values) for key, *values in found}


def total(sums: Mapping[Any, Sums]) -> Sums:
    return Sums(
        *(
            sum((getattr(one, name) for one in sums.values()), type(getattr(Sums(), name))(0))
            for name in _SUMS
        )
    )


def part(value: float | Decimal, whole: float | Decimal) -> float | None:
    """`value` ÷ `whole`; None where there is nothing to divide by."""
    return float(value) / float(whole) if whole > 0 else None
