"""Words of the reasons: a short name, and a sentence whose {places} are columns of `clients`."""

from vernost.assessment.wording.catalogue import gettext_noop as _

GROUP_NAMES = {
    "net_loss_both_windows": _("a loss in two windows running"),
    "net_loss_since_start": _("a loss since the start"),
    "debt_overdue": _("an overdue debt"),
    "pays_late": _("pays late"),
    "obligations_broken": _("breaks obligations"),
    "attractive": _("attractive"),
    "not_attractive_enough": _("not attractive enough for the first group"),
    "attractive_but_lost": _("attractive, but lost"),
    "attractive_but_no_contribution": _("attractive, but brings no contribution"),
    "guarded_from_firing": _("a loss, but protected from firing"),
    "nothing_to_judge": _("nothing to judge by yet"),
}
GROUP_SENTENCES = {
    "net_loss_both_windows": _(
        "Serving the client costs more than it brings: net contribution {net_contribution_window} in the window "
        "and {net_contribution_previous} in the one before."
    ),
    "net_loss_since_start": _("Net contribution since the start, {tenure_days} ago, is {net_contribution}."),
    "debt_overdue": _("Owes {debt_overdue} past the due day; the oldest debt is overdue by {debt_days}."),
    "pays_late": _("Paid only {on_time_part} of invoices on time (invoices judged: {invoices_judged})."),
    "obligations_broken": _("Obligations broken in the window: {obligations_broken}."),
    "attractive": _(
        "Attractiveness {attractiveness} of 100 (confidence {confidence}), still buying, "
        "net contribution {net_contribution_window} in the window."
    ),
    "not_attractive_enough": _(
        "Attractiveness {attractiveness} of 100 (confidence {confidence}): below the first group."
    ),
    "attractive_but_lost": _(
        "Attractiveness {attractiveness} of 100 would be enough for the first group, but the client is lost: "
        "silent for {overdue_ratio} usual intervals, still a client with probability {p_alive}."
    ),
    "attractive_but_no_contribution": _(
        "Attractiveness {attractiveness} of 100 would be enough for the first group, "
        "but net contribution in the window is {net_contribution_window}."
    ),
    "guarded_from_firing": _(
        "Net contribution {net_contribution_window} in the window and {net_contribution_previous} before would mean "
        "firing, but the client is protected: {guards}."
    ),
    "nothing_to_judge": _("No order and no mark: nothing to judge by yet."),
}
GUARD_NAMES = {
    "new_client": _("a new client"),
    "promising": _("marked as promising"),
    "pays_off_ahead": _("is expected to pay off"),
    "growing": _("grows two windows in a row"),
}
GUARD_SENTENCES = {
    "new_client": _("The relationship is young: {tenure_days}."),
    "promising": _("Marked as promising by a person."),
    "pays_off_ahead": _("Expected revenue {expected_revenue} against expected cost {expected_cost}."),
    "growing": _(
        "Revenue grew two windows in a row: {revenue_earlier}, {revenue_previous}, {revenue_window}."
    ),
}
STAGE_NAMES = {
    "no_order_no_contact": _("no order and no contact yet"),
    "no_order_but_contact": _("contact, but no order yet"),
    "one_order": _("one purchase"),
    "too_few_orders": _("too few purchases for a regular client"),
    "buys_in_rhythm": _("buys in its rhythm"),
    "late_for_rhythm": _("late for its rhythm"),
    "probably_gone": _("probably gone"),
    "silent_too_long": _("silent too long"),
    "surely_gone": _("almost surely gone"),
    "declared_ended": _("declared ended"),
    "bought_after_pause": _("bought again after a long pause"),
    "bought_after_end": _("bought again after the end"),
}
STAGE_SENTENCES = {
    "no_order_no_contact": _("Neither an order nor a contact with us yet."),
    "no_order_but_contact": _("There was contact, but no order yet."),
    "one_order": _("One purchase, on {first_on}."),
    "too_few_orders": _("Purchases: {occasions}; too few for a regular client."),
    "buys_in_rhythm": _(
        "Purchases: {occasions}; silence is {overdue_ratio} of the usual interval: in rhythm."
    ),
    "late_for_rhythm": _(
        "Silent for {days_since_last}: {overdue_ratio} times the usual interval of {typical_interval}."
    ),
    "probably_gone": _("Silent for {days_since_last}; still a client with probability {p_alive}."),
    "silent_too_long": _(
        "Silent for {days_since_last}: {overdue_ratio} times the usual interval of {typical_interval}."
    ),
    "surely_gone": _("Silent for {days_since_last}; still a client with probability {p_alive}."),
    "declared_ended": _("The relationship was declared ended on {ended_on}."),
    "bought_after_pause": _("Bought again on {comeback_on} after a pause of {comeback_interval}."),
    "bought_after_end": _("Bought on {last_on}, after the relationship was ended on {ended_on}."),
}
LOYALTY_NAMES = {
    "no_order": _("no order yet"),
    "complaint_open": _("an open complaint"),
    "ratings_low": _("low ratings"),
    "ratings_good": _("good ratings"),
    "bought_without_complaint": _("bought, and no complaint"),
    "gone_without_a_word": _("gone without a word"),
    "regular_and_devoted_by_ratings": _("regular, with high ratings"),
    "regular_and_devoted_by_wallet": _("regular, buys mostly from us"),
    "acts_as_partner": _("acts as a partner"),
}
LOYALTY_SENTENCES = {
    "no_order": _("No purchase yet: no loyalty to speak of."),
    "complaint_open": _(
        "Open complaints: {complaints_open}; until they are settled there is no satisfaction."
    ),
    "ratings_low": _("Low ratings: {rating_last} of 5, NPS answer {nps_last} of 10."),
    "ratings_good": _("Good ratings: {rating_last} of 5, NPS answer {nps_last} of 10."),
    "bought_without_complaint": _("Purchases: {occasions}, and no open complaint."),
    "gone_without_a_word": _(
        "Silent for {days_since_last}, {overdue_ratio} times the usual interval, and never rated us: nothing speaks for satisfaction."
    ),
    "regular_and_devoted_by_ratings": _(
        "Regular client (purchases: {occasions}) with high ratings: {rating_last} of 5, NPS answer {nps_last} of 10."
    ),
    "regular_and_devoted_by_wallet": _(
        "Regular client (purchases: {occasions}) who buys {share_of_wallet} of what it needs from us."
    ),
    "acts_as_partner": _(
        "Acts of a partner in the window (referrals, suggestions, joint projects …): {partner_acts}."
    ),
}
LOYALTY_MISSING = {
    "first_order": _("a first purchase"),
    "settled_complaint": _("the complaint settled"),
    "good_rating": _("a good rating (ask for one)"),
    "regular_buying": _("regular buying"),
    "devoted_rating_or_wallet": _("a high rating, or half of its purchases made with us"),
    "no_comparing": _("no comparing with competitors"),
    "partner_act": _("an act of a partner: a referral, a suggestion, a joint project"),
}
