from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from vernost.core.enums import Language, Role, Theme
from vernost.core.models.base import Sampled
from vernost.core.models.fields import MoneyField
from vernost.core.models.team import Team

if TYPE_CHECKING:
    from vernost.core.access import Action


class UserManager(BaseUserManager["User"]):
    """Finds people by e-mail whatever its case."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").lower())


class User(Sampled, AbstractBaseUser):
    """One of our people. What he may do is in core/access.py; he is switched off, never deleted."""

    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=200)
    role = models.CharField(_("role"), max_length=20, choices=Role)
    team = models.ForeignKey(
        Team, models.SET_NULL, null=True, blank=True, related_name="people", verbose_name=_("team")
    )
    language = models.CharField(_("language"), max_length=5, choices=Language, default=Language.RUSSIAN)
    theme = models.CharField(_("theme"), max_length=10, choices=Theme, default=Theme.SYSTEM)
    hourly_rate = MoneyField(_("cost of an hour"), null=True, blank=True)
    is_active = models.BooleanField(_("may log in"), default=True)

    objects: ClassVar[UserManager] = UserManager()

    # Who looks through this person's eyes just now (office/shell/looking.py); what is private is closed to him.
    looked_at_by: "User | None" = None
    # What the token opens by which a program comes in his name (core/access.py); None: he is here himself.
    held_to: "frozenset[Action] | None" = None

    @cached_property
    def opened_clients(self) -> set[int]:
        """Numbers of the clients whose pages he opens in this request: for the log of access to personal data."""
        return set()

    NOT_AUDITED: ClassVar[frozenset[str]] = frozenset({"password", "last_login"})
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="user_email_lower"),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="user_role_known"),
            models.CheckConstraint(
                condition=models.Q(hourly_rate__gte=0), name="user_hourly_rate_not_negative"
            ),
        ]

    def __str__(self) -> str:
        return self.name
