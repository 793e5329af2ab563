"""What the tables hold about people: every app declares its own, so that one person can be shown and erased everywhere.

An app declares in its `personal.py`, which its `ready` loads. A test finds tables that hang on a client or a contact,
have words of their own, and are not declared.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import models


@dataclass(frozen=True)
class Subject:
    """Who is to be shown or erased: a client with all its people, or one contact person. `names`: what he is called."""

    client_ids: frozenset[int]
    contact_id: int | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Holding:
    """`texts`: column -> what stands there afterwards ("–" only where there was something). `by_client`,
    `by_contact`: how rows are found; without the second the table says nothing of a contact but in its texts.
    `goes_with_…`: the rows are deleted with everything.

    Sums and days stay: the law demands the accounts, and the company's figures must not change.
    """

    model: type[models.Model]
    texts: Mapping[str, str | None] = field(default_factory=dict)
    by_client: str = "client"
    by_contact: str = ""
    goes_with_client: bool = False
    goes_with_contact: bool = False
    #: The columns `<document>_name` and `<document>_token` name a file (core/documents.py).
    document: str = ""

    @property
    def label(self) -> str:
        return self.model._meta.label_lower


#: Erases what is held outside the declared tables; given the subject, the numbers of its rows by kind, and the moment;
#: returns how much by name.
type Eraser = Callable[[Subject, Mapping[str, frozenset[int]], datetime], dict[str, int]]
_holdings: dict[str, Holding] = {}
_erasers: list[Eraser] = []


def holds(holding: Holding) -> None:
    _holdings[holding.label] = holding


def erases(eraser: Eraser) -> Eraser:
    _erasers.append(eraser)
    return eraser


def holdings() -> list[Holding]:
    return list(_holdings.values())


def erasers() -> list[Eraser]:
    return list(_erasers)
