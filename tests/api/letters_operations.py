"""The part of the table of rights (tests/api/operations.py) that belongs to letters."""

from collections.abc import Callable

from tests.api import letters_records as made
from tests.api.row import Row, sent
from vernost.clients.models import Client

_ANY, _SEEN = Row("oooooo", "oooooo"), Row("oooooo", "o--ooo")
_WRITERS = "ooooof"
_WRITES = (_WRITERS, "o--oof")
_SENDS = ("ooooff", "o--off")
_TEMPLATES = ("oofoff", "oofoff")
_TEXTS = {"subject_en": "News for {client}", "body_en": "Dear {contact}"}
_MAILING = {"name": "News", "purpose": "news", "language": "en", "subject": "News", "body": "Dear {contact}"}

ROWS: dict[str, Row] = {
    "list_letters": _ANY,
    "write_a_letter": Row(
        *_WRITES,
        lambda _person, client: {
            "contact_id": made.letter_of(client) and client.contacts.get().pk,
            "subject": "Work",
            "body": "Done.",
        },
    ),
    "show_letter": _SEEN,
    "retry_a_letter": Row(*_WRITES),
    "settle_a_letter": Row(*_WRITES, sent(arrived=True)),
    "cancel_a_letter": Row(*_WRITES),
    "list_consents": _ANY,
    "record_a_consent": Row(
        "ooofff", "o--fff", sent(purpose="news", given=True, source="told", said_on="2026-03-01")
    ),
    "list_letters_of_mailboxes": _ANY,
    "show_letter_of_mailbox": Row("oooooo", "------"),
    "list_letter_templates": Row(_WRITERS, _WRITERS),
    "create_a_letter_template": Row(*_TEMPLATES, sent(name="New", purpose="news", **_TEXTS)),
    "bring_in_letter_templates": Row(*_TEMPLATES, sent(language="en")),
    "show_letter_template": Row(_WRITERS, _WRITERS),
    "change_a_letter_template": Row(*_TEMPLATES, sent(subject_en="Our news")),
    "remove_a_letter_template": Row(*_TEMPLATES),
    "preview_letter_template": Row("wwwwwf", "wwwwwf"),
    "list_mailings": _ANY,
    "draft_a_mailing": Row(
        "ooooff", "owwoff", lambda _person, client: {"client_ids": [client.pk], **_MAILING}
    ),
    "show_mailing": _SEEN,
    "count_mailing": _SEEN,
    "preview_mailing": _SEEN,
    "try_a_mailing": Row(*_SENDS),
    "change_a_mailing": Row(*_SENDS, sent(name="Our news")),
    "list_recipients": _ANY,
    "take_out_of_mailing": Row(*_SENDS, sent(recipient_ids=[1])),
    "put_back_into_mailing": Row(*_SENDS, sent(recipient_ids=[1])),
    "release_a_mailing": Row(*_SENDS),
    "cancel_a_mailing": Row(*_SENDS),
    "resume_a_mailing": Row(*_SENDS),
}
NUMBERS: dict[str, Callable[[Client], int | str]] = {
    "letter_id": made.letter_of,
    "letter_template_id": made.template_of,
    "mailing_id": lambda client: made.mailing_of(client).pk,
    "mailbox_letter_id": made.mail_of,
}
OTHER_NUMBERS: dict[str, Callable[[Client], int | str]] = {
    "retry_a_letter": made.failed_letter_of,
    "settle_a_letter": made.unsure_letter_of,
    "cancel_a_letter": made.waiting_letter_of,
    "cancel_a_mailing": made.released_mailing_of,
    "resume_a_mailing": made.cancelled_mailing_of,
}
MADE: dict[str, Callable[[Client], int | str]] = {
    "letters": made.letter_of,
    "consents": made.consent_of,
    "mailbox-letters": made.mail_of,
    "letter-templates": made.template_of,
    "mailings": lambda client: made.mailing_of(client).pk,
    "mailing-recipients": lambda client: made.mailing_of(client).pk,
}
QUERIES: dict[str, int] = {"mailbox-letters": 3}
