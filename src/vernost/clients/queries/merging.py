"""What merging two records would give, before it is done."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from vernost.clients.models import Client

# What stays empty in the record that stays is filled from the other; marks that either has, the one that stays has.
FILLED = (
    "tax_id", "email", "phone", "industry", "founded_on", "since_on", "segment", "owner", "referred_by",
    "business_stability", "values_fit", "peculiarities", "why_us", "likes", "dislikes", "expects", "why_not_all",
)  # fmt: skip
MARKS = ("strategic", "promising", "compelled")


@dataclass(frozen=True)
class Compared:
    """One field of both records and what it would be; `word` is the model's name of it."""

    word: str
    kept: Any
    gone: Any
    after: Any


def compare(keep: Client, gone: Client) -> list[Compared]:
    """Name, code and every field that at least one of the two has."""
    return [one for one in _compared(keep, gone) if one.kept not in (None, "") or one.gone not in (None, "")]


def fills(keep: Client, gone: Client) -> dict[str, Any]:
    """The values that the record that stays would take over, by field."""
    found: dict[str, Any] = {
        name: getattr(gone, name) for name in FILLED if getattr(keep, name) in (None, "")
    }
    if found.get("referred_by") == keep:
        del found["referred_by"]
    return found | {name: True for name in MARKS if getattr(gone, name)}


def _compared(keep: Client, gone: Client) -> Iterator[Compared]:
    taken = fills(keep, gone)
    for name in ("name", "code", *FILLED):
        kept = getattr(keep, name)
        yield Compared(_word(name), kept, getattr(gone, name), taken.get(name) or kept)


def _word(name: str) -> str:
    return str(getattr(Client._meta.get_field(name), "verbose_name", name))
