"""A file that gives a client another owner hands the client over, as a person does: with everything that is open."""

from collections.abc import Iterable
from datetime import timedelta

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import override

from vernost.care.actions.handover import UnableToHandOver, begin_handover
from vernost.care.models import Handover
from vernost.clients.models import Client
from vernost.core.models import AuditEntry, User
from vernost.core.queries.company import company
from vernost.transfer.applying.context import Context
from vernost.transfer.applying.result import Result, RowRefused
from vernost.transfer.enums import Outcome

_INTRODUCED_IN = timedelta(days=7)


def under_way(clients: Iterable[int]) -> set[int]:
    """Which of `clients` are being handed over already."""
    open_now = Handover.objects.filter(client__in=list(clients), finished_on=None, deleted_at=None)
    return set(open_now.values_list("client_id", flat=True))


def hand_over_all(context: Context, planned: Iterable[tuple[Result, Client, int]]) -> None:
    """Gives each client to the owner of the number; all that this changes is noted, so that taking the import back
    takes it back too.
    """
    given = [one for one in planned if one[0].outcome is not Outcome.REFUSED]
    if not given:
        return
    owners = User.objects.in_bulk({number for _result, _client, number in given})
    introduce_on = localtime(context.at).date() + _INTRODUCED_IN
    with override(company().language):
        reason = _("Import of a list of clients")
    last = AuditEntry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    for result, client, number in given:
        try:
            begin_handover(
                client=client, to=owners[number], reason=reason, introduce_on=introduce_on, **context.stamp()
            )
        except UnableToHandOver:
            result.refuse(RowRefused("being_handed_over", column="owner"))
            continue
        result.outcome, result.object_id = Outcome.CHANGED, client.pk
        context.handed_over += 1
    for entry in AuditEntry.objects.filter(run=context.run, pk__gt=last).order_by("pk").iterator():
        context.note_entry(entry)
