"""A contact that was logged keeps promises and begins periods anew; after an import the planning of all does it."""

from collections.abc import Collection
from datetime import datetime

from django.utils.timezone import localtime

from vernost.care.actions.planning import plan_touches_of
from vernost.voice.listeners import after_contacts

# For more than these the next planning of all does it, and nobody waits.
_FEW = 200


@after_contacts
def keep_promises(client_ids: Collection[int], at: datetime) -> None:
    if len(client_ids) <= _FEW:
        plan_touches_of(client_ids=client_ids, as_of=localtime(at).date())
