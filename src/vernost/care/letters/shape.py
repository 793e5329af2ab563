"""What a letter and a set of rules consist of."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

LETTERS: "dict[str, _StrPromise]" = {
    "last_chance": _("Last chance: new price and terms"),
    "ending": _("We end the relationship"),
    "farewell": _("The client leaves: thanks and an open door"),
    "greeting": _("A greeting, once or twice a year"),
}
RULES: "dict[str, _StrPromise]" = {
    "payment": _("Payment in time"),
    "prepayment": _("Work for prepayment"),
    "orders": _("How tasks are given and accepted"),
}


@dataclass(frozen=True)
class Letter:
    """`subject` and `body` with places in braces."""

    subject: str
    body: str


@dataclass(frozen=True)
class RulesText:
    rules: str
    client_duties: str
    our_duties: str
