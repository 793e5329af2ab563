"""What is held about people in what we planned to say to them, in the rules we made and in how we parted."""

from collections.abc import Mapping
from datetime import datetime

from vernost.care.models import (
    Attempt,
    ClientLetter,
    Declaration,
    Ending,
    FirstWords,
    Handover,
    HandoverItem,
    PaymentPromise,
    Touch,
    TrackStep,
    WinBack,
)
from vernost.channels.enums import LetterState
from vernost.channels.models import Letter
from vernost.core.personal import Holding, Subject, erases, holds

_OF_DECLARATION = ("rules", "client_duties", "our_duties", "acknowledged_by", "document")
_OF_ENDING = ("note", "guard_why", "new_price", "new_terms", "decision_why", "partner")

holds(Holding(Touch, texts={"reason": "–"}, by_contact="contact"))
holds(Holding(FirstWords, texts={"task": "–", "wishes": ""}))
holds(
    Holding(
        Declaration,
        texts={**dict.fromkeys(_OF_DECLARATION, "–"), "file_name": "", "file_token": ""},
        document="file",
    )
)
holds(Holding(Ending, texts=dict.fromkeys(_OF_ENDING, "–")))
holds(Holding(PaymentPromise, texts={"promised_by": "–", "note": ""}))
holds(Holding(TrackStep, texts={"note": ""}))
holds(Holding(WinBack, texts={"note": "", "what_changed": "–"}))
holds(Holding(Attempt, texts={"what": "–", "why": "–"}))
# The letters themselves know addresses alone: who stands behind them is written here.
holds(
    Holding(
        Letter,
        texts={
            "to_address": "erased@invalid.invalid",
            "to_name": "",
            "subject": "–",
            "text": "–",
            "html": "",
        },
        by_client="behind__client",
        by_contact="behind__contact",
    )
)
holds(Holding(ClientLetter, by_contact="contact"))
holds(Holding(Handover, texts={"reason": "–", "note": ""}))
holds(Holding(HandoverItem, texts={"note": ""}, by_client="handover__client"))


@erases
def stop_letters(subject: Subject, numbers: Mapping[str, frozenset[int]], at: datetime) -> dict[str, int]:
    """Letters to the person that still wait are not sent: their addresses are about to be erased."""
    theirs = ClientLetter.objects.filter(client__in=subject.client_ids)
    if subject.contact_id is not None:
        theirs = ClientLetter.objects.filter(contact=subject.contact_id)
    waiting = Letter.objects.filter(behind__in=theirs, state=LetterState.QUEUED)
    waiting.update(state=LetterState.CANCELLED)
    return {}
