from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from vernost.api.shell.lists import Asked
from vernost.api.shell.values import Currency, Given, Line20, Line300, Number, Shown
from vernost.transfer.enums import ClientKey, ExportFormat, Outcome, Policy, RunState

_Words = Annotated[dict[Line300, Line300], Field(max_length=500)]


class ImportShown(Shown):
    """`expected` counts the rows of the check by outcome, `counts` those of the import."""

    id: int
    kind: str
    state: RunState
    file_name: str
    file_size: int
    total: int = Field(description="Rows of the file.")
    bookmark: int = Field(description="The last row that is in.")
    expected: dict[str, int]
    counts: dict[str, int]
    problem: str = Field(description="Why the file cannot be read so, in words.")
    created_by_id: int
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    undone_at: datetime | None


class WholeImportShown(ImportShown):
    headers: list[str]
    plan: dict[str, Any] = Field(description="What was decided on columns, keys and words.")
    unknown: dict[str, Any] = Field(
        description="Words of the file that do not explain themselves, by column."
    )
    columns: list[str] = Field(description="Columns of the kind, to which headers are put.")


class ImportsAsked(Asked):
    state: RunState | None = None


class ColumnsChosen(Given):
    """What is left out stays as it was guessed, or as it was decided for the last file of this kind."""

    kind: Line20 | None = None
    mapping: _Words | None = Field(None, description="Column of the kind -> header of the file.")
    client_key: ClientKey | None = Field(None, description="By what a client is recognised.")
    policies: Annotated[dict[Line300, Policy], Field(max_length=100)] | None = Field(
        None, description="Column -> what a cell does to a value that is there; `overwrite` unless told."
    )
    date_order: Literal["auto", "dmy", "mdy", "ymd"] | None = None
    decimal: Literal["", ".", ","] | None = None
    currency: Currency | None = None
    make_clients: bool | None = Field(None, description="Whether unknown clients are made.")
    owner_id: Number | None = Field(None, description="Who answers for clients that are made.")


class ValuesChosen(Given):
    """A choice is a code or number of ours, "" to leave it empty, "!" to refuse the rows, "+" for a new one of this
    name, "~" to keep the word.
    """

    values: Annotated[dict[Line300, _Words], Field(max_length=50)] = Field(
        {}, description="Column -> word of the file -> choice."
    )
    others: _Words = Field({}, description="Column -> choice for every other word; empty unless told.")


class RowsOfImportAsked(Given):
    outcome: Outcome | None = None
    limit: int = Field(50, ge=1, le=200)
    page: int = Field(1, ge=1, le=10_000_000)


class RowOfImport(BaseModel):
    row: int
    name: str
    outcome: Outcome
    reason: str = Field(description="Why it was refused.")
    changes: dict[str, list[str]] = Field(description="Column -> before, after.")


class RowsOfImport(BaseModel):
    """Of the check until the import runs, then of the import."""

    items: list[RowOfImport]


class ExportShown(Shown):
    id: int
    format: ExportFormat
    file_size: int
    counts: dict[str, int]
    created_at: datetime
    finished_at: datetime | None = Field(description="Null while it is being made.")


class NewExport(Given):
    format: ExportFormat = ExportFormat.CSV
