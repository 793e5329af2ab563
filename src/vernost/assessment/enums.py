from django.db import models
from django.utils.translation import gettext_lazy as _


class Why(models.TextChoices):
    """What set an assessment going."""

    ASKED = "asked", _("asked for")
    IMPORT = "import", _("after an import")
    NIGHTLY = "nightly", _("every night")
    PAST = "past", _("a past day, for the movement")
    METHOD = "method", _("after a change of the method")


class Verdict(models.TextChoices):
    """What a person says of a signal."""

    REAL = "real", _("real")
    FALSE = "false", _("false alarm")


class Staffing(models.TextChoices):
    """Who of ours serves the clients of a group."""

    BEST = "best", _("our best people")
    SUITABLE = "suitable", _("who suits the matter")
    FREE = "free", _("who is free")


class Subject(models.TextChoices):
    """What is proposed by the program and decided by a person; each value is a column of ClientAssessment."""

    GROUP = "group", _("Group")
    STAGE = "stage", _("Stage")
    LOYALTY = "loyalty", _("Loyalty")


class Over(models.TextChoices):
    """Why a decision is not the last word any more."""

    WITHDRAWN = "withdrawn", _("withdrawn")
    REPLACED = "replaced", _("replaced by another decision")
    ACCEPTED = "accepted", _("the program's proposal was accepted")


class Asks(models.TextChoices):
    """Why a person is asked to decide."""

    RAN_OUT = "ran_out", _("the decision ran out")
    CHANGED = "changed", _("the program proposes something new")
    CONFIRM = "confirm", _("the proposal wants a person's word")


class Flow(models.TextChoices):
    """Where a buyer stands in the balance of S3; the codes are those of the engine's step `company`."""

    NEW = "new", _("new")
    REGULAR = "regular", _("regular clients")
    LEAVING = "leaving", _("leaving")
    OTHER = "other", _("the others")
    NONE = "none", _("have not bought yet")


class CaseState(models.TextChoices):
    OPEN = "open", _("open")
    SNOOZED = "snoozed", _("put off")
    CLOSED = "closed", _("closed")


class CaseOrigin(models.TextChoices):
    """What opened a case."""

    SIGNAL = "signal", _("found by an assessment")
    CONTACT = "contact", _("noted in a contact")
    PERSON = "person", _("opened by a person")


class CaseOutcome(models.TextChoices):
    """How a case ended. All but the last two say that the signal was real."""

    SOLVED = "solved", _("solved")
    ACCEPTED = "accepted", _("accepted as it is")
    LOST = "lost", _("the client left")
    ENDED = "ended", _("we ended the relationship")
    PASSED = "passed", _("passed by itself")
    FALSE = "false", _("false alarm")

    @property
    def needs_cause(self) -> bool:
        """Whoever closes a case so says what the cause was."""
        return self not in (CaseOutcome.PASSED, CaseOutcome.FALSE)


class TaskState(models.TextChoices):
    OPEN = "open", _("to do")
    DONE = "done", _("done")
    SKIPPED = "skipped", _("skipped")


class Doer(models.TextChoices):
    """Who does a step of a playbook: a place in the company, which a case turns into a person."""

    OWNER = "owner", _("who has the case")
    HEAD = "head", _("head of the team")
    DIRECTOR = "director", _("director")
    MARKETER = "marketer", _("marketer")
    SERVICE = "service", _("service")


class Fate(models.TextChoices):
    """What became of an alarm of the back-test."""

    LEFT = "left", _("left")
    FELL = "fell", _("fell by half")
    GREW = "grew", _("grew by half")
    VAIN = "vain", _("nothing of the kind")
    MISSED = "missed", _("happened without an alarm")


class ReviewKind(models.TextChoices):
    """How often the clients of an owner are walked through."""

    QUARTERLY = "quarterly", _("quarterly")
    YEARLY = "yearly", _("yearly")


class Answer(models.TextChoices):
    """What a review found of one client; waiting: nothing yet."""

    WAITING = "waiting", _("waiting")
    CONFIRMED = "confirmed", _("as it is")
    CHANGED = "changed", _("changed")
    LATER = "later", _("put off")
    MERGED = "merged", _("merged with another client")


class FactorKind(models.TextChoices):
    """What a factor of loyalty appeals to; without a hygiene condition the others count for nothing (S1)."""

    HYGIENE = "hygiene", _("hygiene condition")
    RATIONAL = "rational", _("rational")
    IRRATIONAL = "irrational", _("irrational")


class FactorArea(models.TextChoices):
    """Where the client meets us."""

    PRODUCT = "product", _("what they buy")
    MONEY = "money", _("price and payment")
    PEOPLE = "people", _("our people")
    HELP = "help", _("help and access")


class Met(models.TextChoices):
    """Whether a factor holds for a client; no mark: nobody knows."""

    MET = "met", _("met")
    BROKEN = "broken", _("broken")


class Aspect(models.TextChoices):
    """What every client expects (S3)."""

    PRICE = "price", _("the lowest price")
    VALUE = "value", _("quality for the price")
    ATTENTION = "attention", _("attention and recognition, soon")
    PREDICTABLE = "predictable", _("predictable quality")
    GUARANTEES = "guarantees", _("guarantees")
    MISTAKE = "mistake", _("the right to a mistake")
