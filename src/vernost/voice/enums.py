from django.db import models
from django.utils.translation import gettext_lazy as _


class Direction(models.TextChoices):
    IN = "in", _("from the client")
    OUT = "out", _("from us")


class InteractionKind(models.TextChoices):
    CALL = "call", _("call")
    MEETING = "meeting", _("meeting")
    LETTER = "letter", _("letter")
    MESSAGE = "message", _("message")
    INQUIRY = "inquiry", _("inquiry")
    OFFER = "offer", _("offer")
    PROMISE = "promise", _("promise")
    REPORT = "report", _("report")
    EVENT = "event", _("event")
    GREETING = "greeting", _("greeting")


class Channel(models.TextChoices):
    TELEPHONE = "telephone", _("telephone")
    MAIL = "mail", _("e-mail")
    MESSENGER = "messenger", _("messenger")
    IN_PERSON = "in_person", _("in person")
    POST = "post", _("post")
    VIDEO = "video", _("video call")


class Outcome(models.TextChoices):
    """How the other side reacted."""

    ANSWERED = "answered", _("answered")
    NO_ANSWER = "no_answer", _("no answer")
    REFUSED = "refused", _("refused")


class Mood(models.IntegerChoices):
    VERY_BAD = -2, _("very bad")
    BAD = -1, _("bad")
    EVEN = 0, _("even")
    GOOD = 1, _("good")
    VERY_GOOD = 2, _("very good")


class Measure(models.TextChoices):
    """What is rated; the recommendation (NPS) from 0 to 10, all others from 1 to 5."""

    NPS = "nps", _("would recommend us, 0–10")
    QUALITY = "quality", _("quality of service, 1–5")
    RELATIONS = "relations", _("quality of relations, 1–5")
    SOLVING = "solving", _("solving of questions, 1–5")


class ActKind(models.TextChoices):
    """Single acts that say more than orders do; the codes are the engine's ACT_KINDS."""

    REFERRAL = "referral", _("sent us a client")
    SUGGESTION = "suggestion", _("made a suggestion")
    RECOMMENDATION = "recommendation", _("recommended us in public")
    JOINT_PROJECT = "joint_project", _("joint project")
    COMPETITOR_NEWS = "competitor_news", _("told us of a competitor")
    OBLIGATION_BROKEN = "obligation_broken", _("broke an obligation")
    VALUES_CONFLICT = "values_conflict", _("conflict of values")
    LOSS_MAKING_TERMS = "loss_making_terms", _("insisted on loss-making terms")
    COMPETITOR_COMPARED = "competitor_compared", _("compared us with a competitor")
    TRIFLE_REFUSED = "trifle_refused", _("hard refusal on a trifle")
    CONTACT_CHANGED = "contact_changed", _("contact person changed")
    MANAGEMENT_CHANGED = "management_changed", _("management changed")
    OWNERSHIP_CHANGED = "ownership_changed", _("owner changed")
    STRATEGY_CHANGED = "strategy_changed", _("strategy changed")
    MARKET_CHANGED = "market_changed", _("market changed")
