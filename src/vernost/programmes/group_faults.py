"""What speaks against a working group before it is kept."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from vernost.core.queries.names import is_taken
from vernost.programmes.models import WorkingGroup


def wrong_in_group(group: WorkingGroup | None, fields: Mapping[str, Any]) -> dict[str, str]:
    """Of `group`, or of a new one, with these values as far as they are known."""
    if is_taken(WorkingGroup.objects.filter(deleted_at=None), fields.get("name", ""), group):
        return {"name": _("There is one of this name.")}
    return {}
