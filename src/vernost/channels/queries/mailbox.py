"""Whose mailboxes a person may read and set."""

from datetime import datetime

from django.db.models import Q, QuerySet

from vernost.channels.enums import Security
from vernost.channels.imap.server import Access
from vernost.channels.models import Mailbox
from vernost.core.access import Action, Scope, scope_of
from vernost.core.cipher import decrypt
from vernost.core.models import User

PURPOSE = "mailbox"


def read_by(user: User) -> QuerySet[Mailbox]:
    """Mailboxes whose letters `user` may read, shared or not: his own, and the company's that his team reads. Nobody
    reads another's, whatever his role; a director who looks as `user` reads none.
    """
    if user.looked_at_by is not None:
        return Mailbox.objects.none()
    mine = Q(owner=user)
    if scope_of(user, Action.LOG_INTERACTION) is not Scope.NONE:
        mine |= Q(owner=None, team=None)
        if user.team_id:
            mine |= Q(owner=None, team=user.team_id)
    return Mailbox.objects.filter(mine, deleted_at=None)


def own_mailbox(user: User) -> Mailbox | None:
    return Mailbox.objects.filter(owner=user, deleted_at=None).first()


def of_the_company() -> QuerySet[Mailbox]:
    return Mailbox.objects.filter(owner=None, deleted_at=None)


def due(at: datetime) -> QuerySet[Mailbox]:
    """Mailboxes that are to be read now; those of people who were switched off are not."""
    on = Mailbox.objects.filter(deleted_at=None, is_on=True, is_sample=False, next_try_at__lte=at)
    return on.filter(Q(owner=None) | Q(owner__is_active=True)).order_by("next_try_at", "pk")


def access_to(mailbox: Mailbox) -> Access:
    return Access(
        host=mailbox.host,
        port=mailbox.port,
        security=Security(mailbox.security),
        login=mailbox.login,
        password=decrypt(mailbox.sealed_password, purpose=PURPOSE) if mailbox.sealed_password else "",
    )
