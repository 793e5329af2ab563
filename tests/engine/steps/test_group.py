import pytest

from tests.engine.steps.known import judged
from vernost.engine import Settings
from vernost.engine.codes import GROUP_REASONS, GROUPS, GUARDS
from vernost.engine.steps.group import group

LOSES_TWICE = {"contribution_window": -1, "contribution_previous": -1}
LOSES_SINCE_START = {"contribution": -1, "contribution_window": 1, "contribution_previous": -5}
OWES = {"debt_days": 31}
PAYS_LATE = {"invoices_judged": 3, "invoices_on_time": 2}  # 2 of 3 are 67 %
BREAKS = {"obligations_broken": 2}
GOOD = {"attractiveness": 70.0}

# Each client with his group and the reason, in the order of the rules.
CASES = [
    # fire
    (LOSES_TWICE, "fire", "net_loss_both_windows"),
    (LOSES_SINCE_START, "fire", "net_loss_since_start"),
    (LOSES_TWICE | OWES | GOOD, "fire", "net_loss_both_windows"),  # before discipline and reward
    ({"contribution_window": -1}, "manage", "not_attractive_enough"),  # one bad window only
    ({"contribution_window": 0, "contribution_previous": -1}, "manage", "not_attractive_enough"),
    (
        LOSES_SINCE_START | {"tenure_days": 365},
        "manage",
        "not_attractive_enough",
    ),  # not older than the window
    (LOSES_SINCE_START | {"tenure_days": 366}, "fire", "net_loss_since_start"),
    (LOSES_TWICE | {"occasions": None}, "manage", "not_attractive_enough"),  # never bought: nobody to fire
    # guarded from it
    (LOSES_TWICE | {"promising": True}, "manage", "guarded_from_firing"),
    (LOSES_SINCE_START | {"promising": True}, "manage", "guarded_from_firing"),
    (LOSES_TWICE | {"promising": True} | OWES, "discipline", "debt_overdue"),
    # discipline
    (OWES, "discipline", "debt_overdue"),
    ({"debt_days": 30}, "manage", "not_attractive_enough"),
    (PAYS_LATE, "discipline", "pays_late"),
    ({"invoices_judged": 10, "invoices_on_time": 7}, "manage", "not_attractive_enough"),  # 70 % will do
    ({"invoices_judged": 2, "invoices_on_time": 0}, "manage", "not_attractive_enough"),  # too few to judge
    (BREAKS, "discipline", "obligations_broken"),
    ({"obligations_broken": 1}, "manage", "not_attractive_enough"),
    (OWES | PAYS_LATE | BREAKS | GOOD, "discipline", "debt_overdue"),
    (PAYS_LATE | BREAKS | GOOD, "discipline", "pays_late"),
    (BREAKS | GOOD, "discipline", "obligations_broken"),
    # reward
    (GOOD, "reward", "attractive"),
    ({"attractiveness": 69.9}, "manage", "not_attractive_enough"),
    (GOOD | {"stage": "lost"}, "manage", "attractive_but_lost"),
    (GOOD | {"stage": "ended"}, "manage", "attractive_but_lost"),
    (GOOD | {"stage": "slipping"}, "reward", "attractive"),
    (GOOD | {"contribution_window": 0}, "manage", "attractive_but_no_contribution"),
    # the rest
    ({"attractiveness": None}, "manage", "nothing_to_judge"),
]


def test_the_first_rule_that_holds_decides():
    rows = judged(lambda facts: group(facts, Settings()), *[case[0] for case in CASES])

    assert [(row["group"], row["group_reason"]) for row in rows] == [case[1:] for case in CASES]
    assert {case[1] for case in CASES} == set(GROUPS)
    assert {case[2] for case in CASES} == {reason.code for reason in GROUP_REASONS}


def test_each_guard_alone_and_all_together():
    new = {"tenure_days": 364}
    promising = {"promising": True}
    ahead = {"expected_revenue": 100.0, "expected_cost": 99.0}
    growing = {"revenue_window": 3, "revenue_previous": 2, "revenue_earlier": 1}
    cases = [
        ({}, ""),
        (new, "new_client"),
        ({"tenure_days": 365}, ""),
        (promising, "promising"),
        ({"promising": False}, ""),
        (ahead, "pays_off_ahead"),
        ({"expected_revenue": 100.0, "expected_cost": 100.0}, ""),
        ({"expected_revenue": 100.0, "expected_cost": None}, ""),  # nothing is known to be saved
        (growing, "growing"),
        ({"revenue_window": 3, "revenue_previous": 2, "revenue_earlier": 2}, ""),
        ({"revenue_window": 2, "revenue_previous": 2, "revenue_earlier": 1}, ""),
        (new | promising | ahead | growing, "new_client,promising,pays_off_ahead,growing"),
    ]

    rows = judged(
        lambda facts: group(facts, Settings()), *[client | LOSES_TWICE for client, _guards in cases]
    )

    assert [row["guards"] for row in rows] == [guards for _client, guards in cases]
    assert {row["group"] for row in rows if row["guards"]} == {"manage"}
    assert {row["group"] for row in rows if not row["guards"]} == {"fire"}
    assert {code for _client, guards in cases for code in guards.split(",")} - {""} == {
        guard.code for guard in GUARDS
    }


@pytest.mark.parametrize(
    ("settings", "client", "answer"),
    [
        (Settings(debt_days=60), {"debt_days": 60}, "manage"),
        (Settings(on_time_part=0.9), {"invoices_judged": 10, "invoices_on_time": 8}, "discipline"),
        (Settings(on_time_invoices=5), {"invoices_judged": 4, "invoices_on_time": 0}, "manage"),
        (Settings(broken_obligations=1), {"obligations_broken": 1}, "discipline"),
        (Settings(reward_attractiveness=40), {}, "reward"),
        (Settings(guard_new_days=1000), LOSES_TWICE, "manage"),
    ],
)
def test_limits_are_settings(settings, client, answer):
    (row,) = judged(lambda facts: group(facts, settings), client)

    assert row["group"] == answer


def test_the_part_on_time_is_of_the_judged():
    rows = judged(
        lambda facts: group(facts, Settings()),
        {"invoices_judged": 4, "invoices_on_time": 3},
        {"invoices_judged": 0, "invoices_on_time": 0},
        {},
    )

    assert [row["on_time_part"] for row in rows] == [0.75, None, None]
