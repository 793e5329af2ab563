"""The shape of a signal's words."""

from dataclasses import dataclass
from typing import Literal

Form = Literal["strength", "count", "decimal", "percent", "money", "days", "mark"]


@dataclass(frozen=True)
class SignalWords:
    """`found` has the {places} observed, expected, threshold, observations; `forms` say how each is written.

    `found_below` says it where the observed lies under the threshold and so is something else.
    `advice` is what to do, in one or two sentences.
    """

    name: str
    found: str
    advice: str
    observed: Form = "count"
    expected: Form = "decimal"
    threshold: Form = "decimal"
    found_below: str = ""
