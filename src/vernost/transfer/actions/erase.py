"""Erases what is held about one person, everywhere that declared to hold something (core/personal.py)."""

from collections.abc import Iterable
from datetime import datetime
from itertools import batched
from typing import Any

from django.db import transaction
from django.db.models import Case, QuerySet, Value, When

from vernost.clients.models import Client, Contact
from vernost.core.actions.audit import record_change
from vernost.core.actions.erase_audit import MARK, erase_audit
from vernost.core.documents import remove_document
from vernost.core.enums import Face, Verb
from vernost.core.kept_columns import bring_columns_in_line
from vernost.core.models import User
from vernost.core.personal import Holding, Subject, erasers, holdings
from vernost.transfer.enums import Erased
from vernost.transfer.models import Erasure
from vernost.transfer.queries.person import documents_about, rows_around, rows_of, said_of, subject_of

_BATCH = 500


def erase_person(*, record: Client | Contact, by: User, at: datetime, face: Face) -> Erasure:
    """Erases the person in one transaction and returns the certificate; nothing of it can be taken back.

    What identifies goes: names, numbers, addresses, words; sums and days stay without them. UnableToErase (core) when
    the audit log is not as it was sealed.
    """
    subject = subject_of(record)
    is_client = isinstance(record, Client)
    certificate = Erasure(
        what=Erased.CLIENT if is_client else Erased.CONTACT, number=record.pk, erased_by=by, erased_at=at
    )
    with transaction.atomic():
        numbers = {h.label: frozenset(rows_of(subject, h).values_list("pk", flat=True)) for h in holdings()}
        around = {
            h.label: frozenset(rows_around(subject, h).values_list("pk", flat=True)) for h in holdings()
        }
        documents = [token for token, _name in documents_about(subject)]
        counts: dict[str, int] = {"documents": len(documents)}
        counts["audit"] = erase_audit(
            numbers=numbers, columns={h.label: frozenset(h.texts) for h in holdings()}, around=around,
            said=said_of(subject), at=at,
        )  # fmt: skip
        for eraser in erasers():
            counts |= eraser(subject, {kind: numbers[kind] | around[kind] for kind in numbers}, at)
        for holding in holdings():
            counts[holding.label] = _mentions(subject, holding) + _blank(holding, numbers[holding.label])
        for holding in holdings():
            if holding.goes_with_client if is_client else holding.goes_with_contact:
                _in(holding, numbers[holding.label]).delete()
        bring_columns_in_line(set(subject.client_ids), at)
        transaction.on_commit(lambda: _remove(documents))
        certificate.counts = {name: count for name, count in counts.items() if count}
        certificate.save(force_insert=True)
        record_change(record=certificate, verb=Verb.CREATED, by=by, at=at, face=face)
    return certificate


def _remove(documents: Iterable[str]) -> None:
    for token in documents:
        remove_document(token)


def _blank(holding: Holding, numbers: frozenset[int]) -> int:
    for some in batched(sorted(numbers), _BATCH):
        _in(holding, some).update(**{name: _left(name, value) for name, value in holding.texts.items()})
    return len(numbers)


def _left(name: str, value: str | None) -> Any:
    """What stands there afterwards: a mark only where there was something, for a reason may be forbidden there."""
    return Case(When(**{name: ""}, then=Value("")), default=Value(value)) if value == MARK else value


def _in(holding: Holding, numbers: Iterable[int]) -> QuerySet[Any]:
    return holding.model._default_manager.filter(pk__in=list(numbers))


def _mentions(subject: Subject, holding: Holding) -> int:
    """Takes the person's name out of what else was written down of the client."""
    said = said_of(subject)
    if said is None or holding.model is Client or not holding.texts:
        return 0
    changed = []
    for row in rows_around(subject, holding).iterator(_BATCH):
        found = {name: getattr(row, name) for name in holding.texts}
        texts = {name: said.sub(MARK, text) for name, text in found.items() if isinstance(text, str)}
        if any(found[name] != text for name, text in texts.items()):
            for name, text in texts.items():
                setattr(row, name, text)
            changed.append(row)
    holding.model._default_manager.bulk_update(changed, list(holding.texts), batch_size=_BATCH)
    return len(changed)
