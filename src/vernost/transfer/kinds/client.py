from django.utils.translation import gettext_lazy as _

from vernost.clients.actions.client import change_each_client, create_clients
from vernost.clients.enums import ClientKind
from vernost.clients.models import Client
from vernost.engine.tables import Column, TableSpec
from vernost.transfer.kinds.kind import Choices, Kind

_SPEC = TableSpec(
    "clients",
    "Clients, a row each.",
    (
        Column("name", "text", "name"),
        Column("code", "id", "code in another program"),
        Column("tax_id", "id", "tax id"),
        Column("email", "id", "e-mail"),
        Column("id", "id", "our number"),
        Column("kind", "text", "company or person"),
        Column("phone", "id", "telephone"),
        Column("industry", "text", "industry"),
        Column("segment", "text", "segment"),
        Column("owner", "text", "our responsible person"),
        Column("since", "date", "first day of the relationship"),
        Column("founded_on", "date", "day of foundation"),
        Column("business_stability", "number", "mark", least=1, most=5),
        Column("values_fit", "number", "mark", least=1, most=5),
        Column("strategic", "boolean", "key client"),
        Column("promising", "boolean", "promising"),
        Column("compelled", "boolean", "stays by compulsion"),
        Column("referred_by", "id", "client who recommended us"),
        Column("ended_on", "date", "day of the end"),
        Column("peculiarities", "text", "peculiarities"),
        Column("why_us", "text", "why they buy from us"),
        Column("likes", "text", "what they like"),
        Column("dislikes", "text", "what they dislike"),
        Column("expects", "text", "what they expect"),
        Column("why_not_all", "text", "why not everything from us"),
    ),
)
_OWN_NAMES = {
    "since": "since_on",
    "segment": "segment_id",
    "owner": "owner_id",
    "referred_by": "referred_by_id",
}

CLIENTS = Kind(
    name="clients",
    label=_("Clients"),
    spec=_SPEC,
    model=Client,
    fields={column: _OWN_NAMES.get(column, column) for column in _SPEC.names if column != "id"},
    create=create_clients,
    change=change_each_client,
    choices={
        "kind": Choices("codes", ClientKind.choices),
        "segment": Choices("segments"),
        "owner": Choices("owners"),
    },
    names={
        "code": """code, external code, client code, client id, customer id, customer code, account number, external id,
            код, код клиента, внешний код, id клиента, код контрагента""",
        "tax_id": "tax id, vat, vat number, tin, inn, инн, инн клиента, инн контрагента, инн/кпп",
        "id": "our number, vernost id, наш номер",
        "name": "client, customer, counterparty, клиент, контрагент, покупатель, заказчик, организация",
        "phone": "телефоны, контактный телефон",
    },
)
