from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from vernost.care.models import FirstWords
from vernost.clients.models import Client
from vernost.core.actions.record import change_record, create_record
from vernost.core.enums import Face
from vernost.core.models import User


def write_first_words(
    *, client: Client, task: str, wishes: str, by: User, at: datetime, face: Face, run: str = ""
) -> FirstWords:
    """Keeps with what the client came, in his own words; said again, it is put right."""
    with transaction.atomic():
        known = FirstWords.objects.select_for_update().filter(client=client).first()
        values = {"task": task, "wishes": wishes}
        if known is not None:
            return change_record(record=known, values=values, by=by, at=at, face=face, run=run)
        fresh = FirstWords(
            client=client, heard_on=localtime(at).date(), heard_by=by, is_sample=client.is_sample, **values
        )
        return create_record(record=fresh, by=by, at=at, face=face, run=run)
