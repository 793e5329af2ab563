"""Letters and rules in English."""

from vernost.care.letters.shape import Letter, RulesText

LETTERS = {
    "last_chance": Letter(
        "How we could go on working together",
        """Dear {contact},

We value the work that {client} and {company} have done together, and we want to speak plainly. On the present terms \
we cannot serve you as well as you deserve and as we have to.

This is how we can go on:

Price: {price}
Terms: {terms}

We ask you to answer by {until}. We will gladly meet and talk it over before.

Yours sincerely,
{person}
{company}
{day}""",
    ),
    "ending": Letter(
        "The end of our work together",
        """Dear {contact},

Thank you for the trust that {client} has placed in {company}. After careful thought we have decided to end our work \
together on {end}.

What is in hand will be finished or handed over in good order, and all documents will be returned to you by that day. \
So that your business does not suffer, we recommend {partner}, who can take over and whom we will tell everything \
needed once you agree.

We part with respect. Should circumstances change, our door is open.

Yours sincerely,
{person}
{company}
{day}""",
    ),
    "farewell": Letter(
        "Thank you for the years together",
        """Dear {contact},

We have learned that {client} will go on without us from {end}. We are sorry, and we respect the decision. Thank you \
for the years together and for everything we learned from you.

If there was something that we should have done better, a frank word would help us. Whenever you want to come back, \
one call is enough.

Yours sincerely,
{person}
{company}
{day}""",
    ),
    "greeting": Letter(
        "Greetings from {company}",
        """Dear {contact},

We think of our work with {client} with pleasure and wish you and your colleagues well. On our side things go on: if \
you would like to know what is new, write a line and we will tell you.

Yours sincerely,
{person}
{company}
{day}""",
    ),
}

RULES = {
    "payment": RulesText(
        "Invoices are paid within the time that stands on them. While one is past its day, no new work is begun.",
        "To pay in time. To warn us at least three working days ahead when a payment will be late, and to name "
        "another day.",
        "To issue invoices without mistakes and with what they are for. To answer questions on an invoice within one "
        "working day.",
    ),
    "prepayment": RulesText(
        "Work is begun when the whole sum of the order has come.",
        "To pay the order in advance.",
        "To begin on the next working day after the payment, and to return what was not used within five working days.",
    ),
    "orders": RulesText(
        "Tasks are given in writing by the persons named here. What is added to a task changes its term and its price.",
        "To name who gives tasks and who accepts the results. To accept a result or to object with reasons within five "
        "working days.",
        "To confirm a task within one working day, with its term and its price. To report on its course every week.",
    ),
}
