"""Letters of an open folder as the server keeps them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import batched
from typing import Any

from imapclient import IMAPClient

# Of a longer letter only the beginning is fetched: its text stands there, before what is attached.
WHOLE_UP_TO = 2_000_000
_BEGINNING = 500_000
_AT_ONCE = 20


@dataclass(frozen=True)
class RawLetter:
    """`content` is the letter as it travelled, cut off where `is_cut`; `received_at` is the server's moment."""

    uid: int
    content: bytes
    received_at: datetime
    is_cut: bool


def new_uids(server: IMAPClient, *, after: int, since_on: date) -> list[int]:
    """Numbers above `after` of letters that came on `since_on` or later, in rising order."""
    found = server.search(["UID", f"{after + 1}:*", "SINCE", since_on])
    # "n:*" always gives the last letter, though its number be lower.
    return sorted(uid for uid in found if uid > after)


def read(server: IMAPClient, uids: Sequence[int]) -> Iterator[list[RawLetter]]:
    """The letters in batches, in the order of their numbers; those that were deleted meanwhile are left out."""
    for some in batched(uids, _AT_ONCE):
        about = server.fetch(list(some), ["RFC822.SIZE", "INTERNALDATE"])
        small = [uid for uid in some if uid in about and about[uid][b"RFC822.SIZE"] <= WHOLE_UP_TO]
        long = [uid for uid in some if uid in about and uid not in set(small)]
        whole = server.fetch(small, ["BODY.PEEK[]"]) if small else {}
        begun = server.fetch(long, [f"BODY.PEEK[]<0.{_BEGINNING}>"]) if long else {}
        found = [
            RawLetter(uid, content, about[uid][b"INTERNALDATE"], is_cut=uid in begun)
            for uid in some
            if (content := _content({**whole, **begun}.get(uid))) is not None
        ]
        yield found


def _content(answer: Mapping[bytes, Any] | None) -> bytes | None:
    if answer is None:
        return None
    return next(
        (value for name, value in answer.items() if name.startswith(b"BODY[]") and value is not None), None
    )
