"""What speaks against a working group before it is kept."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from vernost.programmes.models import WorkingGroup


def wrong_in_group(group: WorkingGroup | None, fields: Mapping[str, Any]) -> dict[str, str]:
    """Of `group`, or of a new one, with these values as far as they are known."""
    others = WorkingGroup.objects.filter(deleted_at=None).exclude(pk=group.pk if group else 0)
    taken = {name.casefold() for name in others.values_list("name", flat=True)}
    known = fields.get("name", "").strip().casefold() in taken
    return {"name": _("There is one of this name.")} if known else {}
