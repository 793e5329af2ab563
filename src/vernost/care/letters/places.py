"""The places that a letter template may have in braces, and how they are filled. Nothing else is understood in braces:
no attribute, no format, so that a template can show nothing but these.
"""

import re
from collections.abc import Mapping
from string import Formatter
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

PLACES: "dict[str, _StrPromise]" = {
    "contact": gettext_lazy("name of the contact; where nobody is known, of the client"),
    "client": gettext_lazy("name of the client"),
    "owner": gettext_lazy("our person who owns the client"),
    "person": gettext_lazy("who writes"),
    "company": gettext_lazy("our company"),
    "day": gettext_lazy("today"),
    "debt": gettext_lazy("what is past its day, for a reminder of a debt"),
}
_formatter = Formatter()


class UnknownPlace(Exception):
    """A text has something in braces that is not among the places."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place

    def __str__(self) -> str:
        known = ", ".join(f"{{{name}}}" for name in PLACES)
        if not self.place:
            return _(
                "A brace is left open. Places are written like {contact}; a brace itself is doubled: {{."
            )
        return _("{%(place)s} is not known. Known are: %(known)s.") % {"place": self.place, "known": known}


_BLANK = re.compile(r"\[[^\[\]\n]+\]")


def blanks_in(text: str) -> list[str]:
    """What a template left for a person to write: [what, when, where]."""
    return _BLANK.findall(text)


def check_places(text: str) -> None:
    """UnknownPlace when `text` cannot be filled."""
    fill(text, dict.fromkeys(PLACES, ""))


def fill(text: str, known: Mapping[str, str]) -> str:
    """`text` with its places filled. UnknownPlace for what is not one."""
    try:
        pieces = list(_formatter.parse(text))
    except ValueError:
        raise UnknownPlace("") from None
    filled = []
    for literal, place, form, conversion in pieces:
        filled.append(literal)
        if place is None:
            continue
        if place not in PLACES or form or conversion:
            raise UnknownPlace(
                place + (f":{form}" if form else "") + (f"!{conversion}" if conversion else "")
            )
        filled.append(known[place])
    return "".join(filled)
