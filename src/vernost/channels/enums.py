from django.db import models
from django.utils.translation import gettext_lazy as _


class LetterKind(models.TextChoices):
    """What a letter is to us."""

    PERSONAL = "personal", _("personal letter")
    MAILING = "mailing", _("of a mailing")
    TEST = "test", _("test letter")
    DIGEST = "digest", _("daily digest")


class LetterState(models.TextChoices):
    """`sending` is written before the server may take the letter, and only then; a letter found in it after a stop
    becomes `unsure`, for a person to decide (docs/decisions/0004-mail-once.md).
    """

    QUEUED = "queued", _("waiting")
    SENDING = "sending", _("being sent")
    SENT = "sent", _("sent")
    UNSURE = "unsure", _("unsure")
    FAILED = "failed", _("failed")
    HELD = "held", _("held back")
    CANCELLED = "cancelled", _("cancelled")


class Trouble(models.TextChoices):
    """Why a letter was not sent, or not yet; what the server said stands beside it."""

    DEMO = "demo", _("nothing is sent from a demo")
    SAMPLE = "sample", _("a letter of the sample company")
    TRIAL = "trial", _("nothing is sent from a test run")
    ADDRESS = "address", _("the address cannot be right")
    RECIPIENT = "recipient", _("the server refused the recipient")
    REFUSED = "refused", _("the server refused the letter")
    BUSY = "busy", _("the server asked to come back later")
    TIRED = "tired", _("tried for two days in vain")
    CUT_OFF = "cut_off", _("cut off at the moment of handing over: it may have arrived, or not")
    AGAIN = "again", _("written anew by a person's decision")


class Security(models.TextChoices):
    """How the way to a mail server is protected."""

    TLS = "tls", _("encrypted from the start (TLS)")
    STARTTLS = "starttls", _("encrypted after the greeting (STARTTLS)")
    NONE = "none", _("not encrypted: only inside one's own network")


class Way(models.TextChoices):
    """Which way a letter went, seen from us."""

    IN = "in", _("to us")
    OUT = "out", _("from us")


class Problem(models.TextChoices):
    """Why a mailbox could not be read."""

    UNREACHABLE = "unreachable", _("The server does not answer. Check its name and port.")
    NOT_SECURE = (
        "not_secure",
        _("The server does not prove who it is, or cannot encrypt. Check name, port and protection."),
    )
    LOGIN_REFUSED = (
        "login_refused",
        _(
            "The server does not take this login and password. Many providers want a password made for programs."
        ),
    )
    NO_FOLDER = "no_folder", _("There is no such folder in the mailbox.")
    NO_PASSWORD = (
        "no_password",
        _("The password can no longer be read: the installation's secret has changed. Give it again."),
    )
    BROKEN = (
        "broken",
        _("The server answered what no mail server should. Try again, or ask its administrator."),
    )
    DEMO = "demo", _("The demo connects to no server: its letters are invented.")
