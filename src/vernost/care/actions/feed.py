from datetime import datetime

from django.db import transaction

from vernost.care.models import Feed
from vernost.core.actions.record import change_record, create_record
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.core.secret import hash_of, new_secret


def renew_feed(*, person: User, by: User, at: datetime, face: Face) -> str:
    """A new secret for the person's calendar address; the old address is shut. The secret is never shown again."""
    secret = new_secret()
    with transaction.atomic():
        revoke_feed(person=person, by=by, at=at, face=face)
        feed = Feed(person=person, secret_hash=hash_of(secret), created_at=at)
        create_record(record=feed, by=by, at=at, face=face)
    return secret


def revoke_feed(*, person: User, by: User, at: datetime, face: Face) -> None:
    """Shuts the person's calendar address, if there is one."""
    with transaction.atomic():
        for feed in Feed.objects.select_for_update().filter(person=person, revoked_at=None):
            change_record(record=feed, values={"revoked_at": at}, by=by, at=at, face=face)
