"""Letters as the log shows them, and what was written to one client."""

from django.db.models import Q, QuerySet

from vernost.care.models import ClientLetter
from vernost.channels.models import Letter
from vernost.clients.models import Client
from vernost.clients.queries import client as client_queries
from vernost.core.access import Action
from vernost.core.models import User


def letters_for(user: User) -> QuerySet[Letter]:
    """To clients whom he may see, written by him, or to himself; the digests and trials of others are their own."""
    sent = ClientLetter.objects.filter(letter__isnull=False)
    seen = client_queries.on_clients_of(user, Action.VIEW_CLIENT, sent)
    return Letter.objects.filter(
        Q(pk__in=seen.values("letter")) | Q(person=user, behind=None) | Q(to_address=user.email, behind=None)
    )


def changeable_by(user: User) -> QuerySet[Letter]:
    """Letters with which `user` may do something: to clients whom he may write to, and his own trials."""
    reach = client_queries.reachable_by(user, Action.WRITE_LETTER)
    own = ClientLetter.objects.filter(client__in=reach, letter__isnull=False)
    return Letter.objects.filter(Q(pk__in=own.values("letter")) | Q(person=user, behind=None))


def letters_of(client: Client) -> QuerySet[ClientLetter]:
    """What was written to the client from here, the newest first."""
    rows = ClientLetter.objects.filter(client=client, letter__isnull=False)
    return rows.select_related("letter", "contact").order_by("-letter")
