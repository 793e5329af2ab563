from typing import Any

from django.utils.translation import gettext_lazy as _
from ninja import Query

from vernost.api.cases.endpoints import NOBODY
from vernost.api.shell.access import chosen, found
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal, Wrong
from vernost.api.shell.seen import standing_of
from vernost.api.shell.values import Number
from vernost.api.standard.schemas import (
    CareRuleShown,
    Load,
    LoadAsked,
    LoadShown,
    NewRule,
    RuleChange,
    RulesAsked,
)
from vernost.care.actions.planning_job import request_planning
from vernost.care.actions.rule import (
    StandardIsThere,
    bring_in_standard,
    change_rule,
    create_rule,
    remove_rule,
)
from vernost.care.models import Rule
from vernost.care.queries.estimate import estimate, loads_of
from vernost.care.queries.rule import rules, rules_after, rules_that_hold
from vernost.care.rule_faults import tidied_rule, whole_rule, wrong_in_rule
from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now, today
from vernost.core.enums import Face, Language
from vernost.core.queries.company import company
from vernost.core.queries.user import people_at_work
from vernost.core.wrong import refuse_wrong

operations = Operations("care")
_THERE = _("There are rules already; the shipped ones would stand beside them twice.")


@operations.reads("/rules", right=Action.VIEW_CLIENT, answer=Page[CareRuleShown])
def list_rules(request: Request, asked: Query[RulesAsked]) -> Page[CareRuleShown]:
    """The rules of the communication standard; those that are off too."""
    return page_of(narrowed(rules(), is_on=asked.is_on), asked, CareRuleShown)


@operations.creates("/rules", right=Action.CHANGE_STANDARD, answer=CareRuleShown)
def create_a_rule(request: Request, given: NewRule) -> Rule:
    """A new rule at the end of the standard; touches are planned anew."""
    values = _with_person(given.model_dump())
    return create_rule(values=values, by=request.auth, at=now(), face=Face.API)


@operations.acts("/rules/bring-in", right=Action.CHANGE_STANDARD, answer=None)
def bring_in_rules(request: Request) -> None:
    """Writes the shipped standard in the company's language; touches are planned by it."""
    language = Language(company().language)
    try:
        bring_in_standard(
            language=language, by=request.auth, at=now(), face=Face.API, run=new_run("standard")
        )
    except StandardIsThere as there:
        raise Refusal(Code.IMPOSSIBLE, errors=[Wrong(where="path", what=str(_THERE))]) from there


@operations.acts("/rules/load", right=Action.CHANGE_STANDARD, answer=Load)
def estimate_load(request: Request, given: LoadAsked) -> Load:
    """What a change of the standard would ask of whom; nothing is written."""
    given_values = _with_person(given.values)
    number = given_values.pop("rule_id", None)
    rule = None if number is None else found(rules(), number)
    values = whole_rule(rule or Rule()) | given_values
    refuse_wrong(wrong_in_rule(values))
    del values["id"]
    before = estimate(rules_that_hold(), today())
    after = estimate(rules_after(rule, tidied_rule(values)), today())
    people = [LoadShown.model_validate(one) for one in loads_of(before, after)]
    return Load(people=people, held=after.held, clients=after.clients, of=after.of)


@operations.acts("/rules/plan", right=Action.CHANGE_STANDARD, answer=None)
def plan_all_touches(request: Request) -> None:
    """Touches of all clients are planned anew in the background."""
    request_planning(by=request.auth)


@operations.reads("/rules/{rule_id}", right=Action.VIEW_CLIENT, answer=CareRuleShown)
def show_rule(request: Request, rule_id: Number) -> Rule:
    """One rule."""
    return found(rules(), rule_id)


@operations.changes("/rules/{rule_id}", right=Action.CHANGE_STANDARD, answer=CareRuleShown)
def change_a_rule(request: Request, rule_id: Number, given: RuleChange) -> Rule:
    """Writes the values that are sent and no others; touches are planned anew."""
    rule = found(rules(), rule_id)
    standing = standing_of(rule, given.saw)
    change_rule(
        rule=rule, values=_with_person(given.values), by=request.auth, at=now(), face=Face.API,
        standing=standing,
    )  # fmt: skip
    return rule


@operations.removes("/rules/{rule_id}", right=Action.CHANGE_STANDARD)
def remove_a_rule(request: Request, rule_id: Number) -> None:
    """What it planned goes with it; what was made stays in the history."""
    remove_rule(rule=found(rules(), rule_id), by=request.auth, at=now(), face=Face.API)


def _with_person(values: dict[str, Any]) -> dict[str, Any]:
    chosen(people_at_work(), values, "person_id", NOBODY)
    return values
