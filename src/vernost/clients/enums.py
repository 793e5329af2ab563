from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ClientKind(models.TextChoices):
    COMPANY = "company", _("company")
    PERSON = "person", _("person")


class ContactLevel(models.TextChoices):
    """On which level of the client's organisation a person stands."""

    OWNER = "owner", pgettext_lazy("level of a contact", "owner")
    TOP = "top", _("top management")
    MIDDLE = "middle", _("middle management")
    STAFF = "staff", _("staff")


class Influence(models.TextChoices):
    DECIDES = "decides", _("decides")
    ADVISES = "advises", _("advises")
    USES = "uses", _("uses")
    OPPOSES = "opposes", _("opposes")


class OrderStatus(models.TextChoices):
    """A cancelled order is left out of every judgement."""

    OPEN = "open", _("open")
    DONE = "done", _("done")
    CANCELLED = "cancelled", _("cancelled")


class CostPurpose(models.TextChoices):
    WINNING = "winning", _("winning a new client")
    KEEPING = "keeping", _("keeping a client")


class MarketingPurpose(models.TextChoices):
    """What money spent on clients in general is for."""

    WINNING = "winning", _("winning new clients")
    KEEPING = "keeping", _("keeping clients")
    WINNING_BACK = "winning_back", _("winning clients back")
    BRAND = "brand", _("the brand as a whole")


class Confidence(models.TextChoices):
    LOW = "low", _("a guess")
    MIDDLE = "middle", _("an estimate")
    HIGH = "high", _("known")


class ConsentPurpose(models.TextChoices):
    """What a person may be written to for without having asked. Business letters need no consent."""

    NEWS = "news", _("news and invitations")
    GREETINGS = "greetings", _("greetings on holidays")
    BIRTHDAY = "birthday", _("congratulations on the birthday")
    SURVEY = "survey", _("questions about our service")


class ConsentSource(models.TextChoices):
    """How we know of it."""

    TOLD = "told", _("told us")
    PAPER = "paper", _("signed on paper")
    LETTER = "letter", _("wrote to us")
    LINK = "link", _("by the link in a letter")
    IMPORT = "import", _("brought in with the data")
    CARD = "card", _("written on the card")
