"""All that is held about one client or contact person, wherever it was declared (core/personal.py)."""

import re
from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet

from vernost.clients.models import Client, Contact
from vernost.core.actions.audit import values_of
from vernost.core.models import AuditEntry
from vernost.core.personal import Holding, Subject, holdings

_SHORTEST_PART = 4
_BATCH = 500


def subject_of(record: Client | Contact) -> Subject:
    """A client comes with the records that were merged into it."""
    if isinstance(record, Contact):
        names = tuple(text for text in (record.name, record.email, record.phone) if text)
        return Subject(frozenset({record.client_id}), record.pk, names)
    found, more = {record.pk}, {record.pk}
    while more:
        more = set(Client.objects.filter(merged_into__in=more).values_list("pk", flat=True)) - found
        found |= more
    return Subject(frozenset(found))


def rows_of(subject: Subject, holding: Holding) -> QuerySet[Any]:
    """Rows that are about the subject, those in the recycle bin too."""
    rows = holding.model._default_manager.order_by("pk")
    if subject.contact_id is None:
        return rows.filter(**{f"{holding.by_client}__in": subject.client_ids})
    return rows.filter(**{holding.by_contact: subject.contact_id}) if holding.by_contact else rows.none()


def rows_around(subject: Subject, holding: Holding) -> QuerySet[Any]:
    """Rows of the contact's client, in whose texts he may be mentioned."""
    rows = holding.model._default_manager.order_by("pk")
    if subject.contact_id is None:
        return rows.none()
    found = rows.filter(**{f"{holding.by_client}__in": subject.client_ids})
    return found.exclude(Q(**{holding.by_contact: subject.contact_id})) if holding.by_contact else found


def said_of(subject: Subject) -> re.Pattern[str] | None:
    """Finds the contact's name, parts of it in any form, his address and his telephone in a text."""
    parts = [re.escape(text) for text in subject.names]
    for text in subject.names:
        if "@" not in text:
            parts += [
                rf"\b{part}\w*" for part in re.findall(r"[^\W\d_]+", text) if len(part) >= _SHORTEST_PART
            ]
    return re.compile("|".join(parts), re.IGNORECASE) if parts else None


def held_about(subject: Subject) -> dict[str, list[dict[str, Any]]]:
    """Kind of record -> rows as they stand, and under "audit" what the log says of them: all that is given out."""
    found: dict[str, list[dict[str, Any]]] = {}
    numbers: dict[str, list[int]] = {}
    said = said_of(subject)
    for holding in holdings():
        rows = [values_of(row) for row in rows_of(subject, holding)]
        if said:
            around = (values_of(row) for row in rows_around(subject, holding))
            rows += [
                row for row in around if said.search(" ".join(str(row.get(name)) for name in holding.texts))
            ]
        if rows:
            found[holding.label] = rows
            numbers[holding.label] = [row["id"] for row in rows]
    found["audit"] = _log(numbers)
    return found


def documents_about(subject: Subject) -> list[tuple[str, str]]:
    """(token, name) of every attached document among what is held about a client."""
    found: list[tuple[str, str]] = []
    for holding in holdings():
        if holding.document:
            columns = f"{holding.document}_token", f"{holding.document}_name"
            found += rows_of(subject, holding).exclude(**{columns[0]: ""}).values_list(*columns)
    return found


def _log(numbers: Mapping[str, list[int]]) -> list[dict[str, Any]]:
    return [
        {"kind": kind, "number": number, "at": at.isoformat(), "what": verb, "changes": changes}
        for label, ids in numbers.items()
        for start in range(0, len(ids), _BATCH)
        for kind, number, at, verb, changes in AuditEntry.objects.filter(
            kind=label, object_id__in=ids[start : start + _BATCH]
        )
        .order_by("pk")
        .values_list("kind", "object_id", "at", "verb", "changes")
    ]
