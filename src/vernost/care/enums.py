from django.db import models
from django.utils.translation import gettext_lazy as _

from vernost.clients.enums import ConsentPurpose
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


class Step(models.TextChoices):
    """The discipline track in its order; the last one leads back."""

    REMINDER = "reminder", _("reminder")
    TALK = "talk", _("talk")
    RULES = "rules", _("rules declared")
    PREPAYMENT = "prepayment", _("prepayment only")
    STOP = "stop", _("no more orders")
    RETURNED = "returned", _("back to normal")


# The steps down the track; RETURNED is none of them.
DOWN = (Step.REMINDER, Step.TALK, Step.RULES, Step.PREPAYMENT, Step.STOP)


class PromiseState(models.TextChoices):
    """What the payments say of a promise; never stored."""

    WAITING = "waiting", _("waiting")
    KEPT = "kept", _("kept")
    LATE = "late", _("kept too late")
    BROKEN = "broken", _("broken")


class Criterion(models.TextChoices):
    """What leads off the discipline track."""

    DEBTS_PAID = "debts_paid", _("no debt is past its day")
    PROMISES_KEPT = "promises_kept", _("no promise of payment is open or broken")
    PAID_IN_TIME = "paid_in_time", _("the last invoices were paid in time")
    RULES_ACKNOWLEDGED = "rules_acknowledged", _("the client has acknowledged the declared rules")


class Side(models.TextChoices):
    US = "us", _("by us")
    CLIENT = "client", _("by the client")


class EndingState(models.TextChoices):
    CONSIDERED = "considered", _("considered")
    LAST_CHANCE = "last_chance", _("last chance given")
    DECIDED = "decided", _("decided, being ended")
    ENDED = "ended", _("ended")
    KEPT = "kept", _("the client stays")


OPEN_ENDINGS = (EndingState.CONSIDERED, EndingState.LAST_CHANCE, EndingState.DECIDED)


class Ground(models.TextChoices):
    """Why we would end it ourselves (S0, S2)."""

    LOSES_MONEY = "loses_money", _("serving costs more than it brings")
    ORDERS_FALL = "orders_fall", _("buys less and less without a reason")
    LOSS_MAKING_TERMS = "loss_making_terms", _("insists on loss-making terms")
    COSTS_GROW = "costs_grow", _("serving takes more and more")
    FREE_WORK = "free_work", _("makes us work for nothing")
    VALUES = "values", _("our values disagree")
    OBLIGATIONS = "obligations", _("does not keep obligations")


class Checklist(models.TextChoices):
    """What a polite ending takes; no bridges burnt (S2)."""

    WORK = "work", _("work in hand is finished or handed over")
    ACCOUNTS = "accounts", _("accounts are settled or a plan of payments is agreed")
    DOCUMENTS = "documents", _("the client's documents are returned")
    LETTER = "letter", _("the letter is handed over, after a talk")
    PARTNER = "partner", _("a partner is named who can serve the client")
    CONTACT = "contact", _("who sends a greeting once or twice a year is agreed")


class Reason(models.TextChoices):
    """Why a client is gone (S2)."""

    UNKNOWN = "unknown", _("not known yet")
    OURS = "ours", _("we ended it")
    QUALITY = "quality", _("our quality")
    PRICE = "price", _("our price or terms")
    DIFFICULTY = "difficulty", _("the client's own difficulties")
    CHANGE = "change", _("wanted a change")
    CLOSED = "closed", _("the client's business has ended")


class Advice(models.TextChoices):
    """What the rule says of winning back."""

    FIND_OUT = "find_out", _("find out why first")
    OFFER = "offer", _("make an offer")
    INVITE = "invite", _("invite back: it is mended")
    STAY_NEAR = "stay_near", _("stay near and wait")
    MEND_FIRST = "mend_first", _("mend the quality first")
    CHANGE_FIRST = "change_first", _("change the terms first")
    DO_NOT_TRY = "do_not_try", _("do not try")
    NOT_WORTH = "not_worth", _("not worth it: brought nothing")
    REST = "rest", _("refused twice: a greeting now and then")
    BUDGET_SPENT = "budget_spent", _("the budget is spent")
    WON = "won", _("won back")


# By these the rule says no.
HOLDING = (
    Advice.MEND_FIRST, Advice.CHANGE_FIRST, Advice.DO_NOT_TRY, Advice.NOT_WORTH, Advice.REST, Advice.BUDGET_SPENT,
)  # fmt: skip


class Result(models.TextChoices):
    """What came of an attempt."""

    NO_ANSWER = "no_answer", _("no answer")
    REFUSED = "refused", _("refused")
    THINKS = "thinks", _("thinks it over")
    AGREED = "agreed", _("agreed to come back")


class LetterPurpose(models.TextChoices):
    """What a letter to a client is for; what it needs and counts as follows from it."""

    GREETING = "greeting", _("holiday greeting")
    BIRTHDAY = "birthday", _("congratulations on a birthday")
    NEWS = "news", _("news")
    INVITATION = "invitation", _("invitation")
    THANKS = "thanks", _("thanks")
    OVERDUE = "overdue", _("reminder of a debt")
    WORK = "work", _("a letter about our work")


# Who may be written to for it: only who agreed. A letter about the work done together needs no consent.
CONSENT_FOR: dict[str, ConsentPurpose] = {
    LetterPurpose.GREETING: ConsentPurpose.GREETINGS,
    LetterPurpose.BIRTHDAY: ConsentPurpose.BIRTHDAY,
    LetterPurpose.NEWS: ConsentPurpose.NEWS,
    LetterPurpose.INVITATION: ConsentPurpose.NEWS,
}
# As what it is written down when it was sent.
KIND_OF_LETTER: dict[str, InteractionKind] = {
    LetterPurpose.GREETING: InteractionKind.GREETING,
    LetterPurpose.BIRTHDAY: InteractionKind.GREETING,
    LetterPurpose.INVITATION: InteractionKind.EVENT,
}


class LetterHold(models.TextChoices):
    """Why a client of a mailing gets no letter."""

    NO_ADDRESS = "no_address", _("nobody there has an e-mail address")
    NO_CONSENT = "no_consent", _("nobody there agreed to such letters")
    CAP = "cap", _("the client hears from us often enough")
    FORMER = "former", _("a former client hears from us once or twice a year")
    NO_DEBT = "no_debt", _("no debt is past its day")
    REMOVED = "removed", _("the client was removed")
    TAKEN_OUT = "taken_out", _("taken out by hand")


class MailingState(models.TextChoices):
    """`writing`: a person has released it, the letters are being written."""

    DRAFT = "draft", _("draft")
    WRITING = "writing", _("letters are being written")
    RELEASED = "released", _("released")
    CANCELLED = "cancelled", _("cancelled")


class HandoverKind(models.TextChoices):
    """What is open at a client when it changes hands; each is one item of the checklist."""

    CARD = "card", _("what one has to know of the client")
    CONTACT = "contact", _("a person we talk to")
    CASE = "case", _("case")
    TASK = "task", _("task")
    TOUCH = "touch", _("planned contact")
    PROMISE = "promise", _("promise of ours")
    PAYMENT = "payment", _("promise of payment")
    COMPLAINT = "complaint", _("complaint")
    DEBT = "debt", _("debt")
    QUESTION = "question", _("decision that waits")
    REVIEW = "review", _("review that is not finished")
    PLAN = "plan", _("development plan")
    DEPENDENCE = "dependence", _("dependence plan")
    ENDING = "ending", _("ending under way")
    LETTERS = "letters", _("shared letters")
    INTRODUCTION = "introduction", _("introduction to the client")
