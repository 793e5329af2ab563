"""Reading a mailbox: only what is new, and each letter once, however often and wherever a reading is cut off."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from imapclient import IMAPClient

from vernost.channels.actions.letter import note_answer, note_taken
from vernost.channels.actions.mailbox import note_failure, note_success
from vernost.channels.enums import Way
from vernost.channels.imap.folders import select, sent_folder
from vernost.channels.imap.letters import RawLetter, new_uids, read
from vernost.channels.imap.server import Access, MailboxProblem, opened
from vernost.channels.listeners import tell_of_letters
from vernost.channels.models import IgnoredAddress, IncomingLetter, Letter, Mailbox, MailFolder
from vernost.channels.parsing.letter import ParsedLetter, parse
from vernost.channels.queries.mailbox import access_to
from vernost.core.jobs.progress import report_progress


def fetch_letters(*, mailbox: Mailbox, at: datetime) -> int:
    """Reads what came since the last time and returns how many letters were kept. What goes wrong is written down at
    the mailbox, with the moment of the next try; what was kept before it stays.
    """
    kept = 0
    try:
        with opened(access_to(mailbox)) as server:
            for name, way in _folders(server, mailbox):
                kept += _read_folder(server, mailbox, name, way, at)
    except MailboxProblem as problem:
        mailbox.letter_count += kept
        mailbox.save(update_fields=["letter_count"])
        note_failure(mailbox=mailbox, problem=problem, at=at)
    else:
        note_success(mailbox=mailbox, new=kept, at=at)
    return kept


def try_connection(*, access: Access, folder_in: str, folder_sent: str) -> str:
    """Opens the mailbox and both folders, changing nothing, and returns the name of the folder of sent letters, empty
    where there is none. MailboxProblem says what is wrong.
    """
    with opened(access) as server:
        select(server, folder_in)
        sent = sent_folder(server, folder_sent)
        if sent:
            select(server, sent)
        return sent


def store_letters(*, folder: MailFolder, letters: Sequence[RawLetter], at: datetime) -> list[IncomingLetter]:
    """Keeps one batch and, in the same transaction, how far the folder is read. What is there already, under its
    number or its message id, and what ignored addresses wrote is passed over.
    """
    if not letters:
        return []
    with transaction.atomic():
        # Two workers may read the same folder: the second waits here, and finds that it is read.
        here = MailFolder.objects.select_for_update().get(pk=folder.pk)
        fresh = [
            (raw, parse(raw.content, raw.received_at))
            for raw in letters
            if here.uid_validity != folder.uid_validity or raw.uid > here.last_uid
        ]
        note_taken(message_ids=[parsed.message_id for _raw, parsed in fresh])
        new = [_letter(folder, raw, parsed) for raw, parsed in _unknown(folder, fresh)]
        IncomingLetter.objects.bulk_create(new)
        mark_answered(letters=new)
        tell_of_letters(new, at)
        folder.last_uid = max(here.last_uid, *(raw.uid for raw in letters))
        folder.save(update_fields=["last_uid"])
    return new


def mark_answered(*, letters: Sequence[IncomingLetter]) -> None:
    """What we sent from here and these letters answer has got its answer."""
    for letter in letters:
        if letter.way == Way.IN and letter.answers_to:
            for number in letter.answers_to.split("\n"):
                note_answer(message_id=number, at=letter.at)


def _folders(server: IMAPClient, mailbox: Mailbox) -> list[tuple[str, Way]]:
    sent = sent_folder(server, mailbox.folder_sent)
    return [(mailbox.folder_in, Way.IN), *([(sent, Way.OUT)] if sent and sent != mailbox.folder_in else [])]


def _read_folder(server: IMAPClient, mailbox: Mailbox, name: str, way: Way, at: datetime) -> int:
    validity = select(server, name)
    folder, _made = MailFolder.objects.get_or_create(mailbox=mailbox, name=name, defaults={"way": way})
    if folder.uid_validity != validity or folder.way != way:
        # The server counts anew: all is read again, and message ids tell what is there already.
        folder.uid_validity, folder.last_uid, folder.way = validity, 0, way
        folder.save(update_fields=["uid_validity", "last_uid", "way"])
    uids = new_uids(server, after=folder.last_uid, since_on=mailbox.since_on)
    kept = done = 0
    for letters in read(server, uids):
        kept += len(store_letters(folder=folder, letters=letters, at=at))
        done += len(letters)
        report_progress(done, len(uids), name)
    return kept


def _unknown(
    folder: MailFolder, fresh: list[tuple[RawLetter, ParsedLetter]]
) -> list[tuple[RawLetter, ParsedLetter]]:
    ids = {parsed.message_id for _raw, parsed in fresh}
    known = set(
        IncomingLetter.objects.filter(mailbox=folder.mailbox_id, message_id__in=ids).values_list(
            "message_id", flat=True
        )
    )
    ignored = set(
        IgnoredAddress.objects.filter(mailbox=folder.mailbox_id, deleted_at=None).values_list(
            "address", flat=True
        )
    )
    # A copy of what we sent from here stands in our log already.
    known |= set(Letter.objects.filter(message_id__in=ids).values_list("message_id", flat=True))
    found = []
    for raw, parsed in fresh:
        if parsed.message_id not in known and _party(folder, parsed) not in ignored:
            known.add(parsed.message_id)
            found.append((raw, parsed))
    return found


def _party(folder: MailFolder, parsed: ParsedLetter) -> str:
    if folder.way == Way.IN:
        return parsed.sender
    return next(iter(parsed.receivers or parsed.copies), "")


def _letter(folder: MailFolder, raw: RawLetter, parsed: ParsedLetter) -> IncomingLetter:
    return IncomingLetter(
        mailbox=folder.mailbox,
        folder=folder,
        uid_validity=folder.uid_validity,
        uid=raw.uid,
        way=folder.way,
        message_id=parsed.message_id,
        answers_to="\n".join(parsed.answers_to),
        at=parsed.at,
        party=_party(folder, parsed),
        sender=parsed.sender,
        sender_name=parsed.sender_name,
        receivers="\n".join(parsed.receivers),
        copies="\n".join(parsed.copies),
        subject=parsed.subject,
        text=parsed.text,
        attachments="\n".join(parsed.attachments),
        is_cut=parsed.is_cut or raw.is_cut,
    )
