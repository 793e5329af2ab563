"""What a line of the client list shows. Plain values: making records of four tables took a third of a page's time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from vernost.assessment.enums import Verdict
from vernost.assessment.models import Decision, Signal
from vernost.clients.models import Client

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


def client_rows(clients: QuerySet[Client]) -> list[ClientRow]:
    """The lines of `clients`, in three queries."""
    judged, effort = (f"assessment__{name}" for name in JUDGED), (f"effort__{name}" for name in EFFORT)
    found = list(clients.values_list(*_OWN, "assessment__pk", *judged, "effort__pk", *effort))
    ids = [line[0] for line in found]
    raised, decided = _raised(ids), _decided(ids)
    own, after = len(_OWN), len(_OWN) + 1 + len(JUDGED)
    lines: Iterable[list[Any]] = (
        [
            *line[:own],
            line[own] and dict(zip(JUDGED, line[own + 1 : after], strict=True)),
            raised.get(line[0], ()),
            decided.get(line[0], ()),
            line[after] and dict(zip(EFFORT, line[after + 1 :], strict=True)),
        ]
        for line in found
    )
    return [ClientRow(*line) for line in lines]


def _raised(ids: Iterable[int]) -> Mapping[int, Sequence[tuple[str, int]]]:
    signals = Signal.objects.filter(client__in=ids, over_on=None).exclude(verdict=Verdict.FALSE)
    found: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for client, code, severity in signals.order_by("-severity", "id").values_list(
        "client_id", "code", "severity"
    ):
        found[client].append((code, severity))
    return found


def _decided(ids: Iterable[int]) -> Mapping[int, Sequence[tuple[str, str, str, date]]]:
    words = Decision.objects.filter(client__in=ids, over_at=None, deleted_at=None).order_by("id")
    found: dict[int, list[tuple[str, str, str, date]]] = defaultdict(list)
    for one in words.select_related("decided_by"):
        found[one.client_id].append((one.subject, one.decided, one.decided_by.name, one.until_on))
    return found
