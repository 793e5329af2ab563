"""One row of the back-test: a way to predict, at a cut, and how well it did."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from scipy.stats import spearmanr

from bench.backtest.histories import HORIZON_DAYS, History, Known, known_at
from bench.backtest.ours import Ours, ours_at
from bench.backtest.usual import USUAL
from bench.scoring import Bools, Floats, auc, calibrated, calibration_error, lift

LEARNT, OUTLOOK = "Vernost: p_order", "Vernost: outlook alone"
RHYTHM, SILENT = "Vernost: overdue ratio", "Vernost: signal silent"


@dataclass(frozen=True)
class Scored:
    """How well one way did at one cut."""

    history: str
    cut: date
    way: str
    auc_active: float
    lift_active: float
    lift_revenue: float
    #: among regular clients: who buys nothing in the horizon
    auc_leaving: float
    lift_leaving: float
    #: of the chance to be active: as given (ours only), and by a curve learnt one horizon earlier (all)
    error_as_given: float | None
    error_calibrated: float | None


@dataclass(frozen=True)
class Amounts:
    """Expected against actual orders and revenue, all clients together and each alone."""

    history: str
    cut: date
    way: str
    orders_ratio: float
    orders_rank: float
    revenue_ratio: float
    revenue_rank: float


def scored(history: History) -> tuple[list[Scored], list[Amounts]]:
    """Every way at every cut. The calibration curves know only what was known at the cut."""
    rows: list[Scored] = []
    amounts: list[Amounts] = []
    for cut in history.cuts:
        known, before = known_at(history, cut), known_at(history, cut - timedelta(days=HORIZON_DAYS))
        ours, ours_before = ours_at(history, known), ours_at(history, before)
        given: dict[str, tuple[Floats, Floats | None]] = {
            # No curve for it: it is learnt from the same horizon already.
            LEARNT: (ours.learnt, None),
            OUTLOOK: (ours.outlook, ours_before.outlook),
            RHYTHM: (ours.rhythm, ours_before.rhythm),
            SILENT: (ours.silent, ours_before.silent),
        }
        given |= {name: (way(known), way(before)) for name, way in USUAL.items()}
        for name, (score, earlier) in given.items():
            rows.append(_scored(history.name, known, before, ours.regular, name, score, earlier))
        amounts += _amounts(history.name, known, ours)
    return rows, amounts


def _scored(
    history: str, known: Known, before: Known, regular: Bools, way: str, score: Floats, earlier: Floats | None
) -> Scored:
    finite = np.nan_to_num(score, neginf=-1e9)
    curve = (
        None if earlier is None else calibrated(finite, np.nan_to_num(earlier, neginf=-1e9), before.active)
    )
    leaves = ~known.active[regular]
    return Scored(
        history,
        known.cut,
        way,
        auc(finite, known.active),
        lift(finite, known.active.astype(float)),
        lift(finite, known.money_after),
        auc(-finite[regular], leaves),
        lift(-finite[regular], leaves.astype(float)),
        calibration_error(score, known.active) if way in (LEARNT, OUTLOOK) else None,
        None if curve is None else calibration_error(curve, known.active),
    )


def _amounts(history: str, known: Known, ours: Ours) -> list[Amounts]:
    ways = {
        OUTLOOK: (ours.expected_orders, ours.expected_revenue),
        "as the same time before": (known.occasions_before, known.money_before),
    }
    return [
        Amounts(
            history,
            known.cut,
            way,
            float(orders.sum() / known.occasions_after.sum()),
            float(spearmanr(orders, known.occasions_after).statistic),
            float(revenue.sum() / known.money_after.sum()),
            float(spearmanr(revenue, known.money_after).statistic),
        )
        for way, (orders, revenue) in ways.items()
    ]
