"""Running the signals over the company's own past and keeping the answer."""

from collections.abc import Mapping
from datetime import date, datetime
from itertools import count
from typing import Any

from django.db import transaction

from vernost.assessment.backtest.alarms import alarms_of
from vernost.assessment.backtest.fates import Fates, fates
from vernost.assessment.backtest.ledger import Ledger
from vernost.assessment.backtest.past_days import past_days
from vernost.assessment.backtest.scores import score
from vernost.assessment.models import BackTest, BackTestSignal
from vernost.assessment.queries.backtest import key_of
from vernost.assessment.queries.engine_tables import engine_tables
from vernost.assessment.queries.method import as_json, method_of
from vernost.assessment.queries.run import day_to_judge
from vernost.core.actions.record import create_record
from vernost.core.enums import Face
from vernost.core.jobs.progress import report_progress
from vernost.core.models import User
from vernost.core.queries.company import company
from vernost.engine.assess import STEPS
from vernost.engine.codes import SIGNALS

_KEPT = 20


def run_backtest(*, values: Mapping[str, Any], by: User | None, at: datetime, today: date) -> BackTest | None:
    """Looks how the signals would have done with `values` over the definitions in force; None without two years of
    orders. Replaces an earlier answer for the same definitions. Raises EngineError as an assessment does.
    """
    settings = method_of(company(), values)
    as_of = day_to_judge(today)
    if as_of is None:
        return None
    steps = count(1)
    tables = engine_tables(settings, lambda name: report_progress(next(steps), 100, name))
    ordered = tables["orders"].column("ordered_on")
    days = past_days(min(ordered.to_pylist()), as_of)
    if not days:
        return None
    ledger = Ledger(tables["orders"], {settings.currency: 1.0, **settings.exchange_rates})

    def on_step(done: int, of: int, step: str) -> None:
        within = STEPS.index(step) / len(STEPS) if step in STEPS else 1
        report_progress(10 + int(80 * (done + within) / of), 100, step)

    alarms = alarms_of(tables, settings, days, ledger.clients, on_step)
    report_progress(92, 100, "store")
    became = fates(ledger, days)
    test = BackTest(
        key=key_of(settings),
        as_of=as_of,
        made_at=at,
        settings=as_json(settings),
        days=[day.isoformat() for day in days],
        clients=len(ledger.clients),
        base=_base(became),
    )
    signals = [
        BackTestSignal(
            backtest=test,
            code=one.code,
            **vars(score(one.code, alarms.get(one.code), became, ledger.clients, days)),
        )
        for one in SIGNALS
    ]
    with transaction.atomic():
        BackTest.objects.filter(key=test.key).delete()
        create_record(record=test, by=by, at=at, face=Face.JOB)
        BackTestSignal.objects.bulk_create(signals)
        old = BackTest.objects.order_by("-made_at").values_list("pk", flat=True)[_KEPT:]
        BackTest.objects.filter(pk__in=list(old)).delete()
    return test


def _base(became: Fates) -> dict[str, int]:
    """Clients × days: how many were judged, and what became of them whatever was signalled."""
    return {name: int(getattr(became, name).sum()) for name in ("judged", "left", "fell", "grew")}
