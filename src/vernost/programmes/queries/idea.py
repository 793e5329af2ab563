from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from vernost.clients.queries.client import visible_to as clients_visible_to
from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User
from vernost.programmes.enums import UNANSWERED, IdeaState
from vernost.programmes.models import Idea, IdeaVote


def visible_to(user: User) -> QuerySet[Idea]:
    """Ideas are for everybody to read; one about a client only for who sees the client, gave it or does it."""
    ideas = Idea.objects.filter(deleted_at=None)
    if scope_of(user, Action.VIEW_CLIENT) is Scope.ALL:
        return ideas.filter(Q(client=None) | Q(client__deleted_at=None))
    seen = clients_visible_to(user).values("pk")
    return ideas.filter(Q(client=None) | Q(client__in=seen) | Q(author=user) | Q(responsible=user))


def answerable_by(user: User) -> QuerySet[Idea]:
    """Ideas to which `user` may give the answer: a head to those of his people, the director to all."""
    ideas = visible_to(user)
    match scope_of(user, Action.ANSWER_IDEA):
        case Scope.ALL:
            return ideas
        case Scope.TEAM if user.team_id:
            return ideas.filter(author__team_id=user.team_id)
        case _:
            return ideas.none()


def with_votes(ideas: QuerySet[Idea], user: User) -> QuerySet[Idea]:
    """With `vote_count`, and `mine`: whether `user` is among them."""
    held = Q(votes__deleted_at=None, votes__isnull=False)
    own = IdeaVote.objects.filter(idea=OuterRef("pk"), person=user, deleted_at=None)
    return ideas.annotate(vote_count=Count("votes", filter=held), mine=Exists(own))


def unanswered(ideas: QuerySet[Idea]) -> QuerySet[Idea]:
    """The longest waiting first."""
    return ideas.filter(state__in=UNANSWERED).order_by("created_at", "pk")


def to_finish(user: User | None, ideas: QuerySet[Idea]) -> QuerySet[Idea]:
    """Accepted ones that `user` does, or with None anybody, the earliest day first."""
    found = ideas.filter(state=IdeaState.ACCEPTED)
    return (found if user is None else found.filter(responsible=user)).order_by("due_on", "pk")


def answered_and_unread(author: User) -> QuerySet[Idea]:
    """What `author` has not read yet."""
    return Idea.objects.filter(
        author=author, deleted_at=None, answered_at__isnull=False, read_at=None
    ).order_by("answered_at", "pk")


def author_choices() -> list[tuple[str, str]]:
    """(number, name) of who has given one under his name, by name."""
    given = Idea.objects.filter(author__isnull=False, deleted_at=None)
    authors = User.objects.filter(pk__in=given.values("author")).order_by("name")
    return [(str(pk), name) for pk, name in authors.values_list("pk", "name")]
