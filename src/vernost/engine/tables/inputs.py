"""The tables that an assessment reads. Only `orders` is needed; each other table sharpens the judgement."""

from vernost.engine.tables.column import Column, TableSpec

_CLIENT = Column("client_id", "id", "the client", required=True)

ORDERS = TableSpec(
    "orders",
    "What was bought, by whom, on which day, for how much; a negative amount is a return.",
    (
        _CLIENT,
        Column("ordered_on", "date", "day of the order", required=True),
        Column(
            "amount", "money", "sum of the order; negative for a return", "company currency", required=True
        ),
        Column("order_id", "id", "number of the order; rows that share it are lines of one order"),
        Column("direct_cost", "money", "what the goods or the work cost us", "company currency"),
        Column("service_line", "text", "kind of goods or service"),
        Column("currency", "text", "currency of amount and direct_cost, when not the company's", "ISO 4217"),
        Column("status", "code", "a cancelled order is left out", allowed=("done", "open", "cancelled")),
        Column("is_extra", "boolean", "an extra service beside the main one"),
        Column("engagement_id", "id", "engagement that the order belongs to"),
    ),
)

CLIENTS = TableSpec(
    "clients",
    "What is known of a client beside the orders.",
    (
        _CLIENT,
        Column("name", "text", "name of the client"),
        Column("kind", "code", "company or person", allowed=("company", "person")),
        Column("founded_on", "date", "day the client's business was founded"),
        Column("since", "date", "day the relationship began, when earlier than the first order"),
        Column("segment", "text", "target segment"),
        Column("owner", "text", "our responsible person"),
        Column("industry", "text", "business or industry"),
        Column(
            "business_stability",
            "number",
            "stability and profitability of the client's business",
            "mark",
            least=1,
            most=5,
        ),
        Column("values_fit", "number", "likeness of values and goals", "mark", least=1, most=5),
        Column(
            "annual_potential",
            "money",
            "what the client spends a year on what we sell, with us and with others",
            least=0,
        ),
        Column("promising", "boolean", "marked as promising: never proposed for firing"),
        Column("strategic", "boolean", "marked as strategic"),
        Column("compelled", "boolean", "stays by compulsion (no choice, contract, monopoly)"),
        Column("referred_by", "id", "client who recommended us to this one"),
        Column("ended_on", "date", "day the relationship was declared ended"),
    ),
)

INVOICES = TableSpec(
    "invoices",
    "What was owed, by when, and when it was paid.",
    (
        _CLIENT,
        Column("amount", "money", "sum of the invoice", "company currency", required=True, least=0),
        Column("due_on", "date", "last day to pay", required=True),
        Column("invoice_id", "id", "number of the invoice"),
        Column("issued_on", "date", "day of issue"),
        Column("paid_on", "date", "day of the last payment; empty while anything is owed"),
        Column("paid_amount", "money", "paid so far", "company currency", least=0),
    ),
)

INTERACTIONS = TableSpec(
    "interactions",
    "Calls, letters, meetings and messages, ours and theirs.",
    (
        _CLIENT,
        Column("at", "date", "day of the interaction", required=True),
        Column(
            "direction", "code", "from the client (in) or from us (out)", required=True, allowed=("in", "out")
        ),
        Column(
            "kind", "text", "call, letter, meeting, message, inquiry, offer, promise, report …", required=True
        ),
        Column("channel", "text", "telephone, mail, messenger, in person …"),
        Column("outcome", "code", "how the other side reacted", allowed=("answered", "no_answer", "refused")),
        Column("answered_at", "date", "day of the answer; for a promise, the day it was kept"),
        Column("mood", "integer", "mood of the contact", "mark", least=-2, most=2),
        Column("minutes", "number", "our time", "minutes", least=0),
        Column("person", "text", "our person"),
        Column("free_of_charge", "boolean", "work done for nothing"),
    ),
)

RATINGS = TableSpec(
    "ratings",
    "What the client says of us in marks.",
    (
        _CLIENT,
        Column("at", "date", "day of the rating", required=True),
        Column(
            "measure",
            "code",
            "what is rated: nps 0–10; quality, relations, solving 1–5",
            required=True,
            allowed=("nps", "quality", "relations", "solving"),
        ),
        Column("value", "number", "the mark", "mark", required=True, least=0, most=10),
    ),
)

COMPLAINTS = TableSpec(
    "complaints",
    "What the client complained of and how it ended.",
    (
        _CLIENT,
        Column("opened_on", "date", "day of the complaint", required=True),
        Column("closed_on", "date", "day it was settled; empty while open"),
        Column("justified", "boolean", "decided for the client"),
        Column("satisfied_after", "boolean", "the client was content with the answer"),
        Column("cost", "money", "what settling it cost us", "company currency", least=0),
        Column("value", "money", "what is at stake", "company currency", least=0),
    ),
)

ACT_KINDS = (
    "referral",
    "suggestion",
    "recommendation",
    "joint_project",
    "competitor_news",
    "obligation_broken",
    "values_conflict",
    "loss_making_terms",
    "competitor_compared",
    "trifle_refused",
    "contact_changed",
    "management_changed",
    "ownership_changed",
    "strategy_changed",
    "market_changed",
)

ACTS = TableSpec(
    "acts",
    "Single acts of the client that say more than orders do.",
    (
        _CLIENT,
        Column("on", "date", "day of the act", required=True),
        Column("kind", "code", "what the client did", required=True, allowed=ACT_KINDS),
    ),
)

COSTS = TableSpec(
    "costs",
    "What serving the client took beside the direct cost of orders: money, or time to be priced.",
    (
        _CLIENT,
        Column("on", "date", "day of the cost", required=True),
        Column("minutes", "number", "our time", "minutes", least=0),
        Column("money", "money", "expense", "company currency", least=0),
        Column("person", "text", "our person, for the hourly rate"),
        Column("purpose", "code", "winning a new client or keeping one", allowed=("winning", "keeping")),
    ),
)

INPUTS: dict[str, TableSpec] = {
    spec.name: spec for spec in (ORDERS, CLIENTS, INVOICES, INTERACTIONS, RATINGS, COMPLAINTS, ACTS, COSTS)
}
