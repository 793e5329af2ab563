"""What is kept of contacts when values are put back without our actions, and what becomes of letters that were read."""

from collections.abc import Sequence
from datetime import datetime

from vernost.channels.listeners import after_letters
from vernost.channels.models import IncomingLetter
from vernost.core.kept_columns import keeps_columns
from vernost.voice.actions.correspondence import match_letters
from vernost.voice.actions.interaction import note_last_contacts


@keeps_columns
def keep_last_contacts(client_ids: set[int], at: datetime) -> None:
    note_last_contacts(client_ids=list(client_ids))


@after_letters
def give_to_clients(letters: Sequence[IncomingLetter], at: datetime) -> None:
    match_letters(letters=letters, at=at)
