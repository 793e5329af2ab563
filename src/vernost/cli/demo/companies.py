"""What the two companies of the demo do: how often their clients buy, and for how much."""

from dataclasses import replace
from typing import Literal

from vernost.engine.simulate import FIRM, Profile

type CompanyKind = Literal["law", "wholesale"]
KINDS: tuple[CompanyKind, ...] = ("law", "wholesale")
CLIENTS, YEARS, SEED = 120, 4, 1


def profile_of(kind: CompanyKind) -> Profile:
    """Clients of a law firm come less than half as often as those of a wholesaler."""
    if kind == "wholesale":
        return FIRM
    slower = [
        replace(archetype, interval=(archetype.interval[0] * 2.2, archetype.interval[1] * 2.2))
        for archetype in FIRM.archetypes
    ]
    return replace(FIRM, archetypes=tuple(slower))
