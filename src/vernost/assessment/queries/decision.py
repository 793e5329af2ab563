"""Decisions and the questions that wait for one, as pages read them; and who may decide what."""

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from vernost.assessment.enums import Subject
from vernost.assessment.models import Decision, Question
from vernost.clients.models import Client
from vernost.clients.queries import client as client_queries
from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User
from vernost.core.queries.prepared import Prepared
from vernost.engine.codes import GROUPS, LOYALTY_LEVELS, STAGES

VALUES: dict[str, Sequence[str]] = {
    Subject.GROUP: GROUPS,
    Subject.STAGE: STAGES,
    Subject.LOYALTY: LOYALTY_LEVELS,
}
# Who gets the most, and whom we part with, is not decided by the one who serves the client alone.
HIGH_GROUPS = ("reward", "fire")


def right_to_decide(subject: str, *values: str) -> Action:
    """The right that is needed to decide between `values`: the new one and that of the decision it replaces."""
    high = subject == Subject.GROUP and set(values) & set(HIGH_GROUPS)
    return Action.DECIDE_REWARD_AND_FIRE if high else Action.DECIDE


def last_word(client: Client, subject: str) -> Decision | None:
    """The decision that nobody has ended, run out or not."""
    words = Decision.objects.filter(client=client, subject=subject, over_at=None, deleted_at=None)
    return words.select_related("decided_by").first()


_LAST_WORDS = Prepared(
    lambda client: Decision.objects.filter(client=client, over_at=None, deleted_at=None).select_related(
        "decided_by"
    )
)


def last_words(client: Client) -> dict[str, Decision]:
    """The last word on each subject of one client."""
    return {one.subject: one for one in _LAST_WORDS.records(client.pk)}


def decisions_of(client: Client) -> QuerySet[Decision]:
    """Every decision on one client, newest first."""
    decisions = Decision.objects.filter(client=client, deleted_at=None)
    return decisions.select_related("decided_by", "over_by").order_by("-decided_at", "-id")


def decisions_visible_to(user: User) -> QuerySet[Decision]:
    decisions = Decision.objects.filter(deleted_at=None, client__deleted_at=None)
    if scope_of(user, Action.VIEW_CLIENT) is Scope.ALL:
        return decisions
    return decisions.filter(client__in=client_queries.visible_to(user))


def questions_visible_to(user: User) -> QuerySet[Question]:
    return client_queries.on_clients_of(user, Action.VIEW_CLIENT, Question.objects.all())


def questions_answerable_by(user: User) -> QuerySet[Question]:
    """Those that `user` may answer in either way."""
    low = client_queries.reachable_by(user, Action.DECIDE)
    high = client_queries.reachable_by(user, Action.DECIDE_REWARD_AND_FIRE)
    is_high = Q(subject=Subject.GROUP) & (Q(proposed__in=HIGH_GROUPS) | Q(stood__in=HIGH_GROUPS))
    return Question.objects.filter(~is_high & Q(client__in=low) | is_high & Q(client__in=high))
