"""Playbooks: what the company does about each signal. What it has not written itself is the shipped one."""

from typing import Any

from django.utils.translation import gettext as _

from vernost.api.method.schemas import PlaybookGiven, PlaybookShown, PlaybookStepShown
from vernost.api.shell.http import Request
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal
from vernost.assessment.actions.playbook import StepFields, reset_playbook, save_playbook
from vernost.assessment.declared import SIGNAL_BY_CODE
from vernost.assessment.enums import Doer
from vernost.assessment.queries.playbook import Plan, playbooks
from vernost.assessment.wording.signals import SIGNALS
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face

operations = Operations("settings")


@operations.reads("/playbooks", right=Action.CHANGE_SETTINGS, answer=list[PlaybookShown])
def list_playbooks(request: Request) -> list[PlaybookShown]:
    """The playbook of every signal."""
    return [_shown(plan) for plan in playbooks().values() if plan.code in SIGNAL_BY_CODE]


@operations.reads("/playbooks/{signal_code}", right=Action.CHANGE_SETTINGS, answer=PlaybookShown)
def show_playbook(request: Request, signal_code: str) -> PlaybookShown:
    """The playbook of one signal."""
    return _shown(_plan(signal_code))


@operations.acts("/playbooks/{signal_code}", right=Action.CHANGE_SETTINGS, answer=PlaybookShown)
def write_playbook(request: Request, signal_code: str, given: PlaybookGiven) -> PlaybookShown:
    """The company's own playbook, whole; cases opened from now on follow it."""
    _plan(signal_code)
    values: dict[str, Any] = given.model_dump()
    steps = [StepFields(**step) for step in values.pop("steps")]  # type: ignore[typeddict-item]  # as the schema says
    save_playbook(code=signal_code, steps=steps, by=request.auth, at=now(), face=Face.API, **values)
    return _shown(_plan(signal_code))


@operations.removes("/playbooks/{signal_code}", right=Action.CHANGE_SETTINGS)
def forget_own_playbook(request: Request, signal_code: str) -> None:
    """The shipped playbook is in force again."""
    _plan(signal_code)
    reset_playbook(code=signal_code, by=request.auth, at=now(), face=Face.API)


def _plan(code: str) -> Plan:
    if code not in SIGNAL_BY_CODE:
        raise Refusal(Code.NOT_FOUND)
    return playbooks()[code]


def _shown(plan: Plan) -> PlaybookShown:
    return PlaybookShown(
        code=plan.code,
        name=_(SIGNALS[plan.code].name),
        own=plan.own,
        opens_from=plan.opens_from,
        reopen_days=plan.reopen_days,
        steps=[
            PlaybookStepShown(
                title=step.title, advice=advice, doer=Doer(step.doer), days=step.days, optional=step.optional
            )
            for step, advice in plan.steps
        ],
    )
