"""Everything that can be imported, in the order in which a person would."""

from vernost.transfer.kinds.act import ACTS
from vernost.transfer.kinds.client import CLIENTS
from vernost.transfer.kinds.complaint import COMPLAINTS
from vernost.transfer.kinds.contact import CONTACTS
from vernost.transfer.kinds.cost import COSTS
from vernost.transfer.kinds.interaction import INTERACTIONS
from vernost.transfer.kinds.invoice import INVOICES
from vernost.transfer.kinds.kind import Choices, Kind
from vernost.transfer.kinds.marketing_cost import MARKETING_COSTS
from vernost.transfer.kinds.order import ORDERS
from vernost.transfer.kinds.payment import PAYMENTS
from vernost.transfer.kinds.potential import POTENTIALS
from vernost.transfer.kinds.rating import RATINGS

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        CLIENTS, CONTACTS, ORDERS, INVOICES, PAYMENTS, INTERACTIONS, RATINGS, COMPLAINTS, ACTS, COSTS, POTENTIALS,
        MARKETING_COSTS,
    )
}  # fmt: skip

__all__ = ["KINDS", "Choices", "Kind"]
