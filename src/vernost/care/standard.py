"""The standard that is shipped: the table of communications with regular clients (S2), the weightiest first."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_noop as _

from vernost.care.enums import FORMER_STAGES, OwnDay, Purpose, Responsible, Unit
from vernost.voice.enums import Channel, InteractionKind


@dataclass(frozen=True)
class Shipped:
    """`name` and `note` are translated into the company's language when the rule is written."""

    name: str
    note: str
    values: dict[str, Any]


def _often(times: int, unit: Unit, every: int = 1) -> dict[str, Any]:
    return {"times": times, "every": every, "unit": unit.value}


_FORMER = {"stages": list(FORMER_STAGES)}
_BY_MAIL = {
    "kind": InteractionKind.GREETING.value,
    "channel": Channel.MAIL.value,
    "purpose": Purpose.ATTENTION.value,
}
_PERSONAL = _("Where the clients are few, write to each of them in person.")

STANDARD = (
    Shipped(
        _("Birthday of a contact"),
        _("Only of those who agreed to be congratulated. A message or a call in one's own words."),
        {**_BY_MAIL, "channel": Channel.MESSENGER.value, "occasion": OwnDay.BIRTHDAY.value, "late_days": 0,
         "responsible": Responsible.TALKS.value},
    ),
    Shipped(_("Greeting for the New Year"), _PERSONAL,
            {**_BY_MAIL, "occasion": "new_year", "ahead_days": 8, "late_days": 7}),
    Shipped(
        _("Call between orders"),
        _("Tell what is new with us: services, prices, terms, who answers for what, fairs of the trade. "
          "And above all ask what is new with them."),
        {"kind": InteractionKind.CALL.value, "channel": Channel.TELEPHONE.value, "purpose": Purpose.HEAR.value,
         **_often(1, Unit.QUARTER), "late_days": 14},
    ),
    Shipped(_("The client's own day"), _PERSONAL,
            {**_BY_MAIL, "occasion": OwnDay.CLIENT.value, "ahead_days": 1, "late_days": 1}),
    Shipped(_("Day of the client's profession"), _PERSONAL,
            {**_BY_MAIL, "occasion": OwnDay.PROFESSION.value, "ahead_days": 2, "late_days": 2}),
    Shipped(_("Greeting for 8 March"), _PERSONAL,
            {**_BY_MAIL, "occasion": "womens_day", "ahead_days": 3, "late_days": 3}),
    Shipped(_("Greeting for 23 February"), _PERSONAL,
            {**_BY_MAIL, "occasion": "defender_day", "ahead_days": 3, "late_days": 3}),
    Shipped(
        _("Invitation to an event"),
        _("A conference or fair of the trade, a seminar, a round table: above all to talk in person."),
        {"kind": InteractionKind.EVENT.value, "channel": Channel.MAIL.value, "purpose": Purpose.MEET.value,
         **_often(1, Unit.YEAR), "late_days": 30},
    ),
    Shipped(
        _("A gift handed over in person"),
        _("For a feast or at an event: a calendar, a book, a letter of thanks, something to remember us by."),
        {"kind": InteractionKind.GREETING.value, "channel": Channel.IN_PERSON.value, "purpose": Purpose.THANK.value,
         **_often(1, Unit.YEAR), "late_days": 30},
    ),
    Shipped(
        _("Message"),
        _("React to their news, congratulate, pass on what is of use to this very client. Not everything: choose."),
        {"kind": InteractionKind.MESSAGE.value, "channel": Channel.MESSENGER.value, "purpose": Purpose.REMIND.value,
         **_often(2, Unit.QUARTER), "late_days": 10},
    ),
    Shipped(
        _("Printed matter by post"),
        _("A catalogue, a review of the trade, our own paper, pictures of an event."),
        {"kind": InteractionKind.LETTER.value, "channel": Channel.POST.value, "purpose": Purpose.INFORM.value,
         **_often(1, Unit.YEAR), "late_days": 30},
    ),
    Shipped(
        _("New Year's greeting to a former client"),
        _("A few kind words: we are here, and the door is open."),
        {**_BY_MAIL, **_FORMER, "occasion": "new_year", "ahead_days": 8, "late_days": 7},
    ),
    Shipped(
        _("Our weightiest news to a former client"),
        _("Once a year, and only what could change his mind."),
        {"kind": InteractionKind.LETTER.value, "channel": Channel.MAIL.value, "purpose": Purpose.INFORM.value,
         **_FORMER, **_often(1, Unit.YEAR), "late_days": 30},
    ),
)  # fmt: skip
