"""What is kept of contacts when values are put back without our actions."""

from vernost.core.kept_columns import keeps_columns
from vernost.voice.actions.interaction import note_last_contacts


@keeps_columns
def keep_last_contacts(client_ids: set[int]) -> None:
    note_last_contacts(client_ids=list(client_ids))
