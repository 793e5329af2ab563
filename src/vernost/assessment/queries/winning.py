"""What winning a client costs against keeping one, from the company's own numbers (K1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import QuerySet, Sum

from vernost.assessment.models import Run
from vernost.assessment.queries.method import method
from vernost.assessment.queries.tally import Sums, sums_by, tallied
from vernost.clients.enums import MarketingPurpose
from vernost.clients.models import MarketingCost
from vernost.engine.settings import Settings

_QUARTERS = 8


@dataclass(frozen=True)
class Winning:
    """Sums of the window in the company's currency.

    winning  = marketing to win + effort up to and with the first purchase (and all effort with who never bought)
    starting = effort with new clients after their first purchase
    keeping  = marketing to keep + effort with clients whose first purchase was before the window
    """

    marketing: Mapping[str, Decimal]
    won: int
    kept: int
    won_back: int
    effort_winning: Decimal
    effort_starting: Decimal
    effort_keeping: Decimal

    @property
    def winning(self) -> Decimal:
        return self.marketing["winning"] + self.effort_winning

    @property
    def keeping(self) -> Decimal:
        return self.marketing["keeping"] + self.effort_keeping

    @property
    def per_won(self) -> Decimal | None:
        return _each(self.winning, self.won)

    @property
    def per_kept(self) -> Decimal | None:
        return _each(self.keeping, self.kept)

    @property
    def per_won_back(self) -> Decimal | None:
        return _each(self.marketing["winning_back"], self.won_back)

    @property
    def times(self) -> float | None:
        """How many times dearer winning is than keeping."""
        return float(self.per_won / self.per_kept) if self.per_won and self.per_kept else None


def winning(flows: Mapping[str, Sums], marketing: Mapping[str, Decimal], won_back: int) -> Winning:
    """From the sums by flow (queries/tally.py) and the marketing of the window by purpose."""
    new = flows.get("new", Sums())
    old = [sums for flow, sums in flows.items() if flow not in ("new", "none")]
    effort_winning = sum((one.winning for one in flows.values()), Decimal(0))
    return Winning(
        marketing=marketing,
        won=new.clients,
        kept=sum(one.kept for one in old),
        won_back=won_back,
        effort_winning=effort_winning,
        effort_starting=new.service - new.winning,
        effort_keeping=sum((one.service - one.winning for one in old), Decimal(0)),
    )


@dataclass(frozen=True)
class Facts:
    """Of the window after `since` up to and with the day of the run: sums by flow, marketing by purpose, and costs."""

    since: date
    flows: Mapping[str, Sums]
    marketing: Mapping[str, Decimal]
    costs: Winning


def facts_of(run: Run) -> Facts:
    """What the pages of winning and keeping rest on; for the last run alone, whose sums are kept."""
    since = run.as_of - timedelta(days=run.company["window_days"])
    flows = sums_by("flow", tallied(None))
    marketing = marketing_by_purpose(method(), since, run.as_of)
    won_back = next((row["clients"] for row in run.company["stages"] if row["stage"] == "won_back"), 0)
    return Facts(since, flows, marketing, winning(flows, marketing, won_back))


@dataclass(frozen=True)
class Quarter:
    """New clients by the quarter of their first purchase ("2026-Q1"), and the marketing to win them."""

    name: str
    won: int
    spent: Decimal

    @property
    def per_won(self) -> Decimal | None:
        return _each(self.spent, self.won) if self.spent else None


def quarters_of(run: Run) -> list[Quarter]:
    """The last ones, of which the last is not over."""
    sizes = {row["cohort"]: row["size"] for row in run.company["cohorts"] if row["quarter"] == 0}
    names = _last_quarters(run.as_of)
    first = date(int(names[0][:4]), int(names[0][-1]) * 3 - 2, 1)
    spent = marketing_by_quarter(method(), first - timedelta(days=1), run.as_of)
    return [Quarter(name, sizes.get(name, 0), spent.get(name, Decimal(0))) for name in names]


def _last_quarters(until: date) -> list[str]:
    last = until.year * 4 + (until.month - 1) // 3
    return [f"{one // 4}-Q{one % 4 + 1}" for one in range(last - _QUARTERS + 1, last + 1)]


def marketing_by_purpose(settings: Settings, since: date, until: date) -> dict[str, Decimal]:
    """Marketing costs after `since` up to and with `until`; a currency without a rate counts as the company's."""
    sums = {purpose.value: Decimal(0) for purpose in MarketingPurpose}
    for purpose, currency, amount in (
        _between(since, until).values_list("purpose", "currency").annotate(sum=Sum("amount")).order_by()
    ):
        sums[purpose] += _converted(amount, currency, settings)
    return sums


def marketing_by_quarter(settings: Settings, since: date, until: date) -> dict[str, Decimal]:
    """Money spent on winning by calendar quarter ("2026-Q1")."""
    sums: dict[str, Decimal] = {}
    rows = _between(since, until).filter(purpose=MarketingPurpose.WINNING)
    for day, currency, amount in rows.values_list("spent_on", "currency", "amount").order_by("spent_on"):
        quarter = f"{day.year}-Q{(day.month + 2) // 3}"
        sums[quarter] = sums.get(quarter, Decimal(0)) + _converted(amount, currency, settings)
    return sums


def known_currencies() -> set[str]:
    """The company's, and those that have a rate: in others nothing can be counted."""
    settings = method()
    return {settings.currency, *settings.exchange_rates}


def _between(since: date, until: date) -> QuerySet[MarketingCost]:
    return MarketingCost.objects.filter(deleted_at=None, spent_on__gt=since, spent_on__lte=until)


def _converted(amount: Decimal, currency: str, settings: Settings) -> Decimal:
    rate = settings.exchange_rates.get(currency, 1.0)
    return (
        amount if currency == settings.currency else (amount * Decimal(str(rate))).quantize(Decimal("0.01"))
    )


def _each(amount: Decimal, many: int) -> Decimal | None:
    return (amount / many).quantize(Decimal("0.01")) if many else None
