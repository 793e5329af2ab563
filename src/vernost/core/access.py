"""Who may do what with whose clients: the one table of rights below every face.

Queries `visible_to(user)` and the faces' access modules ask `scope_of`; nothing else decides. Whoever comes by a token
has his own rights, cut by what the token is for.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

from vernost.core.enums import Role, TokenScope

if TYPE_CHECKING:
    from vernost.core.models import User


class Scope(StrEnum):
    """On whose objects an action is allowed; each includes those before it."""

    NONE = "none"
    OWN = "own"
    TEAM = "team"
    ALL = "all"


class Action(StrEnum):
    VIEW_CLIENT = "view_client"
    VIEW_KEY_CLIENTS = "view_key_clients"
    CREATE_CLIENT = "create_client"
    CHANGE_CLIENT = "change_client"
    REMOVE_CLIENT = "remove_client"
    HAND_OVER_CLIENT = "hand_over_client"
    LOG_INTERACTION = "log_interaction"
    WRITE_LETTER = "write_letter"
    SEND_MAILING = "send_mailing"
    CHANGE_TEMPLATES = "change_templates"
    VIEW_MONEY = "view_money"
    EXPORT = "export"
    IMPORT = "import"
    ASSESS = "assess"
    VIEW_COMPANY = "view_company"
    RECORD_MARKETING = "record_marketing"
    JUDGE_SIGNAL = "judge_signal"
    OVERRIDE_GATE = "override_gate"
    DECIDE_ENDING = "decide_ending"
    OVERRIDE_GUARD = "override_guard"
    DECIDE = "decide"
    DECIDE_REWARD_AND_FIRE = "decide_reward_and_fire"
    REVIEW = "review"
    SUGGEST = "suggest"
    ANSWER_IDEA = "answer_idea"
    SET_GOAL = "set_goal"
    VIEW_SCORECARD = "view_scorecard"
    CHANGE_STANDARD = "change_standard"
    CHANGE_SETTINGS = "change_settings"
    MANAGE_PEOPLE = "manage_people"
    ERASE_PERSON = "erase_person"
    VIEW_AUDIT = "view_audit"


# One row per action, one column per role.
_ROLES = (Role.DIRECTOR, Role.HEAD_OF_SALES, Role.ACCOUNT_MANAGER, Role.MARKETER, Role.SERVICE, Role.OBSERVER)
_N, _O, _T, _A = Scope.NONE, Scope.OWN, Scope.TEAM, Scope.ALL
_TABLE: dict[Action, tuple[Scope, ...]] = {
    #                         director head  manager marketer service observer
    Action.VIEW_CLIENT:      (_A, _T, _O, _A, _A, _A),
    Action.VIEW_KEY_CLIENTS: (_A, _A, _A, _A, _A, _A),
    Action.CREATE_CLIENT:    (_A, _T, _O, _A, _N, _N),
    Action.CHANGE_CLIENT:    (_A, _T, _O, _N, _N, _N),
    Action.REMOVE_CLIENT:    (_A, _T, _N, _N, _N, _N),
    Action.HAND_OVER_CLIENT: (_A, _T, _N, _N, _N, _N),
    Action.LOG_INTERACTION:  (_A, _T, _O, _A, _A, _N),
    Action.WRITE_LETTER:     (_A, _T, _O, _A, _A, _N),
    Action.SEND_MAILING:     (_A, _T, _O, _A, _N, _N),
    Action.CHANGE_TEMPLATES: (_A, _A, _N, _A, _N, _N),
    Action.VIEW_MONEY:       (_A, _T, _O, _A, _N, _A),
    Action.EXPORT:           (_A, _T, _O, _A, _N, _N),
    Action.IMPORT:           (_A, _T, _N, _N, _N, _N),
    Action.ASSESS:           (_A, _A, _N, _A, _N, _N),
    Action.VIEW_COMPANY:     (_A, _A, _N, _A, _N, _A),
    Action.RECORD_MARKETING: (_A, _A, _N, _A, _N, _N),
    Action.JUDGE_SIGNAL:     (_A, _T, _O, _N, _N, _N),
    Action.OVERRIDE_GATE:    (_A, _T, _N, _N, _N, _N),
    Action.DECIDE_ENDING:    (_A, _T, _N, _N, _N, _N),
    Action.OVERRIDE_GUARD:   (_A, _N, _N, _N, _N, _N),
    Action.DECIDE:           (_A, _T, _O, _N, _N, _N),
    Action.DECIDE_REWARD_AND_FIRE: (_A, _T, _N, _N, _N, _N),
    Action.REVIEW:           (_A, _T, _O, _N, _N, _N),
    Action.SUGGEST:          (_A, _A, _A, _A, _A, _N),
    Action.ANSWER_IDEA:      (_A, _T, _N, _N, _N, _N),
    Action.SET_GOAL:         (_A, _T, _N, _N, _N, _N),
    Action.VIEW_SCORECARD:   (_A, _T, _O, _O, _O, _O),
    Action.CHANGE_STANDARD:  (_A, _N, _N, _A, _N, _N),
    Action.CHANGE_SETTINGS:  (_A, _N, _N, _N, _N, _N),
    Action.MANAGE_PEOPLE:    (_A, _N, _N, _N, _N, _N),
    Action.ERASE_PERSON:     (_A, _N, _N, _N, _N, _N),
    Action.VIEW_AUDIT:       (_A, _T, _O, _N, _N, _A),
}  # fmt: skip

_SCOPES: dict[tuple[str, Action], Scope] = {
    (role.value, action): scopes[column]
    for action, scopes in _TABLE.items()
    for column, role in enumerate(_ROLES)
}

_S = TokenScope
# Which scopes of a token open an action; what stands here with none is closed to programs.
_OPENED_BY: dict[Action, tuple[TokenScope, ...]] = {
    Action.VIEW_CLIENT: tuple(TokenScope),
    Action.VIEW_KEY_CLIENTS: (_S.CLIENTS_READ, _S.CARE_READ),
    Action.CREATE_CLIENT: (_S.CLIENTS_WRITE,),
    Action.CHANGE_CLIENT: (
        *(_S.CLIENTS_WRITE, _S.MONEY_WRITE, _S.JUDGEMENT_WRITE, _S.CARE_WRITE, _S.LETTERS_WRITE),
    ),
    Action.REMOVE_CLIENT: (_S.CLIENTS_WRITE,),
    Action.HAND_OVER_CLIENT: (_S.CLIENTS_WRITE, _S.CARE_WRITE),
    Action.LOG_INTERACTION: (
        _S.TALKS_WRITE,
        _S.TODAY_WRITE,
        _S.CARE_WRITE,
        _S.LETTERS_READ,
        _S.LETTERS_WRITE,
    ),
    Action.WRITE_LETTER: (_S.LETTERS_READ, _S.LETTERS_WRITE),
    Action.SEND_MAILING: (_S.LETTERS_WRITE,),
    Action.CHANGE_TEMPLATES: (_S.LETTERS_WRITE,),
    Action.VIEW_MONEY: (_S.MONEY_READ, _S.JUDGEMENT_READ),
    Action.EXPORT: (_S.DATA_READ, _S.DATA_WRITE),
    Action.IMPORT: (_S.DATA_READ, _S.DATA_WRITE),
    Action.ASSESS: (_S.JUDGEMENT_READ, _S.JUDGEMENT_WRITE),
    Action.VIEW_COMPANY: (_S.JUDGEMENT_READ, _S.CARE_READ),
    Action.RECORD_MARKETING: (_S.JUDGEMENT_WRITE,),
    Action.JUDGE_SIGNAL: (_S.JUDGEMENT_WRITE,),
    Action.OVERRIDE_GATE: (_S.MONEY_WRITE, _S.TALKS_WRITE, _S.JUDGEMENT_WRITE),
    Action.DECIDE_ENDING: (_S.JUDGEMENT_WRITE,),
    Action.OVERRIDE_GUARD: (_S.JUDGEMENT_WRITE,),
    Action.DECIDE: (_S.JUDGEMENT_WRITE,),
    Action.DECIDE_REWARD_AND_FIRE: (_S.JUDGEMENT_WRITE,),
    Action.REVIEW: (_S.JUDGEMENT_READ, _S.JUDGEMENT_WRITE),
    Action.SUGGEST: (_S.CARE_WRITE,),
    Action.ANSWER_IDEA: (_S.CARE_WRITE,),
    Action.SET_GOAL: (_S.CARE_WRITE,),
    Action.VIEW_SCORECARD: (_S.CARE_READ, _S.CARE_WRITE),
    Action.CHANGE_STANDARD: (_S.CARE_WRITE,),
    Action.CHANGE_SETTINGS: (_S.SETTINGS_READ, _S.SETTINGS_WRITE),
    Action.MANAGE_PEOPLE: (),
    Action.ERASE_PERSON: (),
    Action.VIEW_AUDIT: (),
}


def opened_by(scopes: Iterable[TokenScope]) -> frozenset[Action]:
    """What a token with these scopes opens to whoever has the right himself."""
    held = set(scopes)
    return frozenset(action for action, openers in _OPENED_BY.items() if held & set(openers))


def scope_of(user: "User", action: Action) -> Scope:
    """On whose objects `user` may do `action`; NONE for a person who was switched off, and for what the token by which
    he comes does not open.
    """
    if not user.is_active or (user.held_to is not None and action not in user.held_to):
        return Scope.NONE
    return _SCOPES[user.role, action]


def may_on_owned(user: "User", action: Action, *, owner_id: int | None, owner_team_id: int | None) -> bool:
    """Whether `user` may do `action` on an object owned by `owner_id`, who is in the team `owner_team_id`."""
    scope = scope_of(user, action)
    if scope is Scope.ALL:
        return True
    if scope is Scope.NONE:
        return False
    if owner_id == user.pk:
        return True
    return scope is Scope.TEAM and owner_team_id is not None and owner_team_id == user.team_id
