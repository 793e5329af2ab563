"""What a person may say about a file when the reader is not to find it out by itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

DateOrder = Literal["auto", "dmy", "mdy", "ymd"]


@dataclass(frozen=True)
class ReadOptions:
    """How to read; None or "auto" means: find out.

    `mapping`: our column -> header in the file, or "#3" for the third column, "" for "leave it out";
    amount may be "Quantity * UnitPrice". `currency`: ISO code for rows that name none.
    `sheet`: name of the sheet of a spreadsheet. `skip_bad_rows`: go on without rows that cannot be read.
    """

    mapping: Mapping[str, str] = field(default_factory=dict)
    date_order: DateOrder = "auto"
    decimal: Literal[".", ","] | None = None
    encoding: str | None = None
    separator: str | None = None
    sheet: str | None = None
    skip_bad_rows: bool = False
    currency: str | None = None
