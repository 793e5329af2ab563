"""What cannot be, said value by value: by an action, to whichever face asked for it."""

from collections.abc import Mapping
from typing import Any


class WrongValues(Exception):
    """`found`: the column -> what is wrong with it, in words of the active language. Nothing was changed."""

    def __init__(self, found: Mapping[str, Any]) -> None:
        super().__init__(", ".join(found))
        self.found = found


def refuse_wrong(found: Mapping[str, Any]) -> None:
    """Does nothing when nothing was found."""
    if found:
        raise WrongValues(found)
