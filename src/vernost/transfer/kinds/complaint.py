from django.utils.translation import gettext_lazy as _

from vernost.core.actions.records import change_records
from vernost.engine.tables import Column, TableSpec
from vernost.transfer.kinds.kind import Choices, Kind
from vernost.voice.models import Complaint

COMPLAINTS = Kind(
    name="complaints",
    label=_("Complaints"),
    spec=TableSpec(
        "complaints",
        "What clients complained of.",
        (
            Column("client_id", "id", "the client", required=True),
            Column("opened_on", "date", "day", required=True),
            Column("number", "id", "number"),
            Column("subject", "text", "subject"),
            Column("closed_on", "date", "day it was settled"),
            Column("justified", "boolean", "decided for the client"),
            Column("satisfied_after", "boolean", "content with the answer"),
            Column("cost", "money", "what settling it cost", least=0),
            Column("value", "money", "what is at stake", least=0),
            Column("currency", "text", "currency", "ISO 4217"),
            Column("minutes", "number", "our time", least=0),
            Column("responsible", "text", "responsible"),
        ),
    ),
    model=Complaint,
    fields={
        "opened_on": "opened_on",
        "number": "number",
        "subject": "subject",
        "closed_on": "closed_on",
        "justified": "justified",
        "satisfied_after": "satisfied_after",
        "cost": "cost",
        "value": "value",
        "currency": "currency",
        "minutes": "minutes",
        "responsible": "responsible_id",
    },
    change=change_records,
    choices={"responsible": Choices("people")},
    number=("number",),
    content=("opened_on", "subject"),
    day="opened_on",
    makes_clients=True,
    names={
        "number": "number, complaint number, ticket, ticket #, ticket number, номер, номер жалобы, обращение",
        "subject": "subject, complaint, customer complaint, description, тема, суть, жалоба, содержание",
        "responsible": "responsible, assignee, ответственный, исполнитель",
    },
    defaults=lambda currency: {"currency": currency},
)
