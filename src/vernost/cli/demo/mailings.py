"""The demo's letters: what contacts agreed to, the templates, a mailing that is held back, and one in draft."""

from datetime import datetime, timedelta
from itertools import product

from django.utils.timezone import localtime

from vernost.care.actions.client_letter import write_letter
from vernost.care.actions.letter_template import bring_in_templates
from vernost.care.actions.mailing import draft_mailing, release_mailing, write_mailing
from vernost.care.enums import LetterPurpose
from vernost.care.letters.templates import NAMES
from vernost.care.models import LetterTemplate, Mailing
from vernost.care.queries.letter_places import filled_for
from vernost.care.queries.letter_template import text_in
from vernost.clients.actions.consent import record_consent
from vernost.clients.enums import ConsentPurpose, ConsentSource
from vernost.clients.models import Client, Contact
from vernost.core.enums import Face, Language
from vernost.core.models import User

# Of all contacts with an address so many in ten agreed, and one in so many of those took it back.
_AGREE, _WITHDRAW = 6, 12
_CHOSEN = 40
_WRITTEN = 3


def make_mailings(language: Language, at: datetime) -> None:
    director = User.objects.order_by("pk").first()
    if director is None:
        return
    _make_consents(director, at)
    bring_in_templates(language=language, by=director, at=at, face=Face.CLI)
    clients = Client.objects.filter(deleted_at=None, ended_on=None).order_by("-last_ordered_on", "pk")
    chosen = list(clients.values_list("pk", flat=True)[:_CHOSEN])
    for purpose, released in ((LetterPurpose.GREETING, True), (LetterPurpose.NEWS, False)):
        mailing = _draft(purpose, language, chosen, director, at)
        if released:
            release_mailing(mailing=mailing, by=director, at=at, face=Face.CLI)
            write_mailing(mailing=mailing, at=at)
    template = LetterTemplate.objects.get(name=NAMES[language]["thanks"])
    text = text_in(template, language)
    for client in clients.select_related("owner").exclude(owner=None)[:_WRITTEN]:
        shown = filled_for(
            client, subject=text.subject, body=text.body,
            purpose=LetterPurpose.THANKS, language=language, person=client.owner, on=localtime(at).date(),
        )  # fmt: skip
        if client.owner is not None and shown.contact is not None and shown.contact.email:
            write_letter(
                client=client, contact=shown.contact, purpose=LetterPurpose.THANKS, subject=shown.subject,
                body=shown.body, by=client.owner, at=at,
            )  # fmt: skip


def _draft(purpose: LetterPurpose, language: Language, chosen: list[int], by: User, at: datetime) -> Mailing:
    template = LetterTemplate.objects.get(name=NAMES[language][purpose])
    text = text_in(template, language)
    return draft_mailing(
        client_ids=chosen, chosen="", name=template.name, purpose=purpose, language=language,
        subject=text.subject, body=text.body,
        is_sample=True, by=by, at=at, face=Face.CLI,
    )  # fmt: skip


def _make_consents(director: User, at: datetime) -> None:
    reachable = Contact.objects.filter(deleted_at=None).exclude(email="").order_by("pk")
    for number, contact in enumerate(reachable[:150]):
        if number % 10 >= _AGREE:
            continue
        words = (True, False) if number % _WITHDRAW == 0 else (True,)
        for purpose, given in product((ConsentPurpose.GREETINGS, ConsentPurpose.NEWS), words):
            source = ConsentSource.PAPER if given else ConsentSource.LINK
            said_on = localtime(at).date() - timedelta(days=200 - number if given else 20)
            record_consent(
                contact=contact, purpose=purpose, given=given, source=source, said_on=said_on,
                by=director if given else None, at=at, face=Face.CLI,
            )  # fmt: skip
