"""What the client base holds about people."""

from vernost.clients.models import (
    Client,
    CompetitorAtClient,
    Consent,
    Contact,
    Cost,
    Invoice,
    Order,
    Payment,
    Potential,
)
from vernost.core.personal import Holding, holds

_OF_CLIENT = (
    "code", "tax_id", "email", "phone", "industry", "peculiarities", "why_us", "likes", "dislikes", "expects",
    "why_not_all", "ended_reason", "search_text",
)  # fmt: skip

holds(
    Holding(
        Client,
        texts={"name": "–", "founded_on": None, **dict.fromkeys(_OF_CLIENT, "")},
        by_client="pk",
    )
)
holds(
    Holding(
        Contact,
        texts={"name": "–", "role": "", "email": "", "phone": "", "note": "", "birthday_on": None},
        by_contact="pk",
        goes_with_client=True,
        goes_with_contact=True,
    )
)
holds(
    Holding(
        Consent,
        texts={"note": ""},
        by_client="contact__client",
        by_contact="contact",
        goes_with_client=True,
        goes_with_contact=True,
    )
)
holds(Holding(Order, texts={"number": "", "subject": ""}))
holds(Holding(Invoice, texts={"number": ""}))
holds(Holding(Payment, texts={"number": ""}))
holds(Holding(Cost, texts={"subject": ""}))
holds(Holding(Potential, texts={"source": ""}))
holds(Holding(CompetitorAtClient, texts={"source": "–"}))
