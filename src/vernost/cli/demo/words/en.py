"""English names and sentences of the demo company. Any likeness is chance."""

from vernost.cli.demo.words.shape import CompanyWords, Words

_LAW = CompanyWords(
    name="Shore & Partners, Solicitors",
    lines=("Contracts", "Disputes", "Company law", "Tax"),
    subjects=(
        ("Supply contract", "Lease", "Review of a works contract", "Statement of differences"),
        ("Claim for a debt", "Defence", "Appeal", "Settlement talks"),
        ("New managing director", "Changed articles", "Shareholders' meeting", "Exit of a shareholder"),
        ("Answer to the tax office", "Tax audit", "Written opinion", "Tax refund"),
    ),
    extra="Urgent advice by telephone",
    complaints=(
        "Nobody said that the date had moved",
        "The contract still had a wrong account number",
        "No answer to a letter for two days",
        "The bill was higher than agreed",
        "The lawyer was changed without a word",
    ),
)

_WHOLESALE = CompanyWords(
    name="Broadwater Wholesale",
    lines=("Drinks", "Groceries", "Packaging", "Household goods"),
    subjects=(
        ("Water and juices", "Tea and coffee", "Lemonades for the season", "Cordials"),
        ("Grain", "Flour and sugar", "Tins", "Oil"),
        ("Bags and film", "Boxes", "Disposable tableware", "Labels"),
        ("Detergents", "Paper goods", "Kitchen cleaners", "Air fresheners"),
    ),
    extra="Delivery on the same day",
    complaints=(
        "The wrong sort was delivered",
        "The lorry came half a day late",
        "Some boxes were crushed",
        "Three pieces fewer than on the note",
        "The manager did not call back",
    ),
)

ENGLISH = Words(
    companies={"law": _LAW, "wholesale": _WHOLESALE},
    currency="EUR",
    rate=1,
    staff=(
        "Anna Vale", "Boris Maple", "Vera Meadow", "Glen Lake", "Daria Fields", "Edgar Finch", "Joan Rowan",
        "Zachary Poplar",
    ),
    teams=("North", "South"),
    first_women=("Olive", "Mary", "Helen", "Natalie", "Irene", "Clare", "Tamsin", "Julia", "Alice", "Nina"),
    first_men=("Simon", "Andrew", "Daniel", "Paul", "Elias", "Michael", "Owen", "Robin", "Frederick", "Cyril"),
    last_women=(
        "Peterson", "Falconer", "Frost", "Swann", "Newman", "Eagleton", "White", "Hare", "Gadsby", "Goose",
        "Sparrow", "Crane", "Osmond", "Horne", "Black",
    ),
    last_men=(
        "Peterson", "Falconer", "Frost", "Swann", "Newman", "Eagleton", "White", "Hare", "Gadsby", "Goose",
        "Sparrow", "Crane", "Osmond", "Horne", "Black",
    ),
    company_stems=(
        "North Wind", "Quiet Harbour", "Stone Bridge", "White Sail", "Old Miller", "Green Hill", "Far Shore",
        "Clear Day", "Red Brick", "Golden Ear", "Blue Wagon", "True Way", "First Pier", "New Quarter",
        "Pure Spring", "Copper Rider", "Forest Glade", "River Station", "Mountain Path", "Free Town",
        "Pole Star", "Morning Light", "Seven Keys", "Three Pines", "Little Shipyard", "Quick Step",
        "Hard Nut", "Good Host", "Broad Street", "Snow Leopard", "Summer Garden", "Evening Tea",
        "Southern Cross", "Exact Sum", "Even Keel", "Bright House", "Sound Timber", "Warm Hearth",
        "Steel Lace", "Fresh Bread",
    ),
    company_forms=("{} Ltd", "{} plc", "{} Trading", "{} Group"),
    segments={"large": "Large", "middle": "Medium", "small": "Small"},
    industries={
        "building": "building", "transport": "transport", "industry": "manufacturing", "medicine": "medicine",
        "services": "services", "trade": "trade",
    },
    positions={
        "owner": ("owner", "founder"),
        "top": ("managing director", "finance director", "sales director"),
        "middle": ("head of purchasing", "chief accountant", "head of legal"),
        "staff": ("accountant", "buyer", "assistant to the director"),
    },
    notes={
        "call": ("Talked about the plans for the quarter.", "Made the dates clear.", "Reminded of the papers.",
                 "Asked how things are."),
        "meeting": ("Met in the office and went through everything.", "Showed the draft, agreed on the changes."),
        "letter": ("Sent the papers.", "Wrote an explanation."),
        "message": ("Answered a question briefly.", "Confirmed the time of the meeting."),
        "inquiry": ("Asks about dates.", "Wants to know the price.", "Needs advice on a new matter."),
        "offer": ("Offered service by the year.", "Offered to check old contracts.",
                  "Offered a new service with a discount for volume."),
        "promise": ("Promised to send the draft.", "Promised to call back with an answer."),
        "report": ("Reported what was done in the month.", "Sent the record and the report."),
    },
    bad_notes=("Unhappy with the dates, spoke dryly.", "Compares us with others.", "Short answers, in a hurry."),
    good_notes=("Thanked us for the work.", "Content, will tell colleagues.", "Wants to talk about a new project."),
    acts={
        "referral": "Sent a company of friends to us.", "suggestion": "Suggested a simpler approval.",
        "recommendation": "Spoke well of us at a trade meeting.",
        "joint_project": "We run a seminar for their customers together.",
        "competitor_news": "Told us what a competitor offers.",
        "obligation_broken": "Did not pay by the promised day.",
        "values_conflict": "Asked us to backdate a paper; we refused.",
        "loss_making_terms": "Demands a price below our cost.",
        "competitor_compared": "Sent a competitor's offer to compare.",
        "trifle_refused": "Refused harshly over a trifle.",
        "contact_changed": "The contact person has changed.", "management_changed": "There is a new director.",
        "ownership_changed": "The owner has changed.", "strategy_changed": "They change their line of business.",
        "market_changed": "Their market has shrunk.",
    },
    rating_notes=("All on time.", "Clearly explained.", "Could be quicker.", "A pleasure to deal with."),
    costs=("Preparing material", "Travel to the client", "Hospitality", "Printing and courier"),
    marketing={
        "winning": ("Advertising in the trade press", "Stand at the fair", "Articles and search advertising"),
        "keeping": ("Breakfast for regular clients", "Gifts at the end of the year"),
        "winning_back": ("Letters to clients of former years", "A first order at half the price"),
        "brand": ("New leaflets", "Support of the town's school"),
    },
    dependence_plan=(
        "His part of the income below 15% in a year",
        (
            "Win three clients of the same size in other industries",
            "Raise two middle clients to yearly contracts",
            "Talk with a second person who decides at the client",
        ),
    ),
    competitors=("Paragraph Bureau", "Neighbours & Co", "Thunder Trading"),
    sources=("said by the director", "said by the accountant", "from published accounts"),
    peculiarities=("Decides together with his brother.", "Wants papers on paper.", "No calls before ten."),
    why_us=("They have known us for years.", "We are near and answer quickly.", "A partner sent them."),
    likes=("Short answers in plain words.", "To be told in advance.", "One person for all questions."),
    dislikes=("Long approvals.", "When dates change.", "Calls without a reason."),
    expects=("An answer on the same day.", "A fixed price in advance.", "A report once a month."),
    case_causes=(
        "Our answer took a week; now one person answers for it",
        "Closed for renovation in spring, as every year",
        "The price of the rush order; we agreed on rules for urgency",
        "They now do simple matters themselves",
    ),
    case_waits="Their manager is on holiday",
    case_skips="We have known everybody there for years",
    case_notes=(
        "A new office manager, wants to know everything from the start",
        "Refused to move the meeting by an hour; two rivals have cut prices",
    ),
    case_step="Invite to our open day",
    decision_reasons=(
        "They pay by the quarter, and always do",
        "A new director there: let us see half a year",
        "Opens two branches next year",
        "The delay was ours, not theirs",
    ),
    why_not_all=("Their own man does a part.", "Some of it is cheaper next door.", "Did not know that we can."),
)  # fmt: skip
