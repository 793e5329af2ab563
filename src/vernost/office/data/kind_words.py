from collections.abc import Mapping

from django.apps import apps
from django.utils.translation import gettext as _


def named_counts(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Kinds of records as people call them, with how many there are."""
    return [(_named(kind), count) for kind, count in counts.items() if count]


def _named(kind: str) -> str:
    match kind:
        case "audit":
            return _("entries of the audit log")
        case "files":
            return _("imports whose files are removed")
        case "documents":
            return _("attached documents")
        case "archives":
            return _("archives of exports")
    return str(apps.get_model(kind)._meta.verbose_name_plural)
