from django.db import models
from django.utils.translation import gettext_lazy as _

from vernost.voice.enums import Channel, InteractionKind


class Purpose(models.TextChoices):
    """What a contact is for."""

    HEAR = "hear", _("hear how the client is")
    FEEDBACK = "feedback", _("learn what the client thinks of us")
    AGREE = "agree", _("find a solution together")
    INFORM = "inform", _("tell our news")
    REMIND = "remind", _("remind of ourselves")
    ATTENTION = "attention", _("show attention")
    THANK = "thank", _("say thank you")
    MEET = "meet", _("meet in person")


_TALK = (Channel.TELEPHONE, Channel.IN_PERSON, Channel.VIDEO)
# What is to be heard needs a talk: words alone do not tell how somebody is.
FITTING: dict[str, tuple[Channel, ...]] = {
    Purpose.HEAR: _TALK,
    Purpose.FEEDBACK: (*_TALK, Channel.MAIL, Channel.MESSENGER),
    Purpose.AGREE: _TALK,
    Purpose.INFORM: tuple(Channel),
    Purpose.REMIND: tuple(Channel),
    Purpose.ATTENTION: tuple(Channel),
    Purpose.THANK: tuple(Channel),
    Purpose.MEET: (Channel.IN_PERSON, Channel.VIDEO, Channel.TELEPHONE, Channel.MAIL),
}


class Unit(models.TextChoices):
    DAY = "day", _("day")
    WEEK = "week", _("week")
    MONTH = "month", _("month")
    QUARTER = "quarter", _("quarter")
    YEAR = "year", _("year")


UNIT_DAYS: dict[str, float] = {
    Unit.DAY: 1,
    Unit.WEEK: 7,
    Unit.MONTH: 365.25 / 12,
    Unit.QUARTER: 365.25 / 4,
    Unit.YEAR: 365.25,
}


class OwnDay(models.TextChoices):
    """Occasions that are not the same day for everybody; a feast's code stands beside them (days/feast.py)."""

    CLIENT = "client", _("the day on which the client's company was founded")
    RELATION = "relation", _("the day on which it became our client")
    BIRTHDAY = "birthday", _("a contact's birthday, where he agreed")
    PROFESSION = "profession", _("the day of the client's profession")
    FIXED = "fixed", _("a day of the year of our own")


class Responsible(models.TextChoices):
    OWNER = "owner", _("the client's owner")
    TALKS = "talks", _("who talks to the contact")
    ROLE = "role", _("a role")
    PERSON = "person", _("a person")


class TouchState(models.TextChoices):
    PLANNED = "planned", _("planned")
    DONE = "done", _("done")
    SKIPPED = "skipped", _("skipped")
    MISSED = "missed", _("missed")
    HELD = "held", _("held back")


class Hold(models.TextChoices):
    """Why a touch is not made though a rule asks for it."""

    CAP = "cap", _("the client hears from us often enough")
    FORMER = "former", _("a former client hears from us once or twice a year")
    NO_CONTACT = "no_contact", _("we know nobody on that level")
    NOBODY = "nobody", _("nobody of us is responsible")


# A talk is worth more than a line: whoever met the client need not call.
SATISFIED_BY: dict[str, tuple[str, ...]] = {
    InteractionKind.CALL: (InteractionKind.CALL, InteractionKind.MEETING),
    InteractionKind.MESSAGE: (InteractionKind.MESSAGE,),
}
# Kinds whose channel tells one promise from another: a printed book is no e-mail.
CHANNEL_MATTERS = (InteractionKind.LETTER, InteractionKind.GREETING)
# What the client hears from us without having asked; a call about his order does not count as importunate.
UNASKED = (
    InteractionKind.LETTER, InteractionKind.MESSAGE, InteractionKind.GREETING, InteractionKind.EVENT,
    InteractionKind.OFFER,
)  # fmt: skip
# Stages of the engine in which a client is a former one, and in which he is none yet.
FORMER_STAGES = ("lost", "ended")
NOT_YET_STAGES = ("aware",)
