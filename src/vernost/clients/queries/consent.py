from collections.abc import Collection, Iterable
from itertools import batched

from django.db.models import Max

from vernost.clients.models import Consent, Contact

_BATCH = 500


def standing_of(contact_ids: Iterable[int]) -> dict[tuple[int, str], Consent]:
    """(contact, purpose) -> the word that holds; of what nothing was ever said there is none."""
    found: dict[tuple[int, str], Consent] = {}
    for some in batched(contact_ids, _BATCH):
        newest = (
            Consent.objects.filter(contact__in=some)
            .order_by()
            .values("contact", "purpose")
            .annotate(last=Max("pk"))
            .values_list("last", flat=True)
        )
        for word in Consent.objects.filter(pk__in=list(newest)):
            found[word.contact_id, word.purpose] = word
    return found


def who_agreed(contact_ids: Collection[int], purpose: str) -> frozenset[int]:
    """Those of `contact_ids` who may be written to for `purpose`: who never said a word may not."""
    standing = standing_of(contact_ids)
    return frozenset(contact for (contact, what), word in standing.items() if what == purpose and word.given)


def history_of(contact: Contact) -> list[Consent]:
    """Every word of the contact, the newest first."""
    return list(Consent.objects.filter(contact=contact).select_related("by").order_by("-pk"))
