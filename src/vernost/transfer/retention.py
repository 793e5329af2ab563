"""What of files and of people who left grows old (core/retention.py)."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain, islice

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.clients.enums import ClientKind
from vernost.clients.models import Client, Contact
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.core.retention import Kept, keeps
from vernost.transfer.actions.erase import erase_person
from vernost.transfer.enums import Erased
from vernost.transfer.models import Erasure, ExportRun, ImportRun
from vernost.transfer.storage import has_folder, remove_folder

# Each looks through everything that is held; what is left over goes the next night.
_MOST_A_NIGHT = 200


def _imports(before: datetime) -> list[str]:
    runs = ImportRun.objects.filter(created_at__lt=before, finished_at__isnull=False)
    return [token for token in runs.values_list("token", flat=True) if has_folder(token)]


def _archives(before: datetime) -> list[str]:
    runs = ExportRun.objects.filter(finished_at__lt=before)
    return [token for token in runs.values_list("token", flat=True) if has_folder(token)]


def _remove(tokens: Iterable[str]) -> int:
    count = 0
    for token in tokens:
        remove_folder(token)
        count += 1
    return count


def _people_who_left(before: datetime) -> tuple[QuerySet[Contact], QuerySet[Client]]:
    """The people of clients that left before the day, and clients that are people themselves."""
    left = Client.objects.filter(ended_on__lt=before.date(), deleted_at=None)
    erased = Erasure.objects.filter(what=Erased.CLIENT).values("number")
    return (
        Contact.objects.filter(client__in=left).order_by("pk"),
        left.filter(kind=ClientKind.PERSON).exclude(pk__in=erased).order_by("pk"),
    )


def _count_people(before: datetime) -> int:
    return sum(rows.count() for rows in _people_who_left(before))


def _erase_people(before: datetime, by: User | None, at: datetime) -> int:
    """On behalf of the director who made the rule; without one nobody is erased."""
    if by is None:
        return 0
    contacts, clients = _people_who_left(before)
    due: Iterator[Contact | Client] = chain(contacts, clients)
    records = list(islice(due, _MOST_A_NIGHT))
    for record in records:
        erase_person(record=record, by=by, at=at, face=Face.JOB)
    return len(records)


keeps(
    Kept(
        "import_files", _("Uploaded files of imports"), 6,
        count=lambda before: len(_imports(before)), remove=lambda before, by, at: _remove(_imports(before)),
    )
)  # fmt: skip
keeps(
    Kept(
        "archives", _("Archives of exports"), 1,
        count=lambda before: len(_archives(before)), remove=lambda before, by, at: _remove(_archives(before)),
    )
)  # fmt: skip
keeps(
    Kept(
        "people_who_left", _("People of clients who left: erased, with a certificate for each"), None,
        count=_count_people, remove=_erase_people,
    )
)  # fmt: skip
