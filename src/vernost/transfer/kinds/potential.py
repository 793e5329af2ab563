from django.utils.translation import gettext_lazy as _

from vernost.clients.enums import Confidence
from vernost.clients.models import Potential
from vernost.core.actions.records import change_records
from vernost.engine.tables import Column, TableSpec
from vernost.transfer.kinds.kind import Choices, Kind

POTENTIALS = Kind(
    name="potentials",
    label=_("Potentials"),
    spec=TableSpec(
        "potentials",
        "What clients spend a year on what we sell, with us and with others.",
        (
            Column("client_id", "id", "the client", required=True),
            Column("estimated_on", "date", "day of the estimate", required=True),
            Column("annual_amount", "money", "spends a year", required=True, least=0),
            Column("share_percent", "number", "our part, %", least=0, most=100),
            Column("currency", "text", "currency", "ISO 4217"),
            Column("source", "text", "from whom we know"),
            Column("confidence", "text", "confidence"),
        ),
    ),
    model=Potential,
    fields={
        "estimated_on": "estimated_on",
        "annual_amount": "annual_amount",
        "share_percent": "share_percent",
        "currency": "currency",
        "source": "source",
        "confidence": "confidence",
    },
    change=change_records,
    choices={"confidence": Choices("codes", Confidence.choices)},
    content=("estimated_on", "annual_amount", "currency"),
    day="estimated_on",
    names={
        "estimated_on": "estimate date, as of, дата оценки, дата",
        "annual_amount": "potential, annual potential, потенциал, годовой потенциал, потенциал в год",
        "share_percent": "share of wallet, our share, доля кошелька, наша доля",
        "source": "source, источник",
    },
    defaults=lambda currency: {"currency": currency},
)
