from django.db.models import Model, QuerySet

from vernost.core.models import AuditEntry


def history_of(record: Model) -> QuerySet[AuditEntry]:
    """All that happened to `record`, newest first."""
    return entries_of(record._meta.label_lower, record.pk)


def entries_of(kind: str, pk: int) -> QuerySet[AuditEntry]:
    """The same of the record `pk` of a kind ("clients.client")."""
    return AuditEntry.objects.filter(kind=kind, object_id=pk).select_related("by").order_by("-id")
