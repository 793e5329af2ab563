"""The letter templates that come with the program, in English."""

from vernost.care.letters.shape import Letter

TEMPLATES = {
    "greeting": Letter(
        "With the best wishes of {company}",
        """Dear {contact},

All of us at {company} wish you and everybody at {client} a happy holiday. Thank you for the year \
behind us: it is good to work with you.

If there is anything we can make easier for you in the months ahead, tell me. A line is enough.

{owner}
{company}""",
    ),
    "thanks": Letter(
        "Thank you for the first order",
        """Dear {contact},

The first order of {client} is done, and I thank you for the trust. What would have made it better? You know what you \
need; I would like to hear it while it is fresh.

From now on I am your person at {company}: whatever it is, write or call me.

{owner}
{company}""",
    ),
    "overdue": Letter(
        "An invoice that may have slipped through",
        """Dear {contact},

by our books of {day} this is past its day: {debt}.

If it is already on its way, please take no notice of this letter. If something stands in the way, tell me: \
we will find how to settle it.

{owner}
{company}""",
    ),
    "invitation": Letter(
        "We would like to see you",
        """Dear {contact},

{company} invites you to [what, when, where]. We thought of {client} because [why it concerns them].

Will you come? A short answer helps us to prepare.

{owner}
{company}""",
    ),
    "news": Letter(
        "What has changed for you in this quarter",
        """Dear {contact},

there are three things at {company} that concern {client}:

1. [what is new, and what it saves or brings you]
2. [what has changed in the rules, and what to do]
3. [what we are preparing, and by when]

If one of them matters to you, answer this letter, and I will call.

{owner}
{company}""",
    ),
}
NAMES = {
    "greeting": "Holiday greeting",
    "thanks": "Thanks after the first order",
    "overdue": "Reminder of an overdue invoice",
    "invitation": "Invitation to a meeting",
    "news": "News of the quarter",
}
UNSUBSCRIBE = "You get this letter because you agreed to it. If you want no more such letters:"
