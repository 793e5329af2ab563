"""What a line of the client list shows. Plain values: making records of four tables took a third of a page's time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from vernost.assessment.enums import Verdict
from vernost.assessment.models import Decision, Signal
from vernost.clients.models import Client
from vernost.core.queries.prepared import Prepared

# Of the judgement: names of its columns, as cells ask for them.
JUDGED = (
    "group", "stage", "loyalty", "group_in_force", "stage_in_force", "loyalty_in_force", "loyalty_assumed",
    "attractiveness", "revenue_window", "share", "overdue_ratio", "debt_overdue",
    "net_contribution_window",
)  # fmt: skip
# Of what the client took of us in the year.
EFFORT = ("flow", "minutes", "service", "extra_orders")
_OWN = (
    "pk", "name", "kind", "code", "industry", "since_on", "strategic", "last_ordered_on", "last_contact_at",
    "owner__name", "segment__name",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ClientRow:
    """`owner` and `segment` are names; `judged` has the columns JUDGED, None before the first assessment; `raised` are
    (code, severity) of the signals that hold now, the gravest first, without false alarms; `decided` are (subject,
    value, who, until) of the decisions that nobody has ended; `effort` has the columns EFFORT, None before.
    """

    pk: int
    name: str
    kind: str
    code: str
    industry: str
    since_on: date | None
    strategic: bool
    last_ordered_on: date | None
    last_contact_at: datetime | None
    owner: str | None
    segment: str | None
    judged: Mapping[str, Any] | None
    raised: Sequence[tuple[str, int]]
    decided: Sequence[tuple[str, str, str, date]]
    effort: Mapping[str, Any] | None = None


_ROWS = Prepared(
    lambda ids: Client.objects.filter(pk__in=ids).values_list(
        *_OWN,
        "assessment__pk",
        *(f"assessment__{name}" for name in JUDGED),
        "effort__pk",
        *(f"effort__{name}" for name in EFFORT),
    )
)
_RAISED = Prepared(
    lambda ids: (
        Signal.objects.filter(client__in=ids, over_on=None)
        .exclude(verdict=Verdict.FALSE)
        .order_by("-severity", "id")
        .values_list("client_id", "code", "severity")
    )
)
_DECIDED = Prepared(
    lambda ids: (
        Decision.objects.filter(client__in=ids, over_at=None, deleted_at=None)
        .order_by("id")
        .values_list("client_id", "subject", "decided", "decided_by__name", "until_on")
    )
)


def client_rows(ids: Sequence[int]) -> list[ClientRow]:
    """The lines of the clients `ids`, in any order, in three queries."""
    raised, decided = _by_client(_RAISED.rows(ids)), _by_client(_DECIDED.rows(ids))
    own, after = len(_OWN), len(_OWN) + 1 + len(JUDGED)
    return [
        ClientRow(  # type: ignore[call-arg]  # the columns _OWN in their order
            *line[:own],
            line[own] and dict(zip(JUDGED, line[own + 1 : after], strict=True)),
            raised.get(line[0], ()),
            decided.get(line[0], ()),
            line[after] and dict(zip(EFFORT, line[after + 1 :], strict=True)),
        )
        for line in _ROWS.rows(ids)
    ]


def _by_client(lines: Iterable[tuple[Any, ...]]) -> Mapping[int, Sequence[Any]]:
    """What follows the client's number, by that number."""
    found: dict[int, list[Any]] = defaultdict(list)
    for client, *rest in lines:
        found[client].append(tuple(rest))
    return found
