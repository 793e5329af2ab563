"""Every address × every role × a client of his own or another's, compared with the written table."""

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.factories.clients import make_client
from tests.factories.people import make_user
from tests.office.addresses import PUBLIC, ROLES, TABLE
from vernost.core.enums import Role
from vernost.core.models import Team

LETTERS = {200: "o", 302: "o", 403: "f", 404: "-"}


def names(resolver: URLResolver) -> set[str]:
    found: set[str] = set()
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            found.add(pattern.name or str(pattern.pattern))
        elif pattern.app_name != "ninja":  # operations have their own table, tests/api/operations.py
            found |= names(pattern)
    return found


def test_every_address_has_a_row():
    assert names(get_resolver()) == set(TABLE) | PUBLIC


@pytest.mark.parametrize("name", sorted(TABLE))
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("whose", ["own", "foreign"])
def test_table_holds(name, role, whose, browser_of, north, vera):
    user = make_user("Somebody", Role(role), north)
    owner = {"own": user, "foreign": vera}[whose]
    client = make_client("Client", owner=owner)
    row = TABLE[name]

    response = getattr(browser_of(user), row.method)(address(name, client.pk))

    assert LETTERS[response.status_code] == getattr(row, whose)[ROLES.index(role)]


@pytest.mark.parametrize("name", sorted(TABLE))
def test_stranger_is_sent_to_the_login(name, client, client_one):
    response = getattr(client, TABLE[name].method)(address(name, client_one.pk))

    assert response.status_code == 302
    assert response.url.startswith("/login/")


def test_team_of_nobody_opens_nothing(browser_of, vera):
    """A head without a team sees his own clients and not those of everybody without a team."""
    head = make_user("Head", Role.HEAD_OF_SALES)
    assert Team.objects.count() == 1
    lonely = make_client("Client", owner=make_user("Lonely", Role.ACCOUNT_MANAGER))

    assert browser_of(head).get(f"/clients/{lonely.pk}/").status_code == 404


def address(name: str, pk: int) -> str:
    if name in OTHER_ARGUMENTS:
        return reverse(name, args=[pk if one is CLIENT else one for one in OTHER_ARGUMENTS[name]])
    return reverse(name, args=[pk]) if name in NEEDS_CLIENT else reverse(name)


NEEDS_CLIENT = {
    "client", "edit_client", "log_contact", "remove_client", "restore_client", "merge_client", "new_contact",
    "new_competitor", "new_potential",
    "client_loyalty", "note_expectations", "valuation", "new_order", "new_invoice", "new_payment",
    "client_accounts",
    "new_case", "dependence_plan", "close_plan",
    "first_words", "new_plan",
    "marketing_cost", "remove_marketing_cost",
    "client_discipline", "new_declaration", "new_promise", "new_step", "give_trust_back", "client_ending",
    "consider_ending", "client_left", "last_chance", "answer_chance", "decide_ending", "finish_ending",
    "client_win_back", "edit_win_back", "new_attempt", "share_all_letters", "stop_sharing", "new_letter",
    "new_handover",
    "import_run", "import_columns", "import_values", "start_import", "stop_import",
    "undo_import", "import_rejected", "export_file",
}  # fmt: skip
OF_A_PLAN = (
    "plan", "print_plan", "edit_plan", "start_plan", "finish_plan", "remove_plan", "review_plan", "new_aim", "new_kpi",
    "new_plan_action",
)  # fmt: skip
IN_A_PLAN = (
    "edit_aim", "plan_number", "remove_kpi", "edit_plan_action", "finish_plan_action", "drop_plan_action",
)  # fmt: skip
OF_A_LETTER = (
    "letter_page", "give_letter", "letter_task", "share_letter", "unshare_letter", "take_off_letter", "stranger",
    "ignore_stranger", "handover", "finish_handover", "heed_address", "read_mailbox", "disconnect_mailbox",
    "edit_mailbox",
)  # fmt: skip
CLIENT = object()
NOBODY = 10_000_000
OF_A_TOUCH = (
    "touch", "finish_touch", "move_touch", "hand_over_touch", "skip_touch", "release_touch", "rule", "remove_rule",
)  # fmt: skip
OF_AN_IDEA = (
    "idea", "edit_idea", "remove_idea", "vote_for_idea", "remark_on_idea", "read_idea_answer", "working_group",
    "remove_working_group",
    "team_scorecard", "person_scorecard", "goal", "goal_rows", "note_on_goal", "close_goal", "edit_goal",
    "remove_goal", "reopen_goal",
)  # fmt: skip
OF_OUR_LETTERS = (
    "letter", "retry_letter", "settle_letter", "cancel_letter", "letter_template", "remove_letter_template",
    "preview_letter_template", "mailing", "edit_mailing", "release_mailing", "cancel_mailing", "resume_mailing",
    "try_mailing", "take_out_of_mailing",
)  # fmt: skip
OTHER_ARGUMENTS = {
    **{name: [NOBODY] for name in OF_OUR_LETTERS},
    "consents": [CLIENT, NOBODY],
    "undo": ["nobodys-run"],
    "restore_record": ["clients.order", NOBODY],
    "revoke_api_token": [NOBODY],
    "revoke_token_of": [NOBODY],
    "person_data": ["client", CLIENT],
    "person_file": ["client", CLIENT],
    "erasure": [NOBODY],
    **{name: [NOBODY] for name in OF_A_TOUCH},
    **{name: [NOBODY] for name in OF_A_PLAN},
    **{name: [NOBODY, NOBODY] for name in IN_A_PLAN},
    "company_scorecard_rows": ["orders"],
    "team_scorecard_rows": [NOBODY, "orders"],
    "person_scorecard_rows": [NOBODY, "orders"],
    "plan_template": ["wallet"],
    "remove_plan_template": ["wallet"],
    **{name: [NOBODY] for name in OF_A_LETTER},
    "take_item": [NOBODY, NOBODY],
    "import_sample": ["orders"],
    "edit_field": [CLIENT, "industry"],
    "edit_contact": [CLIENT, NOBODY],
    "remove_contact": [CLIENT, NOBODY],
    "edit_fact": [CLIENT, "order", NOBODY],
    "remove_fact": [CLIENT, "order", NOBODY],
    "verdict": [CLIENT, NOBODY],
    "policy": ["nobodys-group"],
    "acknowledge": [CLIENT, NOBODY],
    "declaration_file": [CLIENT, NOBODY],
    "delete_promise": [CLIENT, NOBODY],
    "tick_ending": [CLIENT, "letter"],
    "ending_letter": [CLIENT, "ending"],
    "shipped_policy": ["nobodys-group"],
    "answer_breach": [NOBODY],
    "note_factor": [CLIENT, NOBODY],
    "loyalty_factor": [NOBODY],
    "remove_loyalty_factor": [NOBODY],
    "review": [NOBODY],
    "finish_review": [NOBODY],
    "review_item": [NOBODY, 1],
    "answer_item": [NOBODY, 1],
    "decide": [CLIENT, "group"],
    "withdraw_decision": [CLIENT, NOBODY],
    "method_trial": [NOBODY],
    "save_method": [NOBODY],
    "delete_view": [NOBODY],
    "change_cases": ["nothing"],
    "case": [NOBODY],
    "change_case": [NOBODY, "close"],
    "new_task": [NOBODY],
    "change_task": [NOBODY, "done"],
    "backtest_signal": ["silent"],
    "backtest_trial": ["silent", NOBODY],
    "save_thresholds": ["silent", NOBODY],
    "playbook": ["nothing"],
    "reset_playbook": ["nothing"],
    "person": [NOBODY],
    "switch_person": [NOBODY],
    "look_as": [NOBODY],
    "log_out_person": [NOBODY],
    "forget_factors": [NOBODY],
    "mfa_edit_webauthn": [NOBODY],
    "mfa_remove_webauthn": [NOBODY],
    "segment": [NOBODY],
    "service_line": [NOBODY],
    "put_back": [NOBODY, "industry"],
    **{name: [NOBODY] for name in OF_AN_IDEA},
    "answer_idea": [NOBODY, "accept"],
}
