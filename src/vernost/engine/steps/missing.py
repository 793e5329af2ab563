"""What could not be judged and why, and how good the fit is: said, not left as zeros."""

from dataclasses import asdict
from typing import Any, Protocol

import ibis.expr.types as ir

from vernost.engine.codes import SIGNALS
from vernost.engine.settings import Settings
from vernost.engine.steps.outlook import Outlook
from vernost.engine.steps.rhythm import Prior


class Given(Protocol):
    """The firm's tables by name; None where there is none."""

    def __getitem__(self, name: str) -> ir.Table | None: ...


# What → the table and column that it needs.
_NEEDS = (
    ("margin", "orders", "direct_cost"),
    ("service_lines", "orders", "service_line"),
    ("extras", "orders", "is_extra"),
    ("business", "clients", "business_stability"),
    ("need", "clients", "annual_potential"),
    ("values", "clients", "values_fit"),
    ("referral_income", "clients", "referred_by"),
    ("payment_discipline", "invoices", "due_on"),
    ("complaints", "complaints", "opened_on"),
    ("stated_loyalty", "ratings", "value"),
    ("partnership", "acts", "kind"),
    ("winning_cost", "costs", "purpose"),
)


def _has(given: Given, table: str, column: str) -> bool:
    found = given[table]
    return found is not None and column in found.columns


def is_priced(given: Given, settings: Settings) -> bool:
    """Whether the cost to serve is known: as money, or as time that has a price."""
    priced = bool(settings.hourly_rate or settings.hourly_rates)
    timed = _has(given, "interactions", "minutes") or _has(given, "costs", "minutes")
    return _has(given, "costs", "money") or (priced and timed)


def basis(given: Given, settings: Settings) -> str:
    """What net contribution is made of: revenue or margin, less service or not."""
    start = "margin" if _has(given, "orders", "direct_cost") else "revenue"
    return f"{start}_less_service" if is_priced(given, settings) else start


def not_judged(given: Given, settings: Settings, outlook: Outlook) -> list[dict[str, str]]:
    """What could not be judged, and the table (and column) or the data that would allow it."""
    found = [
        {"what": what, "needs": f"{table}.{column}"}
        for what, table, column in _NEEDS
        if not _has(given, table, column)
    ]
    if not is_priced(given, settings):
        found.append({"what": "cost_to_serve", "needs": "costs.money"})
    if outlook.models is None:
        found.append({"what": "outlook", "needs": "more_clients"})
    elif not outlook.leaving_known:
        found.append({"what": "p_alive", "needs": "longer_history"})
    for signal in SIGNALS:
        if not any(given[table] is not None for table in signal.needs):
            found.append({"what": f"signal:{signal.code}", "needs": signal.needs[0]})
    return found


def fit(outlook: Outlook, settings: Settings) -> dict[str, Any]:
    """Model, parameters, log-likelihoods, warnings; parameters are empty where too few clients bought."""
    models = outlook.models
    if models is None:
        return {
            "model": settings.outlook_model,
            "params": {},
            "log_likelihood": None,
            "spend_params": {},
            "spend_log_likelihood": None,
            "clients": outlook.clients,
            "warnings": list(outlook.warnings),
        }
    return {
        "model": settings.outlook_model,
        "params": asdict(models.buying.params),
        "log_likelihood": models.buying.log_likelihood,
        "spend_params": asdict(models.spend.params),
        "spend_log_likelihood": models.spend.log_likelihood,
        "clients": outlook.clients,
        "warnings": list(outlook.warnings),
    }


def rhythm(prior: Prior) -> dict[str, Any]:
    """The company's usual interval (days), its scatter in log units, regularity (1: by chance), intervals seen."""
    return {
        "prior_interval": prior.interval,
        "within": prior.within,
        "between": prior.between,
        "regularity": prior.regularity,
        "intervals": prior.intervals,
    }
