"""What an import kind is. Adding one: a file beside this one, a line in kinds/__init__.py."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, Protocol

from django.db import models
from django.utils.translation import gettext_lazy as _

from vernost.core.actions.rows import create_rows
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.engine.tables import TableSpec

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

# Columns that are no column of the kind's own model.
CLIENT_LABELS: "dict[str, _StrPromise]" = {
    "client_id": _("Client"),
    "client_name": _("Name of the client"),
    "id": _("Our number"),
    "paid_amount": _("Paid sum"),
}

type Source = Literal["codes", "people", "owners", "segments", "service_lines"]


class CreateMany(Protocol):
    """A bulk action: saves new records, with what belongs to it."""

    def __call__(
        self, *, records: Sequence[Any], by: User | None, at: Any, face: Face, run: str, audited: bool
    ) -> None: ...


class InsertMany(Protocol):
    """A bulk action: saves new records given by columns, with what belongs to them, and returns their numbers."""

    def __call__(self, *, model: Any, values: Mapping[str, Sequence[Any]]) -> list[int]: ...


class ChangeMany(Protocol):
    """A bulk action: writes values, each change with its audit line."""

    def __call__(
        self,
        *,
        changes: Sequence[tuple[Any, Mapping[str, Any]]],
        by: User | None,
        at: Any,
        face: Face,
        run: str,
    ) -> None: ...


@dataclass(frozen=True)
class Choices:
    """A column whose words stand for something of ours. `codes` come from `options` and may be left `open`."""

    source: Source
    options: Sequence[tuple[Any, Any]] = ()
    open: bool = False


@dataclass(frozen=True, eq=False)
class Kind:
    """`fields`: column of the file -> column of the model. `number`: the model's column that names a record at its
    client; without a cell in it, records are the same when all of `content` is. `gather`: rows that share a number are
    lines of one record. `lookups`: columns that name another record of the same client. `names`: further headers.
    `of_company`: the records hang on no client.
    New records are saved by `create` where each is a line of the audit log, else by `insert`.
    """

    name: str
    label: "_StrPromise"
    spec: TableSpec
    model: type[models.Model]
    fields: Mapping[str, str]
    change: ChangeMany
    create: CreateMany | None = None
    insert: InsertMany = create_rows
    choices: Mapping[str, Choices] = field(default_factory=dict)
    lookups: Mapping[str, tuple[type[models.Model], str]] = field(default_factory=dict)
    number: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    day: str = ""
    gather: bool = False
    makes_clients: bool = False
    of_company: bool = False
    names: Mapping[str, str] = field(default_factory=dict)
    defaults: Callable[[str], Mapping[str, Any]] = lambda currency: {}

    @property
    def audits_new(self) -> bool:
        """Whether every new record gets its line in the audit log; of others the run itself is the line."""
        return self.create is not None

    @property
    def is_of_clients(self) -> bool:
        """Rows are clients themselves; every other kind hangs on a client, unless it is of the whole company."""
        return "client_id" not in self.spec.names and not self.of_company

    def label_of(self, column: str) -> str:
        """The column as people call it."""
        if column in CLIENT_LABELS:
            return str(CLIENT_LABELS[column])
        own = self.model._meta.get_field(self.fields[column])
        text = str(getattr(own, "verbose_name", column))
        return text[:1].upper() + text[1:]
