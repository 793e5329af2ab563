"""The demo's letters: the director's mailbox and the company's, private and shared ones, and unknown addresses."""

from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime

from vernost.channels.actions.fetching import store_letters
from vernost.channels.actions.mailbox import create_mailbox, note_success
from vernost.channels.enums import Way
from vernost.channels.imap.letters import RawLetter
from vernost.channels.models import IncomingLetter, Mailbox, MailFolder
from vernost.cli.demo.words.letters import LETTERS
from vernost.clients.models import Contact
from vernost.core.enums import Face, Language
from vernost.core.models import User
from vernost.voice.actions.correspondence import share_letter
from vernost.voice.models import Correspondence

_OURS, _COMPANYS = "director@demo.example", "info@demo.example"
_WRITERS = 8
# Every so many of the letters that belong to a client are shared.
_SHARED = 3


def make_letters(language: Language, at: datetime) -> None:
    director = User.objects.order_by("pk").first()
    if director is None:
        return
    words = LETTERS[language]
    own, companys = (
        _mailbox(owner, address, at) for owner, address in ((director, _OURS), (None, _COMPANYS))
    )
    writers = Contact.objects.filter(deleted_at=None, client__deleted_at=None, client__ended_on=None)
    chosen = list(writers.exclude(email="").order_by("-client__strategic", "pk")[: _WRITERS + 2])
    for number, contact in enumerate(chosen[:_WRITERS]):
        subject, text = words.talk[number % len(words.talk)]
        asked_at = at - timedelta(days=2 + number * 5, hours=number)
        asked = f"asked-{number}@client.example"
        _keep(
            own, Way.IN, _letter(contact.name, contact.email, _OURS, subject, text, asked_at, asked), asked_at
        )
        said = f"{words.answers[number % len(words.answers)]}\n\n{contact.name} {words.quoted}\n> {text[:60]}"
        said_at = asked_at + timedelta(hours=3)
        answer = _letter(
            director.name,
            _OURS,
            contact.email,
            f"Re: {subject}",
            said,
            said_at,
            f"said-{number}@demo.example",
        )
        answer["In-Reply-To"] = f"<{asked}>"
        _keep(own, Way.OUT, answer, said_at)
    for number, contact in enumerate(chosen[_WRITERS:]):
        subject, text = words.talk[(number + 2) % len(words.talk)]
        moment = at - timedelta(days=1 + number)
        _keep(
            companys, Way.IN,
            _letter(contact.name, contact.email, _COMPANYS, subject, text, moment, f"info-{number}@client.example"),
            moment,
        )  # fmt: skip
    for number, (address, name, subject, text) in enumerate(words.strangers):
        moment = at - timedelta(days=number, hours=4)
        letter = _letter(name, address, _OURS, subject, text, moment, f"new-{number}@demo.example")
        _keep(own, Way.IN, letter, moment)
    links = Correspondence.objects.filter(letter__mailbox=own).select_related(
        "letter", "letter__mailbox", "client", "contact", "interaction"
    )
    for link in list(links.order_by("letter__at"))[::_SHARED]:
        share_letter(correspondence=link, by=director, at=at, face=Face.CLI)
    for mailbox in (own, companys):
        note_success(mailbox=mailbox, new=mailbox.letters.count(), at=at)


def _mailbox(owner: User | None, address: str, at: datetime) -> Mailbox:
    return create_mailbox(
        owner=owner,
        address=address,
        host="imap.demo.example",
        login=address,
        since_on=(at - timedelta(days=60)).date(),
        is_sample=True,
        by=owner,
        at=at,
        face=Face.CLI,
    )


def _letter(
    name: str, sender: str, receiver: str, subject: str, text: str, at: datetime, number: str
) -> EmailMessage:
    letter = EmailMessage()
    letter["From"] = f'"{name}" <{sender}>'
    letter["To"] = receiver
    letter["Subject"] = subject
    letter["Date"] = format_datetime(at)
    letter["Message-ID"] = f"<{number}>"
    letter.set_content(text)
    return letter


def _keep(mailbox: Mailbox, way: Way, letter: EmailMessage, at: datetime) -> None:
    """As if a server had given it."""
    folder, _made = MailFolder.objects.get_or_create(
        mailbox=mailbox, name="INBOX" if way == Way.IN else "Sent", defaults={"way": way, "uid_validity": 1}
    )
    raw = RawLetter(folder.last_uid + 1, bytes(letter), at, is_cut=False)
    kept = store_letters(folder=folder, letters=[raw], at=at)
    IncomingLetter.objects.filter(pk__in=[one.pk for one in kept]).update(is_sample=True)
