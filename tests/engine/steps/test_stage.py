from tests.engine.cast import TODAY
from tests.engine.steps.known import judged
from vernost.engine import Settings
from vernost.engine.codes import STAGE_REASONS, STAGES
from vernost.engine.steps.stage import stage

NEVER = {"occasions": None, "overdue_ratio": None, "p_alive": None, "last_day": None, "regular": False}
ONCE = {"occasions": 1, "regular": False}
TWICE = {"occasions": 2, "regular": False}
ENDED = {"ended_day": TODAY - 100, "last_day": TODAY - 200}
BACK_AFTER_END = {"ended_day": TODAY - 100, "last_day": TODAY - 50}
BACK_AFTER_PAUSE = {"comeback_day": TODAY - 30}

# Each client with his stage and the reason; the rules in the order in which they hold.
CASES = [
    (NEVER, "aware", "no_order_no_contact"),
    (NEVER | {"contacts": 0}, "aware", "no_order_no_contact"),
    (NEVER | {"contacts": 1}, "interested", "no_order_but_contact"),
    (NEVER | {"ended_day": TODAY}, "ended", "declared_ended"),
    (ONCE, "first_order", "one_order"),
    (TWICE, "repeat", "too_few_orders"),
    ({}, "regular", "buys_in_rhythm"),
    # slipping: over 1.5 usual intervals, or less probably alive than not; the limits themselves do not count
    ({"overdue_ratio": 1.5}, "regular", "buys_in_rhythm"),
    ({"overdue_ratio": 1.51}, "slipping", "late_for_rhythm"),
    ({"p_alive": 0.5}, "regular", "buys_in_rhythm"),
    ({"p_alive": 0.49}, "slipping", "probably_gone"),
    ({"p_alive": None}, "regular", "buys_in_rhythm"),  # leaving not identified: the rhythm alone speaks
    # "who is not lost and not regular by count is first_order or repeat"
    (ONCE | {"overdue_ratio": 2.0, "p_alive": 0.3}, "first_order", "one_order"),
    (TWICE | {"overdue_ratio": 2.0, "p_alive": 0.3}, "repeat", "too_few_orders"),
    # lost: over 3 usual intervals, or hardly alive; before slipping, whatever the count
    ({"overdue_ratio": 3.0}, "slipping", "late_for_rhythm"),
    ({"overdue_ratio": 3.01, "regular": False}, "lost", "silent_too_long"),
    (ONCE | {"overdue_ratio": 3.01}, "lost", "silent_too_long"),
    ({"p_alive": 0.1}, "slipping", "probably_gone"),
    ({"p_alive": 0.09}, "lost", "surely_gone"),
    (ONCE | {"p_alive": 0.09}, "lost", "surely_gone"),
    ({"overdue_ratio": 1.6, "p_alive": 0.09}, "lost", "surely_gone"),
    # won back: after a declared end, or after a pause in which he was lost; he may be lost again
    (BACK_AFTER_END, "won_back", "bought_after_end"),
    (BACK_AFTER_PAUSE, "won_back", "bought_after_pause"),
    (TWICE | BACK_AFTER_PAUSE, "won_back", "bought_after_pause"),
    (BACK_AFTER_PAUSE | {"overdue_ratio": 2.0}, "slipping", "late_for_rhythm"),
    (BACK_AFTER_END | {"overdue_ratio": 4.0}, "lost", "silent_too_long"),
    # ended: declared, and nothing bought since; before everything else
    (ENDED, "ended", "declared_ended"),
    (ENDED | {"last_day": TODAY - 100}, "ended", "declared_ended"),  # an order of that very day was the last
    (ENDED | {"overdue_ratio": 9.0, "p_alive": 0.01}, "ended", "declared_ended"),
]


def test_each_stage_and_what_goes_before_what():
    rows = judged(lambda facts: stage(facts, Settings()), *[case[0] for case in CASES], drop=("stage",))

    found = [(row["stage"], row["stage_reason"]) for row in rows]
    assert found == [case[1:] for case in CASES]
    assert {stage for _client, stage, _reason in CASES} == set(STAGES)
    assert {reason for _client, _stage, reason in CASES} == {reason.code for reason in STAGE_REASONS}


def test_limits_are_settings():
    settings = Settings(
        slipping_overdue=1.0, lost_overdue=2.0, slipping_p_alive=0.8, lost_p_alive=0.6, regular_occasions=6
    )
    clients = [
        {"occasions": 6, "overdue_ratio": 1.2},
        {"overdue_ratio": 2.2},
        {"occasions": 6, "p_alive": 0.7},
        {"p_alive": 0.55},
        {"overdue_ratio": 1.2},  # five orders are not enough to slip from
    ]

    rows = judged(lambda facts: stage(facts, settings), *clients, drop=("stage",))

    assert [row["stage"] for row in rows] == ["slipping", "lost", "slipping", "lost", "regular"]
