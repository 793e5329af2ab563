"""The register of processing: what every record of activities (article 30 GDPR, 152-FZ) asks for, from what the tables
declare to hold (core/personal.py). An area that holds personal data has its purpose here, or a test fails.
"""

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vernost.core.personal import Holding, holdings
from vernost.core.queries.privacy import privacy
from vernost.core.retention import kinds_kept, months_of

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

_CONTRACT = gettext_lazy("contract with the client; legitimate interest in keeping him")
_CONSENT = gettext_lazy("consent, kept with its day, source and purpose; contract for letters on business")
_EMPLOYMENT = gettext_lazy("employment; legitimate interest in the security of the data")
_CLIENTS = gettext_lazy("clients, their contact people")
_INSIDE = gettext_lazy("employees within their roles; nobody outside")


@dataclass(frozen=True)
class Purpose:
    """What an area processes personal data for, whose they are, on what ground, and who receives them."""

    name: "_StrPromise"
    why: "_StrPromise"
    whose: "_StrPromise"
    ground: "_StrPromise"
    receivers: "_StrPromise"


PURPOSES: dict[str, Purpose] = {
    "clients": Purpose(
        gettext_lazy("Base of clients"),
        gettext_lazy("making and keeping contracts, invoices and payments"), _CLIENTS, _CONTRACT, _INSIDE,
    ),
    "service": Purpose(
        gettext_lazy("Service"), gettext_lazy("doing what was ordered, and vouching for it"), _CLIENTS, _CONTRACT,
        _INSIDE,
    ),
    "voice": Purpose(
        gettext_lazy("Contacts, ratings, complaints"),
        gettext_lazy("answering clients and mending what they complain of"), _CLIENTS, _CONTRACT, _INSIDE,
    ),
    "channels": Purpose(
        gettext_lazy("Letters"), gettext_lazy("writing to clients and reading what they write"), _CLIENTS, _CONSENT,
        gettext_lazy("employees within their roles; the company's mail server"),
    ),
    "assessment": Purpose(
        gettext_lazy("Judgements and decisions"),
        gettext_lazy("seeing early which client is at risk and deciding what to do; a person decides"), _CLIENTS,
        _CONTRACT, _INSIDE,
    ),
    "programmes": Purpose(
        gettext_lazy("Programmes and ideas"), gettext_lazy("working together with clients and mending the service"),
        _CLIENTS, _CONTRACT, _INSIDE,
    ),
    "care": Purpose(
        gettext_lazy("Communications, discipline, endings"),
        gettext_lazy("keeping in touch as promised; keeping and ending contracts"), _CLIENTS, _CONSENT, _INSIDE,
    ),
}  # fmt: skip
_STAFF = Purpose(
    gettext_lazy("People who work here"),
    gettext_lazy("letting in who may come in, and answering for who did what"), gettext_lazy("employees"),
    _EMPLOYMENT, _INSIDE,
)  # fmt: skip


@dataclass(frozen=True)
class Activity:
    """One line of the register; `data` are the categories of personal data, `term` how long they are kept."""

    purpose: Purpose
    data: str
    actions: str
    term: str
    measures: str


def activities() -> list[Activity]:
    """One for each area that holds something, and one for the staff."""
    by_area = sorted(holdings(), key=lambda one: one.model._meta.app_label)
    areas = {
        app: list(found) for app, found in groupby(by_area, key=lambda one: str(one.model._meta.app_label))
    }
    lines = [
        _activity(purpose, _data_of(areas[app]), _term()) for app, purpose in PURPOSES.items() if app in areas
    ]
    staff = _("name, e-mail, role, language, days and addresses of logging in, what was done and opened")
    return [*lines, _activity(_STAFF, staff, _staff_term())]


def _activity(purpose: Purpose, data: str, term: str) -> Activity:
    actions = _("collecting, recording, ordering, keeping, changing, using, exporting, erasing; by programs")
    measures = _(
        "rights by role and client, second factor, log of changes under seal, log of access, backups that may be "
        "encrypted, erasing with a certificate"
    )
    return Activity(purpose, data, actions, term, measures)


def _data_of(found: list[Holding]) -> str:
    """Each table with those of its columns that tell of a person."""
    parts = []
    for one in found:
        fields = [one.model._meta.get_field(name) for name in one.texts]
        # What is made from the others for the search, and the name of a file on the disk, tell nothing more.
        told = [field for field in fields if field.editable and not field.name.endswith("_token")]
        names = [str(field.verbose_name) for field in told]  # type: ignore[union-attr]
        parts.append(f"{one.model._meta.verbose_name_plural}: {', '.join(names)}")
    return "; ".join(parts)


def _term() -> str:
    given = privacy().months
    left = next((months_of(kept, given) for kept in kinds_kept() if kept.code == "people_who_left"), None)
    if left is None:
        return _("while the client is one, and after it until the person asks for erasing")
    return _("while the client is one, and %(months)d months after it") % {"months": left}


def _staff_term() -> str:
    given = privacy().months
    kept = next((months_of(one, given) for one in kinds_kept() if one.code == "accesses"), None)
    months = _("for ever") if kept is None else _("%(months)d months") % {"months": kept}
    return _("while the person works here; the log of access: %(months)s") % {"months": months}
