"""What the company's own numbers say of keeping clients: where “loyalty grows by 5 %” begins (K3)."""

from typing import Any

from vernost.assessment.models import Run
from vernost.assessment.queries.method import method

_YEARS = 5


def own_numbers(run: Run) -> dict[str, Any] | None:
    """Percent and years for `assumptions` (scenario.py), and what they rest on; None where nobody bought in either
    year.
    """
    totals, retention = run.company["totals"], run.economics["retention"]
    revenue = float(totals["revenue_window"])
    buyers = run.company["concentration"]["clients"]
    if not buyers or revenue <= 0 or not retention["before"]:
        return None
    settings = method()
    margin = 100 * float(totals["net_contribution_window"] or 0) / revenue
    return {
        "clients": buyers,
        "income": revenue / buyers,
        "bought_before": retention["before"],
        "bought_again": retention["again"],
        "growth": round(100 * settings.loyalty_growth, 1),
        "retention": round(100 * retention["again"] / retention["before"], 1),
        "margin": round(min(max(margin, 0.0), 100.0), 1),
        "years": _YEARS,
        "discount": round(100 * settings.discount_rate, 1),
    }
