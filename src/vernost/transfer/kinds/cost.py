from django.utils.translation import gettext_lazy as _

from vernost.clients.enums import CostPurpose
from vernost.clients.models import Cost
from vernost.core.actions.records import change_records
from vernost.engine.tables import Column, TableSpec
from vernost.transfer.kinds.kind import Choices, Kind

COSTS = Kind(
    name="costs",
    label=_("Costs of serving"),
    spec=TableSpec(
        "costs",
        "What serving a client took, beside the direct cost of orders.",
        (
            Column("client_id", "id", "the client", required=True),
            Column("on", "date", "day", required=True),
            Column("money", "money", "expense", least=0),
            Column("minutes", "number", "our time", least=0),
            Column("person", "text", "our person"),
            Column("purpose", "text", "purpose"),
            Column("subject", "text", "for what"),
            Column("currency", "text", "currency", "ISO 4217"),
        ),
    ),
    model=Cost,
    fields={
        "on": "spent_on",
        "money": "money",
        "minutes": "minutes",
        "person": "person_id",
        "purpose": "purpose",
        "subject": "subject",
        "currency": "currency",
    },
    change=change_records,
    choices={"person": Choices("people"), "purpose": Choices("codes", CostPurpose.choices)},
    content=("spent_on", "money", "minutes", "person_id", "purpose", "subject"),
    day="spent_on",
    names={"subject": "subject, for what, за что, предмет, статья, статья затрат"},
    defaults=lambda currency: {"currency": currency},
)
