"""Judgements without the engine: one row a client, as an assessment would leave it."""

from tests.factories.moments import AT, TODAY
from vernost.assessment.enums import Why
from vernost.assessment.models import ClientAssessment, Run, Signal, Standing
from vernost.assessment.queries.method import as_json
from vernost.clients.models import Client
from vernost.engine.codes import SIGNAL_BY_CODE
from vernost.engine.settings import Settings

COMPANY = {
    "as_of": "2026-03-05",
    "window_days": 365,
    "currency": "RUB",
    "contribution_basis": "margin_less_service",
    "totals": {
        "clients": 2, "buyers": 2, "regular": 1, "occasions_window": 7, "revenue_window": 100000.0,
        "revenue_previous": 80000.0, "returns_window": 0.0, "margin_window": 40000.0, "cost_to_serve_window": 10000.0,
        "net_contribution_window": 30000.0, "regular_revenue_part": 0.6,
    },
    "groups": [
        {"group": "reward", "clients": 1, "revenue_window": 60000.0, "net_contribution_window": 20000.0,
         "cost_to_serve_window": 5000.0},
        {"group": "manage", "clients": 1, "revenue_window": 40000.0, "net_contribution_window": 10000.0,
         "cost_to_serve_window": 5000.0},
        {"group": "discipline", "clients": 0, "revenue_window": 0, "net_contribution_window": 0,
         "cost_to_serve_window": 0},
        {"group": "fire", "clients": 0, "revenue_window": 0, "net_contribution_window": 0, "cost_to_serve_window": 0},
    ],
    "stages": [],
    "loyalty": [],
    "concentration": {
        "clients": 2, "hhi": 0.52, "top_1": 0.6, "top_5": 1.0, "top_20_percent": 0.6,
        "curve": [{"clients_part": 0.0, "revenue_part": 0.0}, {"clients_part": 0.5, "revenue_part": 0.6},
                  {"clients_part": 1.0, "revenue_part": 1.0}],
        "abc": [],
    },
    "dependent": [],
    "if_leaves": [],
    "cohorts": [
        {"cohort": "2025-Q1", "quarter": 0, "size": 2, "clients": 2, "revenue": 50000.0},
        {"cohort": "2025-Q1", "quarter": 1, "size": 2, "clients": 1, "revenue": 30000.0},
    ],
    "flow": {
        "new": {"clients": 0, "revenue_window": 0, "revenue_previous": 0, "cost_to_serve_window": 0},
        "regular": {"clients": 1, "revenue_window": 60000.0, "revenue_previous": 50000.0,
                    "cost_to_serve_window": 5000.0},
        "leaving": {"clients": 0, "revenue_window": 0, "revenue_previous": 0, "cost_to_serve_window": 0},
        "other": {"clients": 1, "revenue_window": 40000.0, "revenue_previous": 30000.0,
                  "cost_to_serve_window": 5000.0},
    },
    "winning_and_keeping": None,
    "referrals": None,
    "loyalty_scenario": {"growth": 0.05, "clients_kept": 0.1, "revenue_change": 1000.0,
                         "net_contribution_change": 300.0, "part": 0.01},
    "outlook": {"model": "mbg_nbd", "params": {}, "clients": 2, "warnings": ["not_enough_data"], "holdout": None},
    "rhythm": {"prior_interval": 30.0, "within": 0.5, "between": 0.5, "regularity": 1, "intervals": 10},
    "signals": [],
    "not_judged": [],
    "rows": {"orders": 7, "returns": 0, "cancelled": 0, "after_as_of": 0},
}  # fmt: skip


def make_run(as_of=TODAY, **fields: object) -> Run:
    values = {
        "why": Why.ASKED, "started_at": AT, "finished_at": AT, "engine_version": "1", "clients": 2, "signals": 0,
        "settings": as_json(Settings(currency="RUB")), "company": COMPANY,
    } | fields  # fmt: skip
    return Run.objects.create(as_of=as_of, **values)


def make_assessment(client: Client, run: Run | None = None, **fields: object) -> ClientAssessment:
    """A regular client in the group "manage", unless said otherwise; and its standing since the day of the run."""
    run = run or Run.objects.last() or make_run()
    values = {
        "occasions": 7, "revenue_window": 40000, "revenue_previous": 30000, "revenue": 90000,
        "net_contribution": 20000, "net_contribution_window": 10000, "net_contribution_previous": 8000,
        "typical_interval": 30.0, "days_since_last": 20, "overdue_ratio": 0.7, "p_alive": 0.9, "tenure_days": 900,
        "share": 0.1, "revenue_rank": 2, "abc": "A", "regular": True, "stage": "regular",
        "stage_reason": "buys_in_rhythm", "loyalty": "satisfaction", "loyalty_reason": "bought_without_complaint",
        "loyalty_missing": "devoted_rating_or_wallet", "loyalty_assumed": True, "score_orders": 60.0,
        "attractiveness": 60.0, "confidence": 0.3, "group": "manage", "group_reason": "not_attractive_enough",
    } | fields  # fmt: skip
    held = {f"{name}_in_force": values[name] for name in ("group", "stage", "loyalty")}
    made = ClientAssessment.objects.create(client=client, run=run, **held | values)
    Standing.objects.create(
        client=client, since_on=run.as_of, group=made.group, stage=made.stage, loyalty=made.loyalty
    )
    return made


def make_signal(client: Client, code: str = "silent", **fields: object) -> Signal:
    known = SIGNAL_BY_CODE[code]
    values = {
        "area": known.area, "severity": known.severity, "first_on": TODAY, "observed": 80.0, "expected": 30.0,
        "threshold": 60.0, "observations": 6, "at_stake": 40000,
    } | fields  # fmt: skip
    return Signal.objects.create(client=client, code=code, **values)
