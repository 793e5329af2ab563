"""Whose numbers a person sees on the pages of economics, and the tabs between them."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.assessment.models import Tally
from vernost.assessment.queries.tally import sees_all, tallied_for
from vernost.clients.models import Segment
from vernost.core.access import Action
from vernost.core.models import User
from vernost.core.queries.user import owners_of_clients
from vernost.office.shell.access import may
from vernost.office.shell.http import Request
from vernost.office.shell.tabs import Tabs, tabs_of

_PAGES = (
    ("resources", _("Resources"), Action.VIEW_MONEY),
    ("dependence", _("Dependence"), Action.VIEW_MONEY),
    ("movement", _("Movement"), Action.VIEW_CLIENT),
    ("balance", _("Winning and keeping"), Action.VIEW_COMPANY),
    ("scenario", _("What if"), Action.VIEW_COMPANY),
    ("marketing_costs", _("Marketing costs"), Action.VIEW_COMPANY),
)


def tabs(user: User, here: str) -> Tabs:
    return tabs_of(((name, str(label)) for name, label, action in _PAGES if may(user, action)), here)


@dataclass(frozen=True)
class Filters:
    """Owner and segment that the address asks for, as numbers in text; empty: all."""

    owner: str
    segment: str
    owners: list[tuple[str, str]]
    segments: list[tuple[str, str]]

    @property
    def query(self) -> dict[str, str]:
        """The same for the list of clients."""
        return {key: value for key, value in (("owner", self.owner), ("segment", self.segment)) if value}


def filters_of(request: Request) -> Filters:
    """Only what may be chosen counts; another's number is as if it were not there."""
    user = request.user
    everybody = User.objects.order_by("name").values_list("pk", "name")
    owners = [(str(pk), name) for pk, name in everybody] if sees_all(user) else owners_of_clients(user)
    segments = [(str(pk), name) for pk, name in Segment.objects.order_by("name").values_list("pk", "name")]
    owner, segment = request.GET.get("owner", ""), request.GET.get("segment", "")
    return Filters(
        owner if owner in dict(owners) else "",
        segment if segment in dict(segments) else "",
        owners,
        segments,
    )


def rows_of(user: User, chosen: Filters) -> QuerySet[Tally]:
    """Stored sums that `user` may see, of the chosen owner and segment."""
    return tallied_for(
        user,
        owner=int(chosen.owner) if chosen.owner else None,
        segment=int(chosen.segment) if chosen.segment else None,
    )
