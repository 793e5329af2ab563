"""Names of groups, stages, loyalty levels, components and areas, and what each group calls for (S0)."""

from vernost.assessment.wording.catalogue import gettext_noop as _

GROUPS = {
    "reward": _("reward & invest"),
    "manage": _("manage"),
    "discipline": _("discipline"),
    "fire": _("fire"),
}
GROUP_ADVICE = {
    "reward": _(
        "Best people, orders first in the queue, extra services and advice beyond the order, special terms, most attention."
    ),
    "manage": _("Learn the needs, offer the next service, bring the client towards the first group."),
    "discipline": _(
        "Set out rules and mutual duties in words and in the contract, serve after priority clients, "
        "take no new work while a debt is unpaid."
    ),
    "fire": _(
        "Check the figures, decide, and if so end politely: no bridges burnt, a greeting once or twice a year."
    ),
}
STAGES = {
    "aware": _("aware"),
    "interested": _("interested"),
    "first_order": _("first order"),
    "repeat": _("repeat"),
    "regular": _("regular"),
    "slipping": _("slipping"),
    "lost": _("lost"),
    "ended": _("ended"),
    "won_back": _("won back"),
}
LOYALTY = {
    "none": _("none yet"),
    "satisfaction": _("satisfaction"),
    "devotion": _("devotion"),
    "partnership": _("partnership"),
}
BY_SUBJECT = {"group": GROUPS, "stage": STAGES, "loyalty": LOYALTY}
COMPONENTS = {
    "orders": _("Orders: frequency, revenue, margin"),
    "business": _("Stability of the client's business"),
    "history": _("History of the relationship"),
    "loyalty": _("Loyalty and referrals"),
    "need": _("Need we do not yet meet"),
    "values": _("Likeness of values"),
}
AREAS = {
    "unhappy": _("The client is unhappy"),
    "difficulty": _("The client is in difficulty"),
    "change": _("The client wants a change"),
    "dependence": _("We depend on the client"),
    "ending": _("Consider ending"),
    "inattention": _("We are inattentive"),
    "chance": _("A chance"),
}
SEVERITIES = {1: _("note"), 2: _("warning"), 3: _("alarm")}
ABC = {"A": _("A"), "B": _("B"), "C": _("C")}
FLOWS = {"new": _("new"), "regular": _("regular clients"), "leaving": _("leaving"), "other": _("the others")}
CONTRIBUTION_BASIS = {
    "revenue": _("revenue (neither direct cost nor cost to serve is known)"),
    "margin": _("revenue less direct cost (cost to serve is not known)"),
    "revenue_less_service": _("revenue less cost to serve (direct cost is not known)"),
    "margin_less_service": _("revenue less direct cost and cost to serve"),
}
TABLES = {
    "orders": _("orders"),
    "clients": _("clients"),
    "invoices": _("invoices"),
    "interactions": _("interactions"),
    "ratings": _("ratings"),
    "complaints": _("complaints"),
    "acts": _("acts"),
    "costs": _("costs"),
}
