"""Definitions of the method: what each decides, what a change would do, and saving it."""

from typing import Any

from vernost.api.method.schemas import (
    ClientMove,
    DefinitionChange,
    DefinitionShown,
    GroupMove,
    MethodTried,
    TrialEffect,
    TrialShown,
)
from vernost.api.runs.work import work_shown
from vernost.api.shell.http import Request
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal
from vernost.api.shell.values import Number
from vernost.api.shell.words import words
from vernost.assessment.actions.method import change_method
from vernost.assessment.declared import Settings
from vernost.assessment.enums import Why
from vernost.assessment.method_values import DEFINITIONS, wrong_in_method
from vernost.assessment.queries.job import trial_job
from vernost.assessment.queries.method import changed_since, changes_of, method_of, plain
from vernost.assessment.tasks import request_assessment, try_method
from vernost.assessment.wording.settings import changes_in_words
from vernost.clients.queries.client import visible_to
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face, JobState
from vernost.core.jobs.ask import ask_for
from vernost.core.models import Job, User
from vernost.core.queries.company import company
from vernost.core.wrong import refuse_wrong

operations = Operations("settings")


@operations.reads("/method", right=Action.CHANGE_SETTINGS, answer=list[DefinitionShown])
def show_method(request: Request) -> list[DefinitionShown]:
    """Every definition by which clients are judged, with its default."""
    current, defaults, said = method_of(company()), Settings(), words()
    return [
        DefinitionShown(
            name=name,
            meaning=said.gettext(Settings.__dataclass_fields__[name].metadata["meaning"]),
            value=plain(getattr(current, name)),
            default=plain(getattr(defaults, name)),
        )
        for name in DEFINITIONS
    ]


@operations.acts("/method/trials", right=Action.CHANGE_SETTINGS, answer=TrialShown | None)
def try_other_method(request: Request, given: MethodTried) -> TrialShown | None:
    """Judges all clients in the background by other definitions and stores nothing; null where nothing differs."""
    values = differing(given)
    if not values:
        return None
    return _shown(request.auth, Job.objects.get(pk=ask_for(try_method, by=request.auth, values=values)))


@operations.reads("/method/trials/{trial_id}", right=Action.CHANGE_SETTINGS, answer=TrialShown)
def show_method_trial(request: Request, trial_id: Number) -> TrialShown:
    """What the tried definitions would do."""
    return _shown(request.auth, own_trial(request.auth, trial_job(trial_id)))


@operations.acts("/method/trials/{trial_id}/save", right=Action.CHANGE_SETTINGS, answer=TrialShown)
def save_method_trial(request: Request, trial_id: Number) -> TrialShown:
    """Saves the tried definitions and judges all clients by them; 409 until it is through, or if they changed."""
    job = own_trial(request.auth, trial_job(trial_id))
    save_trial(request.auth, job)
    return _shown(request.auth, job)


def differing(given: MethodTried) -> dict[str, Any]:
    """What differs from the definitions in force."""
    refuse_wrong({f"values.{name}": what for name, what in wrong_in_method(given.values).items()})
    return changes_of(method_of(company()), given.values)


def own_trial(person: User, job: Job | None) -> Job:
    if job is None or job.created_by_id != person.pk or not job.arguments.get("values"):
        raise Refusal(Code.NOT_FOUND)
    return job


def save_trial(person: User, job: Job) -> None:
    if not is_through(job):
        raise Refusal(Code.IMPOSSIBLE)
    if changed_since(job.created_at):
        raise Refusal(Code.CHANGED_MEANWHILE)
    values = job.arguments["values"]
    change_method(company=company(), values=values, by=person, at=now(), face=Face.API)
    request_assessment(Why.METHOD, person)


def is_through(job: Job) -> bool:
    return job.state == JobState.DONE and "refused" not in (job.result or {})


def changes_shown(job: Job) -> list[DefinitionChange]:
    lines = changes_in_words(words(), method_of(company()), job.arguments["values"])
    return [
        DefinitionChange(name=name, meaning=meaning, now=now_, then=then)
        for name, meaning, now_, then in lines
    ]


def _shown(person: User, job: Job) -> TrialShown:
    effect = _effect(person, job.result or {}) if is_through(job) else None
    return TrialShown(work=work_shown(job), changes=changes_shown(job), effect=effect)


def _effect(person: User, result: dict[str, Any]) -> TrialEffect:
    changed, clients = result["changed"], result["clients"]
    seen = set(visible_to(person).filter(pk__in=[pk for pk, *_ in clients]).values_list("pk", flat=True))
    return TrialEffect(
        groups=changed["group"],
        stages=changed["stage"],
        levels=changed["loyalty"],
        signals_before=result["signals"][0],
        signals_after=result["signals"][1],
        moves=[GroupMove(stood=before, stands=after, clients=n) for before, after, n in result["moves"]],
        clients=[
            ClientMove(client_id=pk, stood=before, stands=after)
            for pk, before, after in clients
            if pk in seen
        ],
    )
