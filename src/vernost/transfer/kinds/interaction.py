from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Contact
from vernost.engine.tables import Column, TableSpec
from vernost.transfer.kinds.kind import Choices, Kind
from vernost.voice.actions.interaction import change_interactions, log_interactions
from vernost.voice.enums import Channel, Direction, InteractionKind, Outcome
from vernost.voice.models import Interaction

INTERACTIONS = Kind(
    name="interactions",
    label=_("Contacts and talks"),
    spec=TableSpec(
        "interactions",
        "Calls, letters, meetings and messages.",
        (
            Column("client_id", "id", "the client", required=True),
            Column("at", "date", "day", required=True),
            Column("direction", "text", "from the client or from us", required=True),
            Column("kind", "text", "call, letter, meeting …", required=True),
            Column("channel", "text", "channel"),
            Column("outcome", "text", "reaction"),
            Column("answered_at", "date", "day of the answer"),
            Column("mood", "integer", "mood", least=-2, most=2),
            Column("minutes", "number", "our time", least=0),
            Column("person", "text", "our person"),
            Column("contact", "text", "with whom"),
            Column("free_of_charge", "boolean", "work for nothing"),
            Column("note", "text", "note"),
        ),
    ),
    model=Interaction,
    fields={
        "at": "at",
        "direction": "direction",
        "kind": "kind",
        "channel": "channel",
        "outcome": "outcome",
        "answered_at": "answered_at",
        "mood": "mood",
        "minutes": "minutes",
        "person": "person_id",
        "contact": "contact_id",
        "free_of_charge": "free_of_charge",
        "note": "note",
    },
    insert=log_interactions,
    change=change_interactions,
    choices={
        "direction": Choices("codes", Direction.choices),
        "kind": Choices("codes", InteractionKind.choices, open=True),
        "channel": Choices("codes", Channel.choices),
        "outcome": Choices("codes", Outcome.choices),
        "person": Choices("people"),
    },
    lookups={"contact": (Contact, "name")},
    content=("at", "direction", "kind", "person_id", "note"),
    day="at",
    names={
        "note": "note, notes, comment, comments, subject, заметка, комментарий, примечание, тема",
        "contact": "contact, contact person, with whom, контакт, контактное лицо, с кем",
    },
)
