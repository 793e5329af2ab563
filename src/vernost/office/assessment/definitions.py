"""Writing the definitions of the method when two people may be at it: on the form, on the trial, on the thresholds."""

from collections.abc import Mapping
from typing import Any

from vernost.assessment.actions.method import change_method
from vernost.assessment.enums import Why
from vernost.assessment.queries.method import method_of
from vernost.assessment.tasks import request_assessment
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import CompanySettings, Job, User
from vernost.core.queries.company import company
from vernost.office.assessment.forms import Method, Tried
from vernost.office.shell.http import Request
from vernost.office.shell.seen import Seen


def seen_definitions(request: Request, form: Method) -> Seen:
    def standing(own: CompanySettings) -> dict[str, Any]:
        in_force = method_of(own)
        return {name: getattr(in_force, name) for name in form.fields}

    return Seen(request, form, company(), standing)


def seen_trial(request: Request, job: Job) -> Seen:
    """Of the tried definitions alone."""
    return seen_definitions(request, Tried(values=job.arguments["values"], current=method_of(company())))


def save_definitions(written: Mapping[str, Any], by: User) -> None:
    """All clients are judged anew by them."""
    change_method(company=company(), values=Method.settled(written), by=by, at=now(), face=Face.WEB)
    request_assessment(Why.METHOD, by)
