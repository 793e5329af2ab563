"""The assessment: `assess(tables, settings, as_of)`, step by step as in assessment.md.

Same tables, same settings, same day: the same answer, on every engine and in any order of the rows. No clock, no
text, no web; what cannot be judged for lack of a table is empty and listed in `company["not_judged"]`.
"""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import ibis.expr.types as ir
from ibis import _

from vernost.engine.given_tables import Tables
from vernost.engine.result import Assessment, Stage
from vernost.engine.settings import Settings
from vernost.engine.signals import critical, raise_signals, trend
from vernost.engine.signals.given import Given
from vernost.engine.steps import (
    answer,
    attractiveness,
    basics,
    chance,
    check,
    comeback,
    company,
    effort,
    facts,
    group,
    holdout,
    loyalty,
    missing,
    outlook,
    payment,
    place,
    prepare,
    regular,
    rhythm,
    share,
    stage,
    tally,
    voice,
)

Progress = Callable[[str, int, int], None]
STEPS = ("check", "days", "history", "rhythm", "outlook", "facts", "judgement", "signals", "company")
_EPOCH = date(1970, 1, 1)
# What the judgements were made of and nobody asks for afterwards.
_JUDGED_BY = (
    "gap_logs",
    "gap_logs2",
    "larger",
    "above_occasions",
    "above_revenue",
    "above_margin",
    "founded_day",
)
_numbers = count(1)


def assess(
    tables: Tables,
    settings: Settings | None = None,
    as_of: date | None = None,
    *,
    on_progress: Progress | None = None,
    keep_stages: Path | None = None,
) -> Assessment:
    """Judge every client as of the day `as_of` (default: the day of the last order).

    on_progress(step, done, of) is called before each step. keep_stages: a folder that gets every stage as Parquet.
    Raises EngineError for tables or settings that cannot be judged.
    """
    try:
        return _Run(tables, settings or Settings(), as_of, on_progress, keep_stages).assess()
    finally:
        tables.backend.settle()


def judge_clients(
    tables: Tables, settings: Settings, as_of: date, *, on_progress: Progress | None = None
) -> Stage:
    """The table `clients` of `assess` alone, for a past day: neither signals nor the company are computed."""
    try:
        return _Run(tables, settings, as_of, on_progress, None).clients()
    finally:
        tables.backend.settle()


class _Run:
    """One assessment on its way: names the stages, keeps or drops them, tells the progress."""

    def __init__(
        self,
        tables: Tables,
        settings: Settings,
        as_of: date | None,
        on_progress: Progress | None,
        keep_stages: Path | None,
    ) -> None:
        self.tables, self.settings, self.backend = tables, settings, tables.backend
        self.as_of = as_of if as_of is not None else self._last_day()
        self.today = (self.as_of - _EPOCH).days
        self.on_progress, self.keep_stages = on_progress, keep_stages
        self.prefix = f"a{next(_numbers)}_"
        self.inner: dict[str, Any] = {}
        self.silences: ir.Table | None = None
        self.signals = False
        self.prior_time = 0.0

    def clients(self) -> Stage:
        _days, _orders, judged = self._judged()
        return self._published(judged)

    def assess(self) -> Assessment:
        self.signals = True
        days, orders, judged = self._judged()
        self._step("signals")
        raised = raise_signals(self._given(judged, days, orders))
        published = self._published(judged)
        signals = self._publish("signals", answer.signals(raised, judged))
        self._step("company")
        summary = self._company(judged, signals, self.inner["rows"])
        self._tell("done", len(STEPS))
        return Assessment(
            self.as_of,
            self.settings,
            clients=published,
            signals=Stage(self.backend, self.prefix + "signals", signals),
            days=Stage(self.backend, self.prefix + "days", days),
            company=summary,
            inner=self.inner,
        )

    def _judged(self) -> tuple[ir.Table, ir.Table, ir.Table]:
        """The steps up to the judgement: days, orders, and one judged row a client."""
        self._step("check")
        self.inner["rows"] = self._check()
        orders = prepare.orders(self.tables.orders, self.settings, self.today)
        self._step("days")
        days = self._store("days", basics.sequence(basics.days(orders)))
        self._step("history")
        history = self._store("history", basics.history(days, self.settings, self.today))
        self._step("rhythm")
        with_rhythm = self._rhythm(history)
        self._step("outlook")
        with_outlook = self._outlook(days, history, with_rhythm)
        self._step("facts")
        known = self._facts(history, with_outlook, orders)
        self._step("judgement")
        return days, orders, self._judge(known)

    def _published(self, judged: ir.Table) -> Stage:
        return Stage(self.backend, self.prefix + "clients", self._publish("clients", answer.clients(judged)))

    def _check(self) -> dict[str, int]:
        check.settings(self.settings)
        rows = check.orders(self.backend, self.tables.orders, self.settings, self.today)
        for name, table in self.tables.tables.items():
            if name != "orders":
                check.others(self.backend, name, table)
        return rows

    def _rhythm(self, history: ir.Table) -> ir.Table:
        prior = rhythm.prior(self.backend.fetch(rhythm.grouped(history)))
        self.inner["prior"] = prior
        return rhythm.rhythm(history, prior, self.settings.lost_overdue, self.today)

    def _outlook(self, days: ir.Table, history: ir.Table, with_rhythm: ir.Table) -> ir.Table:
        summary = outlook.summary(history, self.today)
        groups = self.backend.fetch(outlook.grouped(summary))
        spends = self.backend.fetch(outlook.grouped_spend(summary))
        seen = chance.seen(self.backend, days, history, self.settings, self.today)
        self.held = holdout.held(self.backend, days, history, self.settings, self.today)
        self._meanwhile(days, history)
        fitted = outlook.fit(groups, spends, self.settings)
        self.inner["outlook"] = fitted
        if fitted.models is None:
            calm = comeback.comeback(with_rhythm, None, 0.0)
            return outlook.outlook(calm, fitted, None, self.today)
        line = chance.learn(seen, fitted.models, self.settings)
        rows = outlook.predictions(fitted.models, groups, self.settings)
        predicted = self.backend.put(self.prefix + "predictions", rows)
        self._allow_silences(fitted.models)
        calm = comeback.comeback(with_rhythm, self.silences, self.prior_time)
        return chance.chance(outlook.outlook(calm, fitted, predicted, self.today), line)

    def _meanwhile(self, days: ir.Table, history: ir.Table) -> None:
        """What the backend can do while the models are fitted here."""
        whole = self.inner["whole"] = place.whole(self.backend, history)
        self.places = self._store("places", place.places(history, whole))
        if self.signals:
            self.trends = self._store("trends", trend.of_orders(days, self.settings))
            walked = days.filter(days.purchase).semi_join(self.trends, "client_id")
            self.walked = self._store("walked", walked.select(*trend.WALKED))
            quarters = company.by_quarter(self.backend, days, whole.first_day, self.today)
            self.quarters = self._store("quarters", quarters)
            self.tested = holdout.holdout(self.held, self.settings)

    def _allow_silences(self, models: outlook.Models) -> None:
        """How long a silence the rhythm allows: the table of `critical.silences`, and what it counts beside gaps."""
        prior, params = self.inner["prior"], models.buying.params
        self.prior_time = params.alpha / prior.erlang
        rows = critical.silences(self.settings, prior.erlang, params.r)
        self.silences = self.backend.put(self.prefix + "silences", rows)

    def _facts(self, history: ir.Table, judged_so_far: ir.Table, orders: ir.Table) -> ir.Table:
        settings, today = self.settings, self.today
        given = self.tables
        self.effort = effort.entries(given["costs"], given["interactions"], settings, today)
        self.invoices = None if given["invoices"] is None else payment.invoices(given["invoices"], today)
        self.interactions = (
            None
            if given["interactions"] is None
            else self._store("interactions", voice.interactions(given["interactions"], today))
        )
        # Minutes without a price say nothing of what a client costs: unknown, not free.
        priced = self.effort if missing.is_priced(given, settings) else None
        lines = facts.lines(orders, today, settings.recent_days) if "service_line" in orders.columns else None
        client_rows = None if given["clients"] is None else facts.clients(given["clients"], today)
        parts = [
            (self.places, place.COLUMNS),
            (client_rows, facts.CLIENT_COLUMNS),
            (lines, facts.LINE_COLUMNS),
            (_of(priced, lambda t: effort.effort(t, settings, today)), effort.COLUMNS),
            (_of(self.invoices, lambda t: payment.payment(t, settings, today)), payment.COLUMNS),
            (_of(given["ratings"], lambda t: voice.ratings(t, today)), voice.RATING_COLUMNS),
            (_of(given["complaints"], lambda t: voice.complaints(t, today)), voice.COMPLAINT_COLUMNS),
            (_of(given["acts"], lambda t: voice.acts(t, settings, today)), voice.ACT_COLUMNS),
            (_of(self.interactions, voice.contacts), voice.CONTACT_COLUMNS),
        ]
        return facts.facts(judged_so_far, history, parts, self.today)

    def _judge(self, known: ir.Table) -> ir.Table:
        settings = self.settings
        judged = share.share(known, self.inner["whole"], settings)
        judged = regular.regular(judged, settings)
        judged = stage.stage(judged, settings)
        judged = loyalty.loyalty(judged, settings)
        judged = attractiveness.attractiveness(judged, settings, self.today, self.inner["whole"].first_day)
        return self._store("judged", group.group(judged, settings).drop(*_JUDGED_BY))

    def _given(self, judged: ir.Table, days: ir.Table, orders: ir.Table) -> Given:
        given, settings, today = self.tables, self.settings, self.today
        raw = given["interactions"]
        complaints, acts = given["complaints"], given["acts"]
        returns = days.filter(_.returned > 0).select("client_id", "day")
        return Given(
            facts=judged,
            sequence=days,
            trends=self.trends,
            walked=self.walked,
            critical=self.backend.put(self.prefix + "critical", critical.correlations(settings)),
            silences=self.silences,
            prior_time=self.prior_time,
            interactions=self.interactions,
            columns_of_interactions=() if raw is None else tuple(raw.columns),
            invoices=self.invoices,
            complaints=None if complaints is None else _days(complaints, "opened_on", today),
            ratings=given["ratings"] is not None,
            acts=None if acts is None else _days(acts, "on", today, "kind"),
            returns=returns if self.inner["rows"]["returns"] else None,
            extras=orders.filter(orders.extra).select("client_id", "day")
            if "extra" in orders.columns
            else None,
            lines="service_line" in orders.columns,
            effort=self.effort,
            settings=settings,
            today=today,
            backend=self.backend,
            prefix=self.prefix,
        )

    def _company(self, judged: ir.Table, raised: ir.Table, rows: dict[str, int]) -> dict[str, Any]:
        backend, settings, today = self.backend, self.settings, self.today
        counted = tally.tally(backend, judged, settings, today)
        largest = company.largest(backend, judged, settings)
        spread = company.concentration(backend, self.places, self.inner["whole"], counted)
        return {
            "as_of": self.as_of,
            "window_days": settings.window_days,
            "currency": settings.currency,
            "previous_known": self.inner["whole"].first_day <= today - 2 * settings.window_days,
            "contribution_basis": missing.basis(self.tables, settings),
            "totals": company.totals(counted),
            "groups": company.groups(counted),
            "stages": company.stages(counted),
            "loyalty": company.loyalty(counted),
            "concentration": spread,
            "dependent": company.dependent(largest, settings),
            "if_leaves": company.if_leaves(largest, spread["hhi"]),
            "cohorts": company.cohorts(backend, self.quarters),
            "flow": company.flow(counted),
            "winning_and_keeping": company.winning_and_keeping(counted),
            "referrals": company.referrals(backend, judged, self.tables["clients"]),
            "loyalty_scenario": company.loyalty_scenario(counted, settings),
            "outlook": self._fit_quality(),
            "rhythm": missing.rhythm(self.inner["prior"]),
            "signals": company.signals(backend, raised),
            "not_judged": missing.not_judged(self.tables, settings, self.inner["outlook"]),
            "rows": rows,
        }

    def _fit_quality(self) -> dict[str, Any]:
        tested = self.tested
        if tested is not None:
            tested["from"] = _EPOCH + timedelta(days=tested.pop("from_day"))
            tested["until"] = _EPOCH + timedelta(days=tested.pop("until_day"))
        return {**missing.fit(self.inner["outlook"], self.settings), "holdout": tested}

    def _last_day(self) -> date:
        last = self.backend.fetch(prepare.day_of(self.tables.orders.ordered_on).max().as_table())
        found: int | None = last.column(0)[0].as_py()
        # A day beyond the calendar is refused by the check, which needs some day to be asked.
        return _EPOCH + timedelta(days=min(found or 0, (date.max - _EPOCH).days))

    def _store(self, name: str, expression: ir.Table) -> ir.Table:
        return self._kept(name, self.backend.store(self.prefix + name, expression))

    def _publish(self, name: str, expression: ir.Table) -> ir.Table:
        return self._kept(name, self.backend.publish(self.prefix + name, expression))

    def _kept(self, name: str, table: ir.Table) -> ir.Table:
        if self.keep_stages is not None:
            self.keep_stages.mkdir(parents=True, exist_ok=True)
            self.backend.export(self.prefix + name, self.keep_stages / f"{name}.parquet")
        return table

    def _step(self, name: str) -> None:
        self._tell(name, STEPS.index(name))

    def _tell(self, name: str, done: int) -> None:
        if self.on_progress is not None:
            self.on_progress(name, done, len(STEPS))


def _of(table: ir.Table | None, step: Callable[[ir.Table], ir.Table]) -> ir.Table | None:
    return None if table is None else step(table)


def _days(table: ir.Table, column: str, today: int, *others: str) -> ir.Table:
    return prepare.dated(table, column, today).select("client_id", "day", *others)
