from vernost.care.models.capacity import Capacity
from vernost.care.models.care_settings import CareSettings
from vernost.care.models.declaration import Declaration
from vernost.care.models.digest_choice import DigestChoice
from vernost.care.models.ending import Ending
from vernost.care.models.feed import Feed
from vernost.care.models.first_words import FirstWords
from vernost.care.models.handover import Handover, HandoverItem
from vernost.care.models.letter_template import LetterTemplate
from vernost.care.models.mailing import ClientLetter, Mailing
from vernost.care.models.payment_promise import PaymentPromise
from vernost.care.models.planning import Planning
from vernost.care.models.rule import Rule
from vernost.care.models.touch import Touch
from vernost.care.models.track_step import TrackStep
from vernost.care.models.win_back import Attempt, WinBack

__all__ = [
    "Attempt",
    "Capacity",
    "CareSettings",
    "ClientLetter",
    "Declaration",
    "DigestChoice",
    "Ending",
    "Feed",
    "FirstWords",
    "Handover",
    "HandoverItem",
    "LetterTemplate",
    "Mailing",
    "PaymentPromise",
    "Planning",
    "Rule",
    "Touch",
    "TrackStep",
    "WinBack",
]
