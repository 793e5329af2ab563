from django.db.models import Model, QuerySet

from vernost.core.models import AuditEntry


def history_of(record: Model) -> QuerySet[AuditEntry]:
    """All that happened to `record`, newest first."""
    kind = record._meta.label_lower
    return AuditEntry.objects.filter(kind=kind, object_id=record.pk).select_related("by").order_by("-id")
