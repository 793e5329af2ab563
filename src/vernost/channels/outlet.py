"""Whether a letter may leave this installation: the only place that says so, and everything that sends asks it."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from vernost.channels.enums import Trouble

OUTLET = "vernost.channels.smtp.Outlet"
NOWHERE = "django.core.mail.backends.dummy.EmailBackend"

#: Why mail is not set up (config/mail.py), in words.
PROBLEMS = {
    "absent": _("VERNOST_MAIL_URL is not given."),
    "unreadable": _(
        "VERNOST_MAIL_URL is no address of a mail server: smtps://user:password@host:465 is one."
    ),
    "insecure": _(
        "VERNOST_MAIL_URL names a server elsewhere without encryption: letters would travel readable."
    ),
    "no_sender": _("VERNOST_MAIL_FROM is no e-mail address, and letters need a sender."),
}


class NothingLeaves(Exception):
    """Somebody tried to connect where nothing may be sent."""


@dataclass(frozen=True)
class Stance:
    """`hold`: letters are held back for this reason. Else `problem`: they wait until mail is set up, code above."""

    hold: Trouble | None = None
    problem: str = ""

    @property
    def is_open(self) -> bool:
        return self.hold is None and not self.problem


def stance() -> Stance:
    """Only what was set up to send sends. A test run puts another backend into the place of ours."""
    if settings.VERNOST_DEMO:
        return Stance(hold=Trouble.DEMO)
    backend = settings.MAILERS["default"]["BACKEND"]
    if backend not in (OUTLET, NOWHERE):
        return Stance(hold=Trouble.TRIAL)
    return Stance(problem=settings.VERNOST_MAIL_PROBLEM)


def hold_of(*, is_sample: bool) -> Trouble | None:
    """Why a letter is held back for good, or None."""
    return stance().hold or (Trouble.SAMPLE if is_sample else None)
