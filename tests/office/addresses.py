"""Who gets what at which address: the table that tests/office/test_access.py walks. A new address needs its row."""

from dataclasses import dataclass

# Roles in the order of the letters. "o" opens (200, or leads to a page), "f" is forbidden (403), "-" is not there for
# him (404).
ROLES = ("director", "head_of_sales", "account_manager", "marketer", "service", "observer")


@dataclass(frozen=True)
class Row:
    """`own` and `foreign` give one letter per role: a client that is his or his team's, and one that is not."""

    method: str
    own: str
    foreign: str


# Addresses without a client have the same answer twice.
TABLE: dict[str, Row] = {
    "today": Row("get", "oooooo", "oooooo"),
    "search": Row("get", "oooooo", "oooooo"),
    "looks": Row("post", "oooooo", "oooooo"),
    "undo": Row("post", "------", "------"),
    "logout": Row("post", "oooooo", "oooooo"),
    "account_logout": Row("post", "oooooo", "oooooo"),
    # One's own page, under every name by which django-allauth looks for it.
    "me": Row("get", "oooooo", "oooooo"),
    "mfa_index": Row("get", "oooooo", "oooooo"),
    "mfa_list_webauthn": Row("get", "oooooo", "oooooo"),
    "socialaccount_connections": Row("get", "oooooo", "oooooo"),
    # What decides who can log in leads to the question whether it is he.
    "change_password": Row("get", "oooooo", "oooooo"),
    "account_reauthenticate": Row("get", "oooooo", "oooooo"),
    "mfa_reauthenticate": Row("get", "oooooo", "oooooo"),
    "mfa_reauthenticate_webauthn": Row("get", "oooooo", "oooooo"),
    "mfa_activate_totp": Row("get", "oooooo", "oooooo"),
    "mfa_deactivate_totp": Row("get", "------", "------"),
    "mfa_view_recovery_codes": Row("get", "------", "------"),
    "mfa_generate_recovery_codes": Row("get", "oooooo", "oooooo"),
    "mfa_download_recovery_codes": Row("get", "------", "------"),
    "mfa_add_webauthn": Row("get", "oooooo", "oooooo"),
    # Nobody's key.
    "mfa_edit_webauthn": Row("get", "oooooo", "oooooo"),
    "mfa_remove_webauthn": Row("get", "oooooo", "oooooo"),
    "end_session": Row("post", "oooooo", "oooooo"),
    "log_out_person": Row("post", "-fffff", "-fffff"),
    "forget_factors": Row("post", "-fffff", "-fffff"),
    "clients": Row("get", "oooooo", "oooooo"),
    "new_client": Row("get", "ooooff", "ooooff"),
    "hand_over_clients": Row("post", "ooffff", "ooffff"),
    "recycle_bin": Row("get", "ooffff", "ooffff"),
    "person_data": Row("get", "offfff", "offfff"),
    "person_file": Row("get", "offfff", "offfff"),
    "erasures": Row("get", "offfff", "offfff"),
    # Nobody's data have been erased.
    "erasure": Row("get", "-fffff", "-fffff"),
    # There is no such record: whoever may look finds nothing.
    "restore_record": Row("post", "--ffff", "--ffff"),
    "mass_edit_clients": Row("post", "ooofff", "ooofff"),
    "duplicates": Row("get", "ooffff", "ooffff"),
    "merge_client": Row("get", "ooffff", "o--fff"),
    "edit_field": Row("get", "ooofff", "o--fff"),
    "new_contact": Row("get", "ooofff", "o--fff"),
    "new_competitor": Row("get", "ooofff", "o--fff"),
    "new_potential": Row("get", "ooofff", "o--fff"),
    # There is no such person at the client: whoever may look finds nobody.
    "edit_contact": Row("get", "---fff", "---fff"),
    "remove_contact": Row("post", "---fff", "---fff"),
    "save_view": Row("post", "oooooo", "oooooo"),
    "delete_view": Row("post", "------", "------"),
    "people": Row("get", "offfff", "offfff"),
    "invite": Row("get", "offfff", "offfff"),
    "person": Row("get", "-fffff", "-fffff"),
    "switch_person": Row("post", "-fffff", "-fffff"),
    "lists": Row("get", "offfff", "offfff"),
    "new_segment": Row("get", "offfff", "offfff"),
    "segment": Row("get", "-fffff", "-fffff"),
    "new_service_line": Row("get", "offfff", "offfff"),
    "service_line": Row("get", "-fffff", "-fffff"),
    "new_team": Row("get", "offfff", "offfff"),
    "audit": Row("get", "oooffo", "oooffo"),
    # There is no such entry: whoever may look finds nothing.
    "put_back": Row("post", "---ff-", "---ff-"),
    "sample": Row("get", "offfff", "offfff"),
    "remove_sample": Row("post", "offfff", "offfff"),
    "client": Row("get", "oooooo", "o--ooo"),
    "edit_client": Row("get", "ooofff", "o--fff"),
    "first_words": Row("get", "ooooof", "o--oof"),
    "log_contact": Row("get", "ooooof", "o--oof"),
    "remove_client": Row("post", "ooffff", "o--fff"),
    "valuation": Row("get", "oooofo", "o--ofo"),
    "verdict": Row("post", "ooofff", "o--fff"),
    "client_map": Row("get", "oooofo", "oooofo"),
    "client_board": Row("get", "oooooo", "oooooo"),
    "questions": Row("get", "oooooo", "oooooo"),
    "answer_questions": Row("post", "ooofff", "ooofff"),
    "decisions": Row("get", "oooooo", "oooooo"),
    "decide": Row("get", "ooofff", "o--fff"),
    # Nobody has decided anything.
    "withdraw_decision": Row("post", "---fff", "---fff"),
    "loyalty": Row("get", "oooooo", "oooooo"),
    "client_loyalty": Row("get", "oooooo", "o--ooo"),
    # There is no such factor.
    "note_factor": Row("get", "---fff", "---fff"),
    "note_expectations": Row("get", "ooofff", "o--fff"),
    "loyalty_factors": Row("get", "offfff", "offfff"),
    "new_loyalty_factor": Row("get", "offfff", "offfff"),
    "loyalty_factor": Row("get", "-fffff", "-fffff"),
    "remove_loyalty_factor": Row("post", "-fffff", "-fffff"),
    "reviews": Row("get", "ooofff", "ooofff"),
    "start_review": Row("post", "ooofff", "ooofff"),
    # There is no review yet.
    "review": Row("get", "---fff", "---fff"),
    "finish_review": Row("post", "---fff", "---fff"),
    "review_item": Row("get", "---fff", "---fff"),
    "answer_item": Row("post", "---fff", "---fff"),
    "portfolio": Row("get", "oofofo", "oofofo"),
    "resources": Row("get", "oooofo", "oooofo"),
    "dependence": Row("get", "oooofo", "oooofo"),
    "dependence_plan": Row("get", "ooofff", "o--fff"),
    # There is no plan to close.
    "close_plan": Row("post", "---fff", "---fff"),
    "movement": Row("get", "oooooo", "oooooo"),
    "balance": Row("get", "oofofo", "oofofo"),
    "scenario": Row("get", "oofofo", "oofofo"),
    "marketing_costs": Row("get", "oofofo", "oofofo"),
    "new_marketing_cost": Row("get", "oofoff", "oofoff"),
    # There is no such cost.
    "marketing_cost": Row("get", "--f-ff", "--f-ff"),
    "remove_marketing_cost": Row("post", "--f-ff", "--f-ff"),
    "cases": Row("get", "oooooo", "oooooo"),
    # There is no such case or task, nor such a thing to do: whoever may look finds nothing.
    "change_cases": Row("post", "---fff", "---fff"),
    "case": Row("get", "------", "------"),
    "change_case": Row("post", "---fff", "---fff"),
    "new_task": Row("post", "---fff", "---fff"),
    "change_task": Row("post", "------", "------"),
    "new_case": Row("get", "ooofff", "o--fff"),
    "backtest": Row("get", "oofofo", "oofofo"),
    "run_backtest": Row("post", "oofoff", "oofoff"),
    "backtest_signal": Row("get", "oofofo", "oofofo"),
    # Nobody has tried a threshold.
    "backtest_trial": Row("get", "-fffff", "-fffff"),
    "save_thresholds": Row("post", "-fffff", "-fffff"),
    "playbooks": Row("get", "offfff", "offfff"),
    "playbook": Row("get", "-fffff", "-fffff"),
    "reset_playbook": Row("post", "-fffff", "-fffff"),
    "signals": Row("get", "oooooo", "oooooo"),
    "signal_precision": Row("get", "oooooo", "oooooo"),
    "assessments": Row("get", "oofoff", "oofoff"),
    "assess_now": Row("post", "oofoff", "oofoff"),
    "method": Row("get", "offfff", "offfff"),
    # Nobody has tried a change.
    "method_trial": Row("get", "-fffff", "-fffff"),
    "save_method": Row("post", "-fffff", "-fffff"),
    "policies": Row("get", "oooooo", "oooooo"),
    # There is no such group.
    "policy": Row("get", "-fffff", "-fffff"),
    "shipped_policy": Row("post", "-fffff", "-fffff"),
    "breaches": Row("get", "oooooo", "oooooo"),
    "answer_breach": Row("get", "--ffff", "--ffff"),
    "new_order": Row("get", "ooofff", "o--fff"),
    "new_invoice": Row("get", "ooofff", "o--fff"),
    "new_payment": Row("get", "ooofff", "o--fff"),
    "discipline": Row("get", "oooooo", "oooooo"),
    "client_discipline": Row("get", "oooooo", "o--ooo"),
    "new_declaration": Row("get", "ooofff", "o--fff"),
    # Nothing was declared and nothing promised.
    "acknowledge": Row("get", "---fff", "---fff"),
    "delete_promise": Row("post", "---fff", "---fff"),
    "new_promise": Row("get", "ooofff", "o--fff"),
    "new_step": Row("get", "ooofff", "o--fff"),
    # Nobody is on the track, nobody's ending is under way, nobody is gone.
    "give_trust_back": Row("post", "---fff", "---fff"),
    "endings": Row("get", "oooooo", "oooooo"),
    "client_ending": Row("get", "oooooo", "o--ooo"),
    "consider_ending": Row("get", "ooofff", "o--fff"),
    "client_left": Row("get", "ooofff", "o--fff"),
    "last_chance": Row("get", "---fff", "---fff"),
    "answer_chance": Row("post", "---fff", "---fff"),
    "decide_ending": Row("post", "--ffff", "---fff"),
    "tick_ending": Row("post", "---fff", "---fff"),
    "finish_ending": Row("post", "---fff", "---fff"),
    "ending_letter": Row("get", "ooofff", "o--fff"),
    "win_backs": Row("get", "oooooo", "oooooo"),
    "win_back_numbers": Row("get", "oooofo", "oooofo"),
    "client_win_back": Row("get", "oooooo", "o--ooo"),
    "edit_win_back": Row("get", "---fff", "---fff"),
    "new_attempt": Row("get", "---fff", "---fff"),
    "data": Row("get", "ooooff", "ooooff"),
    "exports": Row("get", "ooooff", "ooooff"),
    "new_import": Row("get", "ooffff", "ooffff"),
    "import_sample": Row("get", "ooffff", "ooffff"),
    "touches": Row("get", "oooooo", "oooooo"),
    # There is no touch: whoever may look finds nothing.
    "touch": Row("get", "------", "------"),
    "finish_touch": Row("post", "------", "------"),
    "move_touch": Row("post", "------", "------"),
    "hand_over_touch": Row("post", "------", "------"),
    "skip_touch": Row("post", "------", "------"),
    "release_touch": Row("post", "------", "------"),
    "kept": Row("get", "oooooo", "oooooo"),
    "week": Row("get", "oooooo", "oooooo"),
    "calendar": Row("get", "oooooo", "oooooo"),
    "feed": Row("get", "oooooo", "oooooo"),
    "renew_feed": Row("post", "oooooo", "oooooo"),
    "revoke_feed": Row("post", "oooooo", "oooooo"),
    "standard": Row("get", "oooooo", "oooooo"),
    "bring_in_standard": Row("post", "offoff", "offoff"),
    "plan_now": Row("post", "offoff", "offoff"),
    "new_rule": Row("get", "offoff", "offoff"),
    # There is no rule.
    "rule": Row("get", "-ff-ff", "-ff-ff"),
    "remove_rule": Row("post", "-ff-ff", "-ff-ff"),
    "care_settings": Row("get", "offoff", "offoff"),
    # There is no import and no archive yet: whoever may import or export finds none. Others' own are in office/data.
    "import_run": Row("get", "--ffff", "--ffff"),
    "import_columns": Row("get", "--ffff", "--ffff"),
    "import_values": Row("get", "--ffff", "--ffff"),
    "start_import": Row("post", "--ffff", "--ffff"),
    "stop_import": Row("post", "--ffff", "--ffff"),
    "undo_import": Row("post", "--ffff", "--ffff"),
    "import_rejected": Row("get", "--ffff", "--ffff"),
    "export_file": Row("get", "----ff", "----ff"),
    # Nothing lies in the recycle bin: whoever may look in finds nothing.
    "restore_client": Row("post", "--ffff", "--ffff"),
}

# Open to people who have not logged in.
PUBLIC = {
    "login", "set_language", "first_run", "accept_invitation", "account_login", "account_inactive",
    "mfa_authenticate", "mfa_login_webauthn", "openid_connect_login", "openid_connect_callback",
    "live", "ready", "metrics", "ics",
    "socialaccount_login_cancelled", "socialaccount_login_error", "socialaccount_signup",
}  # fmt: skip
