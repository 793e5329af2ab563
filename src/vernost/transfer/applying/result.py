"""What became of one staged row, and why it was refused."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from vernost.transfer.enums import Outcome


class RowRefused(Exception):
    """`code` names the case (transfer/wording.py has its words), `details` are plain facts for the sentence."""

    def __init__(self, code: str, **details: Any) -> None:
        self.code = code
        self.details = details
        super().__init__(code)


@dataclass(slots=True)
class Result:
    """`rows` are the row numbers in the file; `changes` is {column: [shown before, shown after]} as JSON."""

    n: int
    row: int
    rows: list[int]
    name: str = ""
    outcome: Outcome = Outcome.LEFT
    changes: str = ""
    reason: str = ""
    details: dict[str, Any] = field(default_factory=dict)
    object_id: int = 0

    def refuse(self, refusal: RowRefused) -> None:
        self.outcome, self.reason, self.details = Outcome.REFUSED, refusal.code, refusal.details
        self.changes, self.object_id = "", 0

    def show(self, changes: Mapping[str, list[str]]) -> None:
        self.changes = json.dumps(changes, ensure_ascii=False)
