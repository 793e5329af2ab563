from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True)
class Column[T]:
    """One column of a list.

    `cell` gives the text (escaped later) or a SafeString; `value` what an export writes (the cell's text when None);
    `sort` the model field to order by, which needs an index ending in id, or a path to one of a related record.
    """

    key: str
    label: "_StrPromise"
    cell: Callable[[T], str]
    value: Callable[[T], Any] | None = None
    sort: str = ""
    align: Literal["start", "end"] = "start"
    shown: bool = True
