"""What each group may get: the shipped policies, over them the company's own; and to which group a client belongs."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from vernost.assessment.enums import Staffing, Subject
from vernost.assessment.models import ClientAssessment, Decision, Policy, Standing
from vernost.clients.models import Client
from vernost.core.queries.prepared import Prepared
from vernost.engine.codes import GROUPS

# What S0 says of the groups, in numbers that a firm begins with and changes to its own.
SHIPPED: Mapping[str, Mapping[str, Any]] = {
    "reward": {
        "response_hours": 4, "staffing": Staffing.BEST, "priority": 1, "contact_days": 30,
        "free_hours": Decimal("8.0"), "free_days": 90, "extras": 6, "discount_percent": Decimal("10.00"),
        "payment_days": 45, "gifts_percent": Decimal("1.00"), "debt_stops_orders": False,
    },
    "manage": {
        "response_hours": 8, "staffing": Staffing.SUITABLE, "priority": 2, "contact_days": 60,
        "free_hours": Decimal("3.0"), "free_days": 90, "extras": 2, "discount_percent": Decimal("5.00"),
        "payment_days": 30, "gifts_percent": Decimal("0.50"), "debt_stops_orders": False,
    },
    "discipline": {
        "response_hours": 24, "staffing": Staffing.FREE, "priority": 3, "contact_days": 90,
        "free_hours": Decimal("0.0"), "free_days": 90, "extras": 0, "discount_percent": Decimal("0.00"),
        "payment_days": 14, "gifts_percent": Decimal("0.00"), "debt_stops_orders": True,
    },
    "fire": {
        "response_hours": 48, "staffing": Staffing.FREE, "priority": 4, "contact_days": 180,
        "free_hours": Decimal("0.0"), "free_days": 90, "extras": 0, "discount_percent": Decimal("0.00"),
        "payment_days": 7, "gifts_percent": Decimal("0.00"), "debt_stops_orders": True,
    },
}  # fmt: skip
TERMS = tuple(SHIPPED["reward"])
# From and to of each number of a policy.
RANGES: Mapping[str, tuple[int, int]] = {
    "response_hours": (1, 1000), "priority": (1, 9), "contact_days": (1, 1000), "free_hours": (0, 1000),
    "free_days": (1, 365), "extras": (0, 1000), "discount_percent": (0, 100), "payment_days": (0, 365),
    "gifts_percent": (0, 100),
}  # fmt: skip
_ALWAYS = date(1, 1, 1)


def policies() -> dict[str, Policy]:
    """The policy of every group, in the order of the groups; a shipped one is unsaved."""
    own = {policy.group: policy for policy in Policy.objects.filter(deleted_at=None)}
    return {group: own.get(group) or shipped(group) for group in GROUPS}


_OWN = Prepared(lambda group: Policy.objects.filter(group=group, deleted_at=None))


def policy_of(group: str) -> Policy:
    return _OWN.record(group) or shipped(group)


def shipped(group: str) -> Policy:
    """The policy that holds until the company writes its own."""
    return Policy(group=group, since_on=_ALWAYS, **SHIPPED[group])


def effective_group(client: Client) -> str | None:
    """The group by which `client` is served now, as a person decided or else as the program proposes; None when nobody
    has judged him yet.
    """
    found = ClientAssessment.objects.filter(client=client).values_list("group_in_force", flat=True).first()
    return found or None


def with_group_on(rows: "QuerySet[Any]", day: str) -> "QuerySet[Any]":
    """`rows`, which have a client, with the `group` by which he was served on the day of the column `day`."""
    on = OuterRef(day)
    decisions = Decision.objects.filter(
        Q(over_at=None) | Q(over_at__date__gt=on),
        client=OuterRef("client"), subject=Subject.GROUP, deleted_at=None, decided_at__date__lte=on, until_on__gte=on,
    ).order_by("-decided_at", "-pk")  # fmt: skip
    standings = Standing.objects.filter(Q(until_on__gt=on) | Q(until_on=None), since_on__lte=on)
    judged: QuerySet[Any] = rows.annotate(
        group=Coalesce(
            Subquery(decisions.values("decided")[:1]),
            Subquery(standings.filter(client=OuterRef("client")).values("group")[:1]),
        )
    )
    return judged
