"""What speaks against a letter or its template before it is kept: column -> what is wrong."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from vernost.care.letters.places import UnknownPlace, blanks_in, check_places
from vernost.clients.models import Client
from vernost.core.enums import Language

TEXTS = tuple(f"{name}_{code}" for code in Language.values for name in ("subject", "body"))


def wrong_places(values: Mapping[str, Any], names: Iterable[str]) -> dict[str, str]:
    """Of the texts `names`, as far as they are known."""
    found = {}
    for name in names:
        try:
            check_places(str(values.get(name) or ""))
        except UnknownPlace as refused:
            found[name] = str(refused)
    return found


def wrong_in_template(values: Mapping[str, Any]) -> dict[str, str]:
    """Of a template with all these texts."""
    found = wrong_places(values, TEXTS)
    whole = [values.get(f"subject_{code}") and values.get(f"body_{code}") for code in Language.values]
    if not found and not any(whole):
        found[TEXTS[0]] = _("Write subject and text in one language at least.")
    return found


def wrong_in_letter(values: Mapping[str, Any], client: Client) -> dict[str, str]:
    """Of a personal letter to `client`, or to one of its people (`contact`)."""
    found = {}
    contact = values.get("contact")
    if not (contact.email if contact else client.email):
        found["contact_id"] = _("There is no e-mail address to write to.")
    if blanks := blanks_in(values.get("body", "")):
        text = _("Write first what the template left open: %(blanks)s.")
        found["body"] = text % {"blanks": " ".join(blanks)}
    return found
