"""Words of loyalty: what the three levels are and ask of us, and the shipped factors (both after S1)."""

from vernost.assessment.wording.catalogue import gettext_noop as _

LEVEL_MEANINGS = {
    "satisfaction": _(
        "Content, and still comparing: one bad experience, or a better offer, and they are elsewhere."
    ),
    "devotion": _("Chooses us as long as nothing else speaks against it. If they leave, it was our mistake."),
    "partnership": _("Recommends us, suggests, brings news: an ally who works on our business with us."),
}
LEVEL_TASKS = {
    "satisfaction": _(
        "Be better than the others at every point of contact, and get to know each other in person."
    ),
    "devotion": _(
        "Make few mistakes, foresee what matters, strengthen what won them, solve hard tasks together."
    ),
    "partnership": _("Listen and act on it, thank for what they do, talk as equals."),
}
FACTORS = {
    "civil": _("Nobody of ours is rude to them"),
    "honest": _("We do not deceive them, not even by silence"),
    "reachable": _("They get through to us when they need us"),
    "clear_use": _("They know how to use what they have bought"),
    "result": _("They get what they ordered, when it was promised"),
    "steady": _("It is as good every time"),
    "one_hand": _("What they need comes from one hand"),
    "fair_price": _("The price is worth it"),
    "easy_terms": _("The terms of payment suit them"),
    "quick_answer": _("Questions are answered quickly"),
    "mended": _("Our mistakes are put right without a dispute"),
    "trust": _("They trust the people they deal with"),
    "heard": _("They feel heard and important"),
    "sympathy": _("They like to deal with us"),
    "hard_tasks": _("We have come through hard tasks together"),
    "known": _("They need not explain themselves twice"),
    "pride": _("They are glad to be seen with us"),
}
