"""The balance of new, regular and leaving clients, and when effort on the new starves the regular (K2, S3).

Pure numbers: parts are 0–1, None where nothing can be divided.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from vernost.assessment.queries.tally import Sums, part

# Effort is out of proportion from this many times the part of the income.
TOO_MUCH = 1.5
type Verdict = Literal["unknown", "balanced", "leans", "starves"]


@dataclass(frozen=True)
class Balance:
    """`effort` are parts of time and marketing together; `rules` are the three statements of S3 about a sound firm."""

    income: Mapping[str, float | None]
    effort: Mapping[str, float | None]
    rules: Mapping[str, bool]
    verdict: Verdict


def balance(flows: Mapping[str, Sums], marketing: Mapping[str, Decimal]) -> Balance:
    """`flows` are sums by flow; marketing to win is effort on the new, to keep on the regular, to win back on the
    leaving; effort with who has not bought yet is effort on the new.

    leans: the new take at least 1.5 times the part of the effort that they bring of the income, and the regular less
    than they bring. starves: besides, those who were here before (all but the new) bring less than a year ago.
    """
    none = Sums()
    found = {name: flows.get(name, none) for name in ("new", "regular", "leaving", "other")}
    spent = {name: one.service for name, one in found.items()}
    spent["new"] += marketing["winning"] + flows.get("none", none).service
    spent["regular"] += marketing["keeping"]
    spent["leaving"] += marketing["winning_back"]
    earned = {name: max(one.revenue, Decimal(0)) for name, one in found.items()}
    income = {name: part(amount, sum(earned.values())) for name, amount in earned.items()}
    effort = {name: part(amount, sum(spent.values())) for name, amount in spent.items()}
    before = sum((one.revenue_previous for one in found.values()), Decimal(0))
    since = sum((one.revenue for name, one in found.items() if name != "new"), Decimal(0))
    return Balance(income, effort, _rules(found, income), _verdict(income, effort, shrank=since < before))


def _rules(found: Mapping[str, Sums], income: Mapping[str, float | None]) -> dict[str, bool]:
    regular = found["regular"].clients
    return {
        "main_income": (income["regular"] or 0) >= 0.5,
        "more_than_new": regular > found["new"].clients,
        "more_than_leaving": regular > found["leaving"].clients,
    }


def _verdict(
    income: Mapping[str, float | None], effort: Mapping[str, float | None], *, shrank: bool
) -> Verdict:
    new, regular = effort["new"], effort["regular"]
    if new is None or regular is None or income["new"] is None or income["regular"] is None:
        return "unknown"
    if new == 0 or new < TOO_MUCH * income["new"] or regular >= income["regular"]:
        return "balanced"
    return "starves" if shrank else "leans"
