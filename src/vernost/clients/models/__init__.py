from vernost.clients.models.client import Client
from vernost.clients.models.competitor import Competitor, CompetitorAtClient
from vernost.clients.models.consent import Consent
from vernost.clients.models.contact import Contact
from vernost.clients.models.cost import Cost
from vernost.clients.models.invoice import Invoice
from vernost.clients.models.marketing_cost import MarketingCost
from vernost.clients.models.order import Order
from vernost.clients.models.payment import Payment
from vernost.clients.models.potential import Potential
from vernost.clients.models.segment import Segment
from vernost.clients.models.service_line import ServiceLine

__all__ = [
    "Client",
    "Competitor",
    "CompetitorAtClient",
    "Consent",
    "Contact",
    "Cost",
    "Invoice",
    "MarketingCost",
    "Order",
    "Payment",
    "Potential",
    "Segment",
    "ServiceLine",
]
