"""What the parts of the demo's making hand to one another."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from random import Random
from typing import Any, TypedDict

import pyarrow as pa
from django.db import models

from vernost.cli.demo.words import CompanyWords, Words
from vernost.clients.models import Client, Contact, Order, Segment, ServiceLine
from vernost.core.actions.record import create_records
from vernost.core.enums import Face
from vernost.core.models import User

type Row = dict[str, Any]


class Given(TypedDict):
    by: User
    at: datetime
    face: Face


@dataclass
class Making:
    """A demo company while it is made. `clients`, `orders` and the others are by the simulation's ids."""

    words: Words
    company: CompanyWords
    tables: dict[str, pa.Table]
    director: User
    staff: dict[str, User]
    at: datetime
    dice: Random
    report: Callable[[int], None]
    segments: dict[str, Segment] = field(default_factory=dict)
    lines: dict[str, ServiceLine] = field(default_factory=dict)
    clients: dict[str, Client] = field(default_factory=dict)
    contacts: dict[str, list[Contact]] = field(default_factory=dict)
    orders: dict[str, Order] = field(default_factory=dict)

    def rows(self, table: str) -> list[Row]:
        rows: list[Row] = self.tables[table].to_pylist()
        return rows

    def save(self, records: Iterable[models.Model]) -> None:
        """Through the action that imports use: in batches, each record with its audit line."""
        count = create_records(records=records, by=self.director, at=self.at, face=Face.CLI)
        self.report(count)

    def sum(self, amount: Decimal) -> Decimal:
        """The simulation's sum in the demo's currency, to ten where the unit is small change."""
        rated = Decimal(amount) * self.words.rate
        return rated.quantize(Decimal("1E1") if self.words.rate > 1 else Decimal("0.01")) + Decimal("0.00")

    def sum_or_none(self, amount: Decimal | None) -> Decimal | None:
        return None if amount is None else self.sum(amount)

    @property
    def given(self) -> Given:
        """Who writes it down and when, for actions on single records."""
        return {"by": self.director, "at": self.at, "face": Face.CLI}
