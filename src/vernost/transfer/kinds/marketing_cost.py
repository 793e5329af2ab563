from django.utils.translation import gettext_lazy as _

from vernost.clients.enums import MarketingPurpose
from vernost.clients.models import MarketingCost
from vernost.core.actions.records import change_records
from vernost.engine.tables import Column, TableSpec
from vernost.transfer.kinds.kind import Choices, Kind

MARKETING_COSTS = Kind(
    name="marketing_costs",
    label=_("Marketing costs"),
    spec=TableSpec(
        "marketing_costs",
        "What was spent on clients in general: winning, keeping, winning back, the brand.",
        (
            Column("spent_on", "date", "day", required=True),
            Column("purpose", "text", "purpose", required=True),
            Column("amount", "money", "sum", required=True, least=0),
            Column("currency", "text", "currency", "ISO 4217"),
            Column("segment", "text", "segment"),
            Column("note", "text", "for what"),
        ),
    ),
    model=MarketingCost,
    fields={
        "spent_on": "spent_on",
        "purpose": "purpose",
        "amount": "amount",
        "currency": "currency",
        "segment": "segment_id",
        "note": "note",
    },
    change=change_records,
    choices={"purpose": Choices("codes", MarketingPurpose.choices), "segment": Choices("segments")},
    content=("spent_on", "purpose", "amount", "currency", "segment_id", "note"),
    day="spent_on",
    of_company=True,
    names={
        "spent_on": "date, day, spent on, дата, день, дата расхода, дата затрат",
        "purpose": "purpose, goal, цель, назначение, на что направлено",
        "amount": "amount, sum, cost, spent, сумма, расход, затраты, потрачено",
        "note": "for what, subject, description, campaign, channel, за что, статья, описание, кампания, канал",
    },
    defaults=lambda currency: {"currency": currency},
)
