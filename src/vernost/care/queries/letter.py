"""A letter with its places filled from what is known of the client and the ending."""

from collections import defaultdict
from datetime import date

from vernost.assessment.wording.words import Words
from vernost.care.letters import TEXTS, Letter
from vernost.care.models import Ending
from vernost.clients.enums import Influence
from vernost.clients.models import Client
from vernost.core.models import User
from vernost.core.queries.company import company

# What a person has to fill in.
BLANK = "________"


def letter_for(
    kind: str, language: str, *, client: Client, ending: Ending | None, by: User, on: date
) -> Letter:
    """KeyError for a kind or a language that there is not. What is not known stays a blank line."""
    template = TEXTS[language][kind]
    said = Words.load(language)
    known = {
        "client": client.name,
        "contact": _contact(client),
        "company": company().name,
        "person": by.name,
        "day": said.day(on),
    }
    if ending is not None:
        known |= {
            "price": ending.new_price,
            "terms": ending.new_terms,
            "until": said.day(ending.until_on) if ending.until_on else "",
            "end": said.day(ending.ended_on) if ending.ended_on else "",
            "partner": ending.partner,
        }
    filled: defaultdict[str, str] = defaultdict(lambda: BLANK, {k: v for k, v in known.items() if v})
    return Letter(template.subject.format_map(filled), template.body.format_map(filled))


def _contact(client: Client) -> str:
    """Who decides there, or anybody, or the client himself."""
    people = client.contacts.filter(deleted_at=None)
    deciding = people.filter(influence=Influence.DECIDES).order_by("pk").first()
    found = deciding or people.order_by("pk").first()
    return found.name if found else client.name
