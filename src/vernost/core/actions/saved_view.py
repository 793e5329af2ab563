from datetime import datetime

from django.db import transaction

from vernost.core.actions.audit import record_change, values_of
from vernost.core.actions.record import create_record
from vernost.core.enums import Face, Sharing, Verb
from vernost.core.models import SavedView, User


def save_view(
    *, list_name: str, name: str, query: str, sharing: Sharing, by: User, at: datetime, face: Face
) -> SavedView:
    """Keeps the address under the name; an own view of that name is replaced."""
    with transaction.atomic():
        view = SavedView.objects.select_for_update().filter(owner=by, list_name=list_name, name=name).first()
        if view is None:
            fresh = SavedView(owner=by, list_name=list_name, name=name, query=query, sharing=sharing)
            return create_record(record=fresh, by=by, at=at, face=face)
        before = values_of(view)
        view.query, view.sharing = query, sharing
        view.save(update_fields=["query", "sharing"])
        record_change(record=view, verb=Verb.CHANGED, by=by, at=at, face=face, before=before)
    return view


def delete_view(*, view: SavedView, by: User, at: datetime, face: Face) -> None:
    """For good; its address still works."""
    with transaction.atomic():
        record_change(
            record=view, verb=Verb.REMOVED, by=by, at=at, face=face, before={**values_of(view), "name": ""}
        )
        view.delete()
