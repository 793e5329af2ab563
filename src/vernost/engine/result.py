"""What an assessment gives back: the judged clients, the raised signals, the company, and the way to look closer."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
from ibis import _

from vernost.engine.backend import Backend
from vernost.engine.codes import GROUPS
from vernost.engine.settings import Settings
from vernost.engine.steps import prepare


@dataclass(frozen=True)
class Stage:
    """A named table of an assessment, still on its backend."""

    backend: Backend
    name: str
    expression: ir.Table

    def to_arrow(self) -> pa.Table:
        """All rows, on the driver."""
        return self.backend.fetch(self.expression)

    def write(self, path: Path) -> None:
        """One Parquet file."""
        self.backend.export(self.name, path)


@dataclass(frozen=True)
class Assessment:
    """The judgement on every client on the day `as_of`; `clients` and `signals` have the declared columns."""

    as_of: date
    settings: Settings
    clients: Stage
    signals: Stage
    days: Stage
    company: dict[str, Any]
    inner: dict[str, Any]

    def client(self, client_id: str | int) -> dict[str, Any] | None:
        """The row of one client; None if there is none."""
        rows = self._rows(self.clients, client_id)
        return rows[0] if rows else None

    def signals_of(self, client_id: str | int) -> list[dict[str, Any]]:
        """The raised signals of one client, the gravest first."""
        rows = self._rows(self.signals, client_id)
        return sorted(rows, key=lambda row: (-row["severity"], row["first_on"], row["code"]))

    def occasions_of(self, client_ids: Sequence[str | int]) -> pa.Table:
        """client_id, on, amount (less returns of the day) of every purchase of these clients, by client and day."""
        table = self.days.expression
        some = table.filter((_.bought > 0) & _.client_id.isin([self._id(table, one) for one in client_ids]))
        return self.days.backend.fetch(
            some.select(
                "client_id",
                on=prepare.date_of(some.day),
                amount=((_.bought - _.returned) / 100).cast("decimal(18, 2)"),
            ).order_by("client_id", "on")
        )

    def write(self, folder: Path) -> None:
        """clients.parquet, signals.parquet and company.json in `folder` (made if missing)."""
        folder.mkdir(parents=True, exist_ok=True)
        self.clients.write(folder / "clients.parquet")
        self.signals.write(folder / "signals.parquet")
        text = json.dumps(self.company, ensure_ascii=False, indent=2, default=str)
        (folder / "company.json").write_text(text + "\n", encoding="utf-8")

    def _rows(self, stage: Stage, client_id: str | int) -> list[dict[str, Any]]:
        table = stage.expression
        rows: list[dict[str, Any]] = stage.backend.fetch(
            table.filter(table.client_id == self._id(table, client_id))
        ).to_pylist()
        return rows

    @staticmethod
    def _id(table: ir.Table, client_id: str | int) -> str | int:
        if table.client_id.type().is_integer():
            return int(client_id) if str(client_id).lstrip("-").isdigit() else -1
        return str(client_id)


def migration(before: Assessment, after: Assessment) -> dict[str, Any]:
    """How clients moved between groups from one day to another; who had bought by one day only moved from or to None.

    Both assessments must live on the same backend. Money is the revenue of the later window (of the earlier one for
    those who are not there any more).
    """
    buyers = [one.clients.expression.filter(_.occasions > 0) for one in (before, after)]
    old = buyers[0].select("client_id", old="group", old_revenue="revenue_window")
    new = buyers[1].select("client_id", new="group", new_revenue="revenue_window")
    both = old.outer_join(new, "client_id")
    moved = both.group_by(from_group=both.old, to_group=both.new).aggregate(
        clients=_.count(),
        revenue_window=ibis.coalesce(_.new_revenue, _.old_revenue, 0).cast("float64").sum(),
    )
    rows = after.clients.backend.fetch(moved).to_pylist()
    places = {group: place for place, group in enumerate((*GROUPS, None))}
    rows.sort(key=lambda row: (places[row["from_group"]], places[row["to_group"]]))
    return {"from": before.as_of, "to": after.as_of, "matrix": rows}
