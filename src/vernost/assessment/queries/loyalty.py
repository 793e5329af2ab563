"""Loyalty beyond its level: factors, hygiene, expectations and their gaps, and whether words and deeds agree."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Avg, Count, Exists, F, OuterRef, Q, QuerySet

from vernost.assessment.enums import FactorKind, Met
from vernost.assessment.models import ClientAssessment, Expectation, FactorMark, LoyaltyFactor
from vernost.assessment.queries.client_assessment import visible_to
from vernost.assessment.queries.review import bought
from vernost.clients.models import Client
from vernost.clients.queries import client as client_queries
from vernost.core.access import Action
from vernost.core.models import User
from vernost.core.queries.prepared import Prepared
from vernost.engine.settings import Settings
from vernost.voice.models import Rating

# A fifth less than the year before is "buys less".
LESS = 0.8
_RATINGS = 6
_LEAVING = ("slipping", "lost")


def broken_hygiene(client: Client) -> list[FactorMark]:
    """Conditions whose absence cancels everything else, oldest first."""
    found: list[FactorMark] = _broken_hygiene.records(client.pk)
    return found


@Prepared
def _broken_hygiene(client: int) -> QuerySet[FactorMark]:
    marks = _holding().filter(client=client, state=Met.BROKEN, factor__kind=FactorKind.HYGIENE)
    return marks.select_related("factor", "noted_by").order_by("noted_on", "id")


def has_broken_hygiene() -> Exists:
    """A condition on clients."""
    broken = {"state": Met.BROKEN, "factor__kind": FactorKind.HYGIENE}
    return Exists(_holding().filter(client=OuterRef("pk"), **broken))


def broken_of(factors: Sequence[int]) -> Exists:
    """A condition on clients: one of the factors with these numbers is broken."""
    return Exists(_holding().filter(client=OuterRef("pk"), state=Met.BROKEN, factor__in=factors))


def factors_of(client: Client) -> list[tuple[LoyaltyFactor, FactorMark | None]]:
    """Every factor of the company with the mark that holds for `client`."""
    marks = {one.factor_id: one for one in _holding().filter(client=client).select_related("noted_by")}
    factors = LoyaltyFactor.objects.filter(deleted_at=None).order_by("area", "kind", "id")
    return [(factor, marks.get(factor.pk)) for factor in factors]


def broken_factors(user: User) -> list[tuple[LoyaltyFactor, int]]:
    """Factors with the number of clients, of those `user` sees, at whom they are broken; the most frequent first."""
    broken = FactorMark.objects.filter(state=Met.BROKEN, over_at=None, deleted_at=None)
    seen = client_queries.on_clients_of(user, Action.VIEW_CLIENT, broken)
    counts = dict(seen.values_list("factor").annotate(n=Count("pk")).order_by())
    factors = LoyaltyFactor.objects.filter(deleted_at=None, pk__in=list(counts))
    return sorted(((one, counts[one.pk]) for one in factors), key=lambda pair: (-pair[1], pair[0].pk))


def scorecard(client: Client) -> list[Expectation]:
    """The last of each aspect."""
    return list(_latest().filter(client=client))


def history(client: Client) -> list[Expectation]:
    return list(
        Expectation.objects.filter(client=client, deleted_at=None).order_by("-noted_on", "aspect", "id")[:300]
    )


@dataclass(frozen=True)
class Gap:
    """Means over the clients of one line of the company's page."""

    wanted: float
    given: float | None
    clients: int

    @property
    def gap(self) -> float | None:
        return None if self.given is None else max(self.wanted - self.given, 0.0)


def gaps(user: User, by: str) -> dict[tuple[str, str], Gap]:
    """By (value of the path `by` of a client, aspect), of the last scorecards of all whom `user` sees."""
    seen = client_queries.on_clients_of(user, Action.VIEW_CLIENT, _latest())
    rows = seen.values_list(f"client__{by}", "aspect")
    means = rows.annotate(wanted=Avg("wanted"), given=Avg("given"), clients=Count("client", distinct=True))
    return {
        (str(key or ""), aspect): Gap(float(wanted), None if given is None else float(given), clients)
        for key, aspect, wanted, given, clients in means.order_by()
    }


def says_well(settings: Settings) -> Q:
    """The client's own words: last marks as of the devoted."""
    return Q(nps_last__gte=settings.devoted_nps) | Q(rating_last__gte=settings.devoted_rating)


def says_but_leaves(settings: Settings) -> Q:
    """Words and deeds disagree: good marks, and a fifth less bought than the year before, or slipping away."""
    less = Q(revenue_previous__gt=0, revenue_window__lt=F("revenue_previous") * LESS)
    return says_well(settings) & (less | Q(stage__in=_LEAVING))


def contradictions(user: User, settings: Settings) -> QuerySet[ClientAssessment]:
    """Those whom `user` sees, the largest loss first."""
    rows = visible_to(user).filter(says_but_leaves(settings)).select_related("client", "client__owner")
    return rows.order_by((F("revenue_window") - F("revenue_previous")).asc(nulls_last=True), "pk")


def words_and_deeds_part(found: ClientAssessment, settings: Settings) -> bool:
    """`says_but_leaves` of one client, without a query."""
    well = (found.nps_last or 0) >= settings.devoted_nps or (
        found.rating_last or 0
    ) >= settings.devoted_rating
    before, now = float(found.revenue_previous or 0), float(found.revenue_window or 0)
    return well and ((before > 0 and now < before * LESS) or found.stage in _LEAVING)


def compelled(user: User) -> int:
    """Regular without a choice: loyalty that does not last (S1)."""
    return visible_to(user).filter(by_compulsion=True).count()


def _holding() -> QuerySet[FactorMark]:
    return FactorMark.objects.filter(over_at=None, deleted_at=None, factor__deleted_at=None)


def _latest() -> QuerySet[Expectation]:
    newer = Expectation.objects.filter(
        client=OuterRef("client"),
        aspect=OuterRef("aspect"),
        deleted_at=None,
        noted_on__gt=OuterRef("noted_on"),
    )
    return Expectation.objects.filter(~Exists(newer), deleted_at=None)


def windows(as_of: date, days: int) -> Sequence[tuple[date, date]]:
    """The window up to `as_of` and the one before it, as (first day, last day)."""
    last = date.fromordinal(as_of.toordinal() - days)
    return (
        (date.fromordinal(last.toordinal() + 1), as_of),
        (date.fromordinal(last.toordinal() - days + 1), last),
    )


@dataclass(frozen=True)
class Contradiction:
    """Good words and less bought: the last ratings, and (first day, last day, sum) of the year and the year before;
    sums are None where they are not asked for.
    """

    ratings: Sequence[Rating]
    windows: Sequence[tuple[date, date, float | None]]


def contradiction_of(client: Client, found: ClientAssessment, *, money: bool) -> Contradiction | None:
    """None where words and deeds of the client agree."""
    settings = Settings(**found.run.settings)
    if not words_and_deeds_part(found, settings):
        return None
    ratings = Rating.objects.filter(client=client, deleted_at=None).order_by("-rated_on", "-id")
    return Contradiction(
        list(ratings[:_RATINGS]),
        [
            (first, last, bought(client, first - timedelta(days=1), last) if money else None)
            for first, last in windows(found.run.as_of, settings.window_days)
        ],
    )
