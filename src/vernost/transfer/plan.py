"""What a person decided about one import; kept as JSON with the run and remembered for the next file of its kind."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from typing import Any, Literal, Self

from vernost.engine.io import ReadOptions
from vernost.transfer.enums import ClientKey, Policy
from vernost.transfer.kinds import Kind

# What a word of the file may stand for, beside a code or a number of ours.
EMPTY, REFUSE, NEW, AS_IT_IS = "", "!", "+", "~"
# Columns that our own rejected file adds; they do not make another kind of file of it.
REJECTED_HEADERS = ("rejected_row", "rejected_reason")


@dataclass(frozen=True)
class Plan:
    """`mapping`: column -> header (or "Quantity * Price"). `values`: column -> word of the file -> what it stands for;
    `others`: column -> what every other word stands for. `owner`: number of the owner of clients that are made.
    """

    mapping: Mapping[str, str] = field(default_factory=dict)
    client_key: str = ClientKey.CODE
    policies: Mapping[str, str] = field(default_factory=dict)
    date_order: Literal["auto", "dmy", "mdy", "ymd"] = "auto"
    decimal: Literal["", ".", ","] = ""
    currency: str = ""
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    others: Mapping[str, str] = field(default_factory=dict)
    make_clients: bool = False
    owner: int | None = None

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Self:
        """From JSON; what an older version kept beside is left out."""
        return cls(**{name: value for name, value in kept.items() if name in cls.__dataclass_fields__})

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    def policy_of(self, column: str) -> Policy:
        return Policy(self.policies.get(column, Policy.OVERWRITE))

    def with_values(self, values: Mapping[str, Mapping[str, str]], others: Mapping[str, str]) -> "Plan":
        """The same with these decisions added."""
        merged = {column: {**self.values.get(column, {}), **words} for column, words in values.items()}
        return replace(self, values={**self.values, **merged}, others={**self.others, **others})

    def read_options(self, kind: Kind, layout: Mapping[str, Any]) -> ReadOptions:
        """How the engine is to read the file: exactly as it was shown to the person."""
        return ReadOptions(
            mapping={column: self.mapping.get(column, "") for column in kind.spec.names},
            date_order=self.date_order,
            decimal=self.decimal or None,
            encoding=layout.get("encoding"),
            separator=layout.get("separator"),
            sheet=layout.get("sheet"),
            skip_bad_rows=True,
        )


def headers_digest(headers: list[str]) -> str:
    """The same for files with the same headers in any order."""
    plain = sorted({header.strip().casefold() for header in headers} - set(REJECTED_HEADERS))
    return sha256("\n".join(plain).encode()).hexdigest()
