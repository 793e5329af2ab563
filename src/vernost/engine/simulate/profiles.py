"""The companies that can be simulated by name."""

from dataclasses import replace

from vernost.engine.simulate.profile import Archetype, Profile

#: Many small clients, 6.2 orders each in four years: gamma distributed rates, a constant own risk of leaving,
#: orders around a client's own mean. The world of Pareto/NBD and Gamma-Gamma, except for some regularity.
CROWD = Profile(
    "crowd",
    archetypes=(
        Archetype(
            "member",
            begins="anytime",
            leaves="hazard",
            interval=(70.5, 70.5),
            rate_gamma=1.2,
            shape=(1, 2),
            late_days=(-5.0, 12.0),
            extras=0.0,
            complaints=0.05,
            inquiries=0.2,
        ),
    ),
    text_ids=False,
    typical_amount=60.0,
    amount_q=3.7,
    amount_shape=4.0,
    touches=0.5,
    offers=0.5,
    rated=0.05,
    people=200,
)

#: Nobody joins, leaves or changes: what an alarm says here is a false alarm. Rates, moods, lateness, answers,
#: extras, returns and complaints differ between clients and stay as they are for each.
STATIONARY = Profile(
    "stationary",
    archetypes=(
        Archetype("steady", weight=3, interval=(10, 60), shape=(1, 4)),
        Archetype(
            "late_payer",
            interval=(10, 60),
            shape=(1, 4),
            late_days=(5, 20),
            mood=0.2,
            complaints=0.5,
            returns=0.06,
        ),
        Archetype("seldom", interval=(60, 180), shape=(1, 4), extras=0.15, answers=0.5, inquiries=1.0),
    ),
    typical_amount=1500.0,
    amount_shape=3.0,
)

_LEAVER = Archetype("leaver", 14, leaves="after_decline", direction=-1, interval=(10, 35))

_FIRM_ARCHETYPES = (
    Archetype("steady", 34),
    _LEAVER,
    Archetype("sudden_leaver", 5, leaves="suddenly"),
    Archetype(
        "grower",
        8,
        direction=1,
        turn_days=(730.0, 1000.0),
        inquiries=7.0,
        mood=1.3,
        rating=4.7,
        acts=(("recommendation", 0.6), ("suggestion", 0.5)),
    ),
    Archetype(
        "loss_maker",
        5,
        cost_share=1.12,
        minutes_per_order=300.0,
        mood=-0.3,
        rating=3.6,
        free_work=0.3,
        complaints=0.8,
        acts=(("loss_making_terms", 0.9), ("values_conflict", 0.3), ("trifle_refused", 0.6)),
        expected_group="fire",
    ),
    Archetype(
        "debtor",
        6,
        late_days=(35.0, 70.0),
        unpaid=0.12,
        mood=0.2,
        acts=(("obligation_broken", 1.5),),
        expected_group="discipline",
    ),
    Archetype("compelled", 5, mood=-0.2, rating=3.5, compelled=True, complaints=0.4, answers=0.5),
    Archetype(
        "partner",
        7,
        amount=1.8,
        mood=1.5,
        rating=4.8,
        complaints=0.05,
        acts=(("referral", 1.5), ("joint_project", 0.4), ("competitor_news", 0.5), ("recommendation", 1.0)),
    ),
    Archetype("won_back", 3, gap_days=300.0),
    Archetype("newcomer", 6, begins="last_year"),
    Archetype("occasional", 4, begins="anytime", interval=(300.0, 900.0), shape=(1, 1), amount=0.6),
    Archetype("prospect", 3, begins="last_year", buys=False, inquiries=3.0),
)

#: A law firm or a wholesaler with 120–500 clients, strong rhythms, work on weekdays and one client who gives
#: a quarter of the revenue. Leavers decline first: orders rarer and smaller, later payment, worse mood,
#: complaints, fewer extras, slower and fewer answers.
FIRM = Profile(
    "firm", archetypes=_FIRM_ARCHETYPES, weekdays_only=True, typical_amount=3000.0, giant_share=0.25
)

#: Only clients who decline and then leave: the material for detection rates and lead times.
LEAVERS = replace(FIRM, name="leavers", archetypes=(_LEAVER,), giant_share=None)

PROFILES: dict[str, Profile] = {profile.name: profile for profile in (CROWD, STATIONARY, FIRM, LEAVERS)}
