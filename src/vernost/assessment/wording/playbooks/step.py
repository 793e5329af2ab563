"""The shape of a shipped playbook's step."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """`doer` is a code of enums.Doer; `days` are counted from the day the case was opened."""

    title: str
    days: int
    doer: str = "owner"
    optional: bool = False
