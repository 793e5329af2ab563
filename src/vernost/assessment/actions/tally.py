"""Stores what the pages of economics read: effort by client, sums by place, curves with the run."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pyarrow as pa
from django.db.models import F

from vernost.assessment.bulk import insert
from vernost.assessment.economics import EFFORT, PLACE, effort, summary, tallies, tree_roots
from vernost.assessment.models import ClientAssessment, ClientEffort, Run, Tally
from vernost.assessment.queries.rows import read
from vernost.clients.models import Client
from vernost.engine.settings import Settings

_MONEY = frozenset(
    {"revenue_window", "revenue_previous", "net_contribution_window", "service", "winning", "extra_revenue"}
)
_TALLIED = {"revenue_window": "revenue", "net_contribution_window": "contribution"}


def tally(*, run: Run, tables: dict[str, pa.Table], clients: pa.Table, settings: Settings) -> None:
    """Replaces the rows of the run before; call it in the transaction that stores `run`."""
    places = read(
        Client.objects.filter(deleted_at=None),
        {
            "client_id": ("id", "id"),
            "owner_id": ("owner_id", "id"),
            "segment_id": ("segment_id", "id"),
            "industry": ("industry", "text"),
        },
    )
    day = date.fromisoformat(str(run.as_of))
    roots = tree_roots(tables.get("clients"))
    found = _in_force(effort(tables, clients, settings, day, places))
    ClientEffort.objects.all().delete()
    columns = ("client_id", "flow", *EFFORT)
    # A member of a tree may have a first client who is no longer in the base.
    here = set(found.column("client_id").to_pylist())
    rows = ((*line, _root(roots.get(line[0]), here), run.pk) for line in _lines(found, columns))
    insert(ClientEffort, (*columns, "root_id", "run_id"), rows)
    sums = tallies(found)
    Tally.objects.all().delete()
    names = tuple(sums.column_names)
    insert(
        Tally,
        (*(_TALLIED.get(name, name) for name in names), "run_id"),
        ((*line, run.pk) for line in _lines(sums, names)),
    )
    run.economics = summary(tables, found, settings, day, roots)
    run.save(update_fields=["economics"])


def _in_force(found: pa.Table) -> pa.Table:
    """With the group that a person has decided in place of the proposed one."""
    decided = dict(
        ClientAssessment.objects.exclude(group_in_force=F("group")).values_list("pk", "group_in_force")
    )
    if not decided:
        return found
    pairs = zip(found.column("client_id").to_pylist(), found.column("group").to_pylist(), strict=True)
    groups = pa.array([decided.get(client, group) for client, group in pairs], pa.string())
    return found.set_column(found.column_names.index("group"), "group", groups)


def _root(root: int | None, here: set[int]) -> int | None:
    return root if root in here else None


def _lines(table: pa.Table, names: tuple[str, ...]) -> Iterable[tuple[Any, ...]]:
    """Rows with money in money, text never null."""
    values = []
    for name in names:
        cells = table.column(name).to_pylist()
        if name in _MONEY:
            cells = [(cell or 0) / 100 for cell in cells]
        elif name == "industry":
            cells = [cell or "" for cell in cells]
        elif name not in PLACE and name != "client_id":
            cells = [cell or 0 for cell in cells]
        values.append(cells)
    return zip(*values, strict=True)
