"""Who of a mailing gets a letter, who is held back and why."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from vernost.care.enums import (
    CONSENT_FOR,
    FORMER_STAGES,
    KIND_OF_LETTER,
    LetterHold,
    LetterPurpose,
    TouchState,
)
from vernost.care.models import ClientLetter, Mailing, Touch
from vernost.care.planning.cap import fits
from vernost.care.queries.care_settings import care_settings
from vernost.care.queries.heard import heard_of
from vernost.care.queries.rule import keeps_promise
from vernost.clients.models import Client, Contact, Invoice
from vernost.clients.queries import client as client_queries
from vernost.clients.queries.consent import who_agreed
from vernost.clients.queries.contact import rank_of
from vernost.clients.queries.debt import debts_among
from vernost.core.access import Action
from vernost.core.models import User
from vernost.voice.enums import Channel, InteractionKind

_YEAR = 365
# What is owed to the client as an answer or asked of him by right is not importunate.
_BEYOND_CAP = (LetterPurpose.WORK, LetterPurpose.OVERDUE)


@dataclass(frozen=True, slots=True)
class Judged:
    """A client of a mailing: to whom the letter goes, or `hold`: why none does."""

    client: int
    contact: int | None
    hold: str


def judge(client_ids: Collection[int], purpose: str, as_of: date) -> list[Judged]:
    """For each client the contact with most influence who has an address and agreed; the cap of care, held against
    letters, kept and planned touches together, except those touches that this letter itself would keep.
    """
    people = _reachable(client_ids)
    everybody = [one.pk for some in people.values() for one in some]
    needed = CONSENT_FOR.get(purpose)
    agreed = who_agreed(everybody, needed) if needed else frozenset(everybody)
    capped = _capped(client_ids, purpose, as_of)
    indebted = _indebted(client_ids, as_of) if purpose == LetterPurpose.OVERDUE else frozenset(client_ids)
    gone = frozenset(
        Client.objects.filter(pk__in=client_ids, deleted_at__isnull=False).values_list("pk", flat=True)
    )
    own_address = (
        frozenset()
        if needed
        else frozenset(
            Client.objects.filter(pk__in=client_ids).exclude(email="").values_list("pk", flat=True)
        )
    )
    found = []
    for client in client_ids:
        there = people.get(client, ())
        contact = next((one.pk for one in there if one.pk in agreed), None)
        hold = ""
        if client in gone:
            hold = LetterHold.REMOVED.value
        elif contact is None and client not in own_address:
            hold = (LetterHold.NO_CONSENT if there else LetterHold.NO_ADDRESS).value
        elif client not in indebted:
            hold = LetterHold.NO_DEBT.value
        else:
            hold = capped.get(client, "")
        found.append(Judged(client, contact, hold))
    return found


def _reachable(client_ids: Collection[int]) -> dict[int, Sequence[Contact]]:
    found: dict[int, list[Contact]] = defaultdict(list)
    rows = Contact.objects.filter(client__in=client_ids, deleted_at=None).exclude(email="")
    for one in rows.only("pk", "client", "influence").order_by("pk"):
        found[one.client_id].append(one)
    for some in found.values():
        some.sort(key=lambda one: rank_of(one.influence))
    return dict(found)


def _capped(client_ids: Collection[int], purpose: str, as_of: date) -> dict[int, str]:
    """Clients to whom one more letter on `as_of` would be too much, and which limit says so."""
    if purpose in _BEYOND_CAP:
        return {}
    limits, day = care_settings(), as_of.toordinal()
    within = {"client_id__in": list(client_ids)}
    heard = heard_of(within, as_of)
    planned = _planned(within, purpose)
    former = _former(client_ids)
    found = {}
    for client in client_ids:
        days = sorted([*heard.get(client, ()), *planned.get(client, ())])
        is_former = client in former
        most, days_within = (
            (limits.former_per_year, _YEAR) if is_former else (limits.cap_touches, limits.cap_days)
        )
        if not fits(days, day, most, days_within):
            found[client] = (LetterHold.FORMER if is_former else LetterHold.CAP).value
    return found


def _planned(within: dict[str, list[int]], purpose: str) -> dict[int, list[int]]:
    kind = KIND_OF_LETTER.get(purpose, InteractionKind.LETTER)
    found: dict[int, list[int]] = defaultdict(list)
    rows = Touch.objects.filter(**within, state=TouchState.PLANNED).select_related("rule")
    for one in rows.iterator(2000):
        # Those of plans are among what was heard.
        if one.rule is not None and not keeps_promise(one.rule, kind, Channel.MAIL):
            found[one.client_id].append(one.due_on.toordinal())
    return found


def _former(client_ids: Collection[int]) -> frozenset[int]:
    columns = ("pk", "ended_on", "assessment__stage", "assessment__stage_in_force")
    rows = Client.objects.filter(pk__in=client_ids).values_list(*columns)
    return frozenset(pk for pk, ended, stage, decided in rows if ended or (decided or stage) in FORMER_STAGES)


def _indebted(client_ids: Collection[int], as_of: date) -> frozenset[int]:
    late = debts_among(Invoice.objects.filter(client__in=client_ids), as_of)
    return frozenset(one.invoice.client_id for one in late)


def visible_to(user: User) -> QuerySet[ClientLetter]:
    """Letters to clients that `user` may see."""
    return ClientLetter.objects.filter(client__in=client_queries.visible_to(user))


def mailings_of(user: User) -> QuerySet[Mailing]:
    """His own, and those to any client that he may see."""
    seen = ClientLetter.objects.filter(client__in=client_queries.visible_to(user), mailing__isnull=False)
    return Mailing.objects.filter(pk__in=seen.values("mailing")) | Mailing.objects.filter(person=user)


def reachable_mailings(user: User) -> QuerySet[Mailing]:
    """Those with which `user` may do something: all of whose clients he may write to."""
    beyond = ClientLetter.objects.filter(mailing__isnull=False).exclude(
        client__in=client_queries.reachable_by(user, Action.SEND_MAILING)
    )
    return mailings_of(user).exclude(pk__in=beyond.values("mailing"))


def counts_of(mailing: Mailing) -> tuple[dict[str, int], dict[str, int]]:
    """(state of the letter -> how many, reason of holding back -> how many); not yet written letters under ""."""
    rows = mailing.recipients.order_by().values_list("hold", "letter__state").annotate(count=Count("pk"))
    letters: dict[str, int] = {}
    held: dict[str, int] = {}
    for hold, state, count in rows:
        if hold:
            held[hold] = held.get(hold, 0) + count
        else:
            letters[state or ""] = letters.get(state or "", 0) + count
    return letters, held
