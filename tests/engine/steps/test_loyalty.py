import pytest

from tests.engine.steps.known import judged
from vernost.engine import Settings
from vernost.engine.codes import LOYALTY_LEVELS, LOYALTY_MISSING, LOYALTY_REASONS
from vernost.engine.steps.loyalty import loyalty

MADE = ("loyalty", "share_of_wallet")
NEVER = {"occasions": None, "regular": False, "stage": "aware", "overdue_ratio": None}
IRREGULAR = {"occasions": 2, "regular": False, "stage": "repeat"}
PARTNER = {"nps_last": 9.0, "partner_acts": 1}

# Each client with level, reason, what the next level asks for, and whether the level is assumed.
CASES = [
    (NEVER, "none", "no_order", "first_order", False),
    # satisfaction by ratings: 4 of 5, or 7 of 10
    ({"rating_last": 4.0}, "satisfaction", "ratings_good", "devoted_rating_or_wallet", False),
    ({"rating_last": 3.99}, "none", "ratings_low", "good_rating", False),
    ({"nps_last": 7.0}, "satisfaction", "ratings_good", "devoted_rating_or_wallet", False),
    ({"nps_last": 6.0}, "none", "ratings_low", "good_rating", False),
    ({"nps_last": 6.0, "rating_last": 4.0}, "satisfaction", "ratings_good", "devoted_rating_or_wallet", False),
    # nobody asked: assumed from behaviour
    ({}, "satisfaction", "bought_without_complaint", "devoted_rating_or_wallet", True),
    ({"stage": "lost", "regular": False}, "none", "gone_without_a_word", "regular_buying", True),
    ({"stage": "ended", "regular": False}, "none", "gone_without_a_word", "regular_buying", True),
    # who was asked speaks for himself even when lost
    (
        {"stage": "lost", "regular": False, "nps_last": 8.0},
        "satisfaction",
        "ratings_good",
        "regular_buying,devoted_rating_or_wallet",
        False,
    ),
    # an open justified complaint forbids any level
    ({"complaints_open": 1}, "none", "complaint_open", "settled_complaint", True),
    (PARTNER | {"complaints_open": 1}, "none", "complaint_open", "settled_complaint", False),
    ({"rating_last": 2.0, "complaints_open": 1}, "none", "complaint_open", "settled_complaint,good_rating", False),
    ({"complaints_open": 0}, "satisfaction", "bought_without_complaint", "devoted_rating_or_wallet", True),
    # devotion: regular, and NPS 9, or ratings 4.5, or half of the wallet
    ({"nps_last": 9.0}, "devotion", "regular_and_devoted_by_ratings", "partner_act", False),
    ({"nps_last": 8.99}, "satisfaction", "ratings_good", "devoted_rating_or_wallet", False),
    ({"rating_last": 4.5}, "devotion", "regular_and_devoted_by_ratings", "partner_act", False),
    ({"potential_cents": 100_000}, "devotion", "regular_and_devoted_by_wallet", "partner_act", True),
    ({"potential_cents": 100_001}, "satisfaction", "bought_without_complaint", "devoted_rating_or_wallet", True),
    ({"potential_cents": 0}, "satisfaction", "bought_without_complaint", "devoted_rating_or_wallet", True),
    (IRREGULAR | {"nps_last": 10.0}, "satisfaction", "ratings_good", "regular_buying", False),
    # comparing us with a competitor in the window forbids it
    ({"nps_last": 9.0, "comparings": 1}, "satisfaction", "ratings_good", "no_comparing", False),
    (
        IRREGULAR | {"comparings": 2},
        "satisfaction",
        "bought_without_complaint",
        "regular_buying,devoted_rating_or_wallet,no_comparing",
        True,
    ),
    # half of the wallet does not make up for bad marks
    ({"potential_cents": 100_000, "rating_last": 2.0}, "none", "ratings_low", "good_rating", False),
    # partnership: devotion and an act of a partner
    (PARTNER, "partnership", "acts_as_partner", "", False),
    ({"nps_last": 8.0, "partner_acts": 3}, "satisfaction", "ratings_good", "devoted_rating_or_wallet", False),
    ({"potential_cents": 100_000, "partner_acts": 1}, "partnership", "acts_as_partner", "", True),
]  # fmt: skip


def test_each_level_its_reason_and_what_is_missing():
    rows = judged(lambda facts: loyalty(facts, Settings()), *[case[0] for case in CASES], drop=MADE)

    found = [
        (row["loyalty"], row["loyalty_reason"], row["loyalty_missing"], row["loyalty_assumed"])
        for row in rows
    ]
    assert found == [case[1:] for case in CASES]


def test_every_declared_code_occurs_and_no_other():
    assert {case[1] for case in CASES} == set(LOYALTY_LEVELS)
    assert {case[2] for case in CASES} == {reason.code for reason in LOYALTY_REASONS}
    assert {code for case in CASES for code in case[3].split(",")} - {""} == set(LOYALTY_MISSING)


@pytest.mark.parametrize(
    ("client", "answer"),
    [
        ({"compelled": True}, True),
        ({"compelled": False}, False),
        ({"compelled": None}, False),
        (IRREGULAR | {"compelled": True}, False),  # the mark is for regular clients
    ],
)
def test_who_is_regular_by_compulsion(client, answer):
    (row,) = judged(lambda facts: loyalty(facts, Settings()), client, drop=MADE)

    assert row["by_compulsion"] is answer


def test_share_of_wallet_lies_between_none_and_all():
    clients = [
        {"revenue_window": 25_000, "potential_cents": 100_000},
        {"revenue_window": 300_000, "potential_cents": 100_000},
        {"revenue_window": -5_000, "potential_cents": 100_000},
        {"revenue_window": None, "potential_cents": 100_000},
        {"potential_cents": None},
    ]

    rows = judged(lambda facts: loyalty(facts, Settings()), *clients, drop=MADE)

    assert [row["share_of_wallet"] for row in rows] == [0.25, 1.0, 0.0, 0.0, None]
