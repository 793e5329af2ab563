"""Reviews as pages read them: whose, how far, and what changed at one client since the last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum
from django.utils.timezone import localtime

from vernost.assessment.enums import Answer, ReviewKind
from vernost.assessment.models import Decision, Review, ReviewItem, Run, Signal, Standing
from vernost.assessment.queries.method import method
from vernost.clients.enums import OrderStatus
from vernost.clients.models import Client
from vernost.clients.queries.client import visible_to
from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User
from vernost.core.queries.prepared import Prepared
from vernost.voice.models import Complaint, Interaction, Rating

PERIODS = {ReviewKind.QUARTERLY: timedelta(days=91), ReviewKind.YEARLY: timedelta(days=365)}
# A walk takes no longer than this.
WALK = timedelta(days=14)
_DONE = (Answer.CONFIRMED, Answer.CHANGED)


def reviewed_by(user: User) -> QuerySet[User]:
    """People whose clients `user` may review, by name."""
    people = User.objects.filter(is_active=True).order_by("name")
    match scope_of(user, Action.REVIEW):
        case Scope.ALL:
            return people
        case Scope.TEAM if user.team_id:
            return people.filter(team_id=user.team_id)
        case Scope.TEAM | Scope.OWN:
            return people.filter(pk=user.pk)
        case _:
            return people.none()


def reviews_visible_to(user: User) -> QuerySet[Review]:
    """With `total` clients, `done`, `changed` and `later`."""
    reviews = Review.objects.select_related("owner", "started_by")
    match scope_of(user, Action.REVIEW):
        case Scope.ALL:
            mine = reviews
        case Scope.TEAM if user.team_id:
            mine = reviews.filter(owner__team_id=user.team_id)
        case Scope.TEAM | Scope.OWN:
            mine = reviews.filter(owner=user)
        case _:
            mine = reviews.none()
    return mine.annotate(
        total=Count("items", filter=~Q(items__answer=Answer.MERGED)),
        done=Count("items", filter=Q(items__answer__in=_DONE)),
        changed=Count("items", filter=Q(items__answer=Answer.CHANGED)),
        later=Count("items", filter=Q(items__answer=Answer.LATER)),
    )


def items_visible_to(user: User) -> QuerySet[ReviewItem]:
    """Clients of the reviews that `user` may see, as far as he still sees the client himself."""
    reviews = reviews_visible_to(user).values("pk")
    return ReviewItem.objects.filter(review__in=reviews, client__in=visible_to(user))


@dataclass(frozen=True)
class ReviewDue:
    """Clients of `owner` that wait for a walk since `due_on`; `review` is the one that was begun and not finished, else
    `last` is the day on which the last one began, if there was any.
    """

    owner: User
    due_on: date
    review: Review | None
    last: date | None


_FIRST_RUN = Prepared(lambda: Run.objects.order_by("started_at").values_list("started_at")[:1])
_OWNERS = Prepared(
    lambda user: reviewed_by(user).filter(
        Exists(Client.objects.filter(owner=OuterRef("pk"), deleted_at=None, ended_on=None))
    )
)
_REVIEWS = Prepared(lambda owners: Review.objects.filter(owner__in=owners).order_by("started_at", "pk"))


def reviews_due(user: User, until: date) -> list[ReviewDue]:
    """Owners whose clients `user` may review: begun and not through after WALK; the last one longer ago than its
    period; or none at all, a quarter after the first assessment.
    """
    first = next((at for (at,) in _FIRST_RUN.rows()), None)
    owners = _OWNERS.records(user)
    last = {one.owner_id: one for one in _REVIEWS.records([owner.pk for owner in owners])}
    found = []
    for owner in owners:
        review = last.get(owner.pk)
        began = localtime(review.started_at).date() if review else None
        if review is not None and began is not None:
            due_on = began + (PERIODS[ReviewKind(review.kind)] if review.finished_at else WALK)
        elif first is not None:
            due_on = localtime(first).date() + PERIODS[ReviewKind.QUARTERLY]
        else:
            continue
        if due_on < until:
            open_ = review if review and review.finished_at is None else None
            found.append(ReviewDue(owner, due_on, open_, began))
    return sorted(found, key=lambda one: (one.due_on, one.owner.name))


def next_item(review: Review, after: int = 0) -> ReviewItem | None:
    """The first that waits behind the place `after`, then any that waits, then the first that was put off."""
    left = review.items.filter(client__deleted_at=None).order_by("place")
    waiting = left.filter(answer=Answer.WAITING)
    return (
        waiting.filter(place__gt=after).first()
        or waiting.first()
        or left.filter(answer=Answer.LATER, place__gt=after).first()
        or left.filter(answer=Answer.LATER).first()
    )


@dataclass(frozen=True)
class Since:
    """What happened at a client after `day`; `before` is the standing of that day, None where nothing was known.

    Money is in the company's currency: `bought` since the day, `bought_before` in as many days before it.
    """

    day: date
    before: Standing | None
    bought: float
    bought_before: float
    raised: Sequence[Signal]
    over: Sequence[Signal]
    complaints: Sequence[Complaint]
    ratings: Sequence[Rating]
    decisions: Sequence[Decision]
    contacts: int


def since(client: Client, day: date, today: date) -> Since:
    signals = Signal.objects.filter(client=client)
    standing = Standing.objects.filter(client=client, since_on__lte=day)
    return Since(
        day=day,
        before=standing.filter(Q(until_on__gt=day) | Q(until_on=None)).first(),
        bought=bought(client, day, today),
        bought_before=bought(client, day - (today - day), day),
        raised=list(signals.filter(first_on__gt=day, over_on=None).order_by("-severity", "id")),
        over=list(signals.filter(over_on__gt=day).order_by("-over_on", "id")[:20]),
        complaints=list(
            Complaint.objects.filter(client=client, deleted_at=None, opened_on__gt=day).order_by("opened_on")
        ),
        ratings=list(
            Rating.objects.filter(client=client, deleted_at=None, rated_on__gt=day).order_by("rated_on")
        ),
        decisions=list(
            Decision.objects.filter(client=client, deleted_at=None, decided_at__date__gt=day)
            .select_related("decided_by")
            .order_by("decided_at")
        ),
        contacts=Interaction.objects.filter(client=client, deleted_at=None, at__date__gt=day).count(),
    )


def bought(client: Client, after: date, until: date) -> float:
    """The sum of orders from the day after `after` to `until`; currencies without a rate are left out."""
    settings = method()
    rates = {settings.currency: 1.0, **settings.exchange_rates}
    orders = client.orders.filter(deleted_at=None, ordered_on__gt=after, ordered_on__lte=until).exclude(
        status=OrderStatus.CANCELLED
    )
    sums = orders.values_list("currency").annotate(sum=Sum("amount")).order_by()
    return sum(float(amount) * rates.get(currency, 0.0) for currency, amount in sums)
