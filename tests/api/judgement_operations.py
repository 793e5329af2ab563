"""The part of the table of rights (tests/api/operations.py) that belongs to what is made of a judgement."""

from collections.abc import Callable, Mapping

from tests.api.records import dependence_plan_of, judged, moved, standing_of
from tests.api.row import Body, Row, later, of_client, sent
from tests.api.ways import (
    assessment_of,
    attempt_of,
    breach_of,
    declaration_of,
    ending_decided,
    ending_of,
    ending_ready,
    ending_with_chance,
    expectation_of,
    factor,
    factor_mark_of,
    marketing_cost_of,
    on_track,
    parting,
    promise_of,
    review_item_of,
    review_of,
    review_of_another,
    threshold_trial_of,
    track_step_of,
    trial_of,
    win_back_of,
)
from vernost.clients.models import Client
from vernost.core.models import User

# Seen by the role alone: what the company's numbers say.
_MONEY, _COMPANY, _ANY = "oooofo", "oofofo", "oooooo"
# Of a client whom everybody sees but another team and another owner.
_SEEN = "o--ooo"
_SETS, _ASSESSES = "offfff", "oofoff"
_CHANGES, _NOT_HIS = "ooofff", "o--fff"


def _with_person(**values: object) -> Body:
    return lambda person, client: {"client_id": client.pk, "owner_id": person.pk, **values}


def _ending(_person: User, client: Client) -> Mapping[str, object]:
    judged(client)
    return {"client_id": client.pk, "grounds": ["loses_money"]}


ROWS: dict[str, Row] = {
    "show_dependence": Row(_MONEY, _MONEY),
    "list_dependence_plans": Row(_MONEY, _MONEY),
    "create_plan_against_dependence": Row(
        _CHANGES, _NOT_HIS, _with_person(aim="Below 15%", due_on=later(90), review_on=later(30), steps="Ask")
    ),
    "show_plan_against_dependence": Row(_MONEY, "o--ofo"),
    "change_plan_against_dependence": Row(_CHANGES, _NOT_HIS, sent(aim="Below 10%")),
    "close_plan_against_dependence": Row(_CHANGES, _NOT_HIS, sent(outcome="He gives 12% now")),
    "show_movement": Row(_ANY, _ANY),
    "list_moved_clients": Row(_ANY, _ANY, query="?stood=new&stands=manage"),
    "list_standings": Row(_ANY, _ANY),
    "show_resources": Row(_MONEY, _MONEY),
    "show_winning_and_keeping": Row(_COMPANY, _COMPANY),
    "show_scenario": Row(_COMPANY, _COMPANY),
    "list_marketing_costs": Row(_COMPANY, _COMPANY),
    "record_marketing_cost": Row(
        _ASSESSES, _ASSESSES, sent(purpose="winning", spent_on=later(-1), amount="10", currency="RUB")
    ),
    "show_marketing_cost": Row(_COMPANY, _COMPANY),
    "change_cost_of_marketing": Row(_ASSESSES, _ASSESSES, sent(note="A fair")),
    "remove_cost_of_marketing": Row(_ASSESSES, _ASSESSES),
    "show_loyalty": Row(_ANY, _ANY),
    "list_contradictions": Row(_ANY, _ANY),
    "show_loyalty_of_client": Row(_ANY, _SEEN),
    "list_loyalty_factors": Row(_ANY, _ANY),
    "list_factor_marks": Row(_ANY, _ANY),
    "note_factor_mark": Row(
        _CHANGES,
        _NOT_HIS,
        lambda _person, client: {
            "client_id": client.pk,
            "factor_id": factor().pk,
            "state": "broken",
            "noted_on": later(-1),
            "source": "A call",
        },
    ),
    "list_expectations": Row(_ANY, _ANY),
    "note_scorecard": Row(
        _CHANGES,
        _NOT_HIS,
        of_client(noted_on=later(-1), source="A talk", scores=[{"aspect": "price", "wanted": 9, "given": 5}]),
    ),
    "list_declarations": Row(_ANY, _ANY),
    "declare_rules_to_client": Row(_CHANGES, _NOT_HIS, of_client(declared_on=later(-1), rules="Pay in time")),
    "show_declaration": Row(_ANY, _SEEN),
    "acknowledge_declaration": Row(
        _CHANGES, _NOT_HIS, sent(acknowledged_on=later(0), acknowledged_by="Rosa", document="No. 7")
    ),
    "list_rules_texts": Row(_CHANGES, _CHANGES),
    "list_payment_promises": Row(_ANY, _ANY),
    "write_down_payment_promise": Row(
        _CHANGES, _NOT_HIS, of_client(promised_on=later(-1), due_on=later(9), amount="100", currency="RUB")
    ),
    "show_payment_promise": Row(_ANY, _SEEN),
    "remove_payment_promise": Row(_CHANGES, _NOT_HIS),
    "list_track_steps": Row(_ANY, _ANY),
    "take_track_step": Row(_CHANGES, _NOT_HIS, of_client(step="reminder", taken_on=later(0))),
    "show_discipline_of_client": Row(_ANY, _SEEN),
    "return_client_to_manage": Row("oogfff", "o--fff", sent(why="He has paid the rest in cash")),
    "list_endings": Row(_ANY, _ANY),
    "consider_an_ending": Row(_CHANGES, _NOT_HIS, _ending),
    "show_ending": Row(_ANY, _SEEN),
    "note_that_client_left": Row(_CHANGES, _NOT_HIS, sent(ended_on=later(0), reason="price")),
    "give_last_chance": Row(
        _CHANGES, _NOT_HIS, sent(offered_on=later(0), until_on=later(14), new_price="10% more")
    ),
    "note_answer_to_last_chance": Row(_CHANGES, _NOT_HIS, sent(accepted=True)),
    "decide_on_ending": Row("ooffff", "o-ffff", sent(end=False, why="He pays again")),
    "tick_ending": Row(_CHANGES, _NOT_HIS, sent(item="work")),
    "finish_an_ending": Row(_CHANGES, _NOT_HIS, sent(ended_on=later(0), partner="Lex & Co")),
    "show_ending_case": Row(_ANY, _SEEN),
    "show_letter_of_ending": Row(_CHANGES, _NOT_HIS),
    "list_win_backs": Row(_ANY, _ANY),
    "show_win_back": Row(_ANY, _SEEN),
    "change_line_of_win_back": Row(_CHANGES, _NOT_HIS, sent(note="He moved")),
    "try_to_win_back": Row(_CHANGES, _NOT_HIS, sent(tried_on=later(0), what="A call", result="thinks")),
    "list_win_back_attempts": Row(_ANY, _ANY),
    "show_win_back_numbers": Row(_MONEY, _MONEY),
    "list_reviews": Row(_CHANGES, _CHANGES),
    "start_a_review": Row(
        _CHANGES, "owwfff", lambda _person, client: {"owner_id": client.owner_id, "kind": "yearly"}
    ),
    "show_review": Row(_CHANGES, _NOT_HIS),
    "show_next_of_review": Row(_CHANGES, _NOT_HIS),
    "finish_a_review": Row(_CHANGES, _NOT_HIS),
    "list_review_items": Row(_CHANGES, _CHANGES),
    "show_review_item": Row(_CHANGES, _NOT_HIS),
    "note_on_review_item": Row(_CHANGES, _NOT_HIS, sent(note="Ask in May")),
    "confirm_review_item": Row(_CHANGES, _NOT_HIS),
    "change_review_item": Row(_CHANGES, _NOT_HIS, sent(subject="stage", decided="lost", reason="Moved away")),
    "put_off_review_item": Row(_CHANGES, _NOT_HIS),
    "list_policies": Row(_ANY, _ANY),
    "change_a_policy": Row(_SETS, _SETS, sent(payment_days=21)),
    "ship_a_policy": Row(_SETS, _SETS),
    "show_allowance": Row(_ANY, _SEEN),
    "list_breaches": Row(_ANY, _ANY),
    "show_breach": Row(_ANY, _SEEN),
    "answer_for_breach": Row("ooffff", "o-ffff", sent(why="An old friend")),
    "list_assessments": Row(_ASSESSES, _ASSESSES),
    "show_assessment": Row(_ASSESSES, _ASSESSES),
    "assess_now": Row(_ASSESSES, _ASSESSES),
    "show_assessment_state": Row(_ASSESSES, _ASSESSES),
    "show_back_test": Row(_COMPANY, _COMPANY),
    "run_back_test": Row(_ASSESSES, _ASSESSES),
    "show_back_test_of_signal": Row(_COMPANY, _COMPANY),
    "show_method": Row(_SETS, _SETS),
    "try_other_method": Row(_SETS, _SETS, sent(values={"regular_occasions": 4})),
    "show_method_trial": Row(_SETS, "-fffff"),
    "save_method_trial": Row(_SETS, "-fffff"),
    "try_thresholds": Row(_SETS, _SETS, sent(code="no_touch", values={"touch_days": 45})),
    "show_threshold_trial": Row(_SETS, "-fffff"),
    "save_threshold_trial": Row(_SETS, "-fffff"),
    "list_playbooks": Row(_SETS, _SETS),
    "show_playbook": Row(_SETS, _SETS),
    "write_playbook": Row(
        _SETS, _SETS, sent(opens_from=2, reopen_days=60, steps=[{"title": "Call", "days": 2}])
    ),
    "forget_own_playbook": Row(_SETS, _SETS),
    "create_loyalty_factor": Row(_SETS, _SETS, sent(name="Answers at once", kind="rational", area="help")),
    "change_loyalty_factor": Row(_SETS, _SETS, sent(area="help")),
    "remove_loyalty_factor": Row(_SETS, _SETS),
}
NUMBERS: dict[str, Callable[[Client], int | str]] = {
    "dependence_plan_id": dependence_plan_of,
    "declaration_id": declaration_of,
    "marketing_cost_id": marketing_cost_of,
    "promise_id": promise_of,
    "ending_id": ending_of,
    "kind": lambda _client: "ending",
    "win_back_id": win_back_of,
    "review_id": review_of,
    "review_item_id": review_item_of,
    "group": lambda _client: "discipline",
    "breach_id": breach_of,
    "assessment_id": assessment_of,
    "signal_code": lambda _client: "no_touch",
    "trial_id": trial_of,
    "threshold_trial_id": threshold_trial_of,
    "factor_id": lambda _client: factor().pk,
}
OTHER_NUMBERS: dict[str, Callable[[Client], int | str]] = {
    "return_client_to_manage": on_track,
    "note_answer_to_last_chance": ending_with_chance,
    "tick_ending": ending_decided,
    "finish_an_ending": ending_ready,
}
# How a row of each list is made (tests/api/test_lists.py), and which list needs more than its token and its rows.
MADE: dict[str, Callable[[Client], int | str]] = {
    "dependence-plans": dependence_plan_of,
    "standings": standing_of,
    "movement/clients": moved,
    "loyalty/contradictions": parting,
    "marketing-costs": marketing_cost_of,
    "factor-marks": factor_mark_of,
    "expectations": expectation_of,
    "declarations": declaration_of,
    "payment-promises": promise_of,
    "track-steps": track_step_of,
    "endings": ending_of,
    "win-backs": win_back_of,
    "win-back-attempts": attempt_of,
    "reviews": review_of_another,
    "review-items": review_item_of,
    "breaches": breach_of,
    "assessments": assessment_of,
}
QUERIES = {"movement/clients": 12, "payment-promises": 4, "loyalty/contradictions": 4}
ASKED = {"movement/clients": "?stood=new&stands=manage"}
