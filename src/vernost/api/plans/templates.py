"""Templates of plans: the shipped ones, changed or not, and the company's own."""

from typing import Any

from vernost.api.plans.template_schemas import (
    NewPlanTemplate,
    PlanTemplateChange,
    PlanTemplates,
    PlanTemplateShown,
)
from vernost.api.shell.http import Request
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.programmes.actions.plan_template import remove_template, save_template
from vernost.programmes.queries.plan_template import Template, template_of, templates

operations = Operations("care")


@operations.reads("/plan-templates", right=Action.VIEW_CLIENT, answer=PlanTemplates)
def list_plan_templates(request: Request) -> PlanTemplates:
    """Templates of plans: the shipped ones as shipped or as changed, then the company's own."""
    return PlanTemplates(items=[PlanTemplateShown.model_validate(one) for one in templates()])


@operations.creates("/plan-templates", right=Action.CHANGE_STANDARD, answer=PlanTemplateShown)
def create_a_plan_template(request: Request, given: NewPlanTemplate) -> Template:
    """A template of the company's own."""
    return _saved(request.auth, None, given.model_dump())


@operations.reads("/plan-templates/{template_key}", right=Action.VIEW_CLIENT, answer=PlanTemplateShown)
def show_plan_template(request: Request, template_key: str) -> Template:
    """One template."""
    return _known(template_key)


@operations.changes("/plan-templates/{template_key}", right=Action.CHANGE_STANDARD, answer=PlanTemplateShown)
def change_a_plan_template(request: Request, template_key: str, given: PlanTemplateChange) -> Template:
    """Writes the values that are sent and no others; plans made from it before stay as they are."""
    known = _known(template_key)
    whole = {"name": known.name, "advice": known.advice, "aims": known.aims, "kpis": known.kpis,
             "actions": known.actions}  # fmt: skip
    return _saved(request.auth, known, whole | given.values)


@operations.removes("/plan-templates/{template_key}", right=Action.CHANGE_STANDARD)
def remove_a_plan_template(request: Request, template_key: str) -> None:
    """A shipped one is again as it was shipped."""
    known = _known(template_key)
    if known.stored is None:
        raise Refusal(Code.NOT_FOUND)
    remove_template(template=known.stored, by=request.auth, at=now(), face=Face.API)


def _known(key: str) -> Template:
    found = template_of(key)
    if found is None:
        raise Refusal(Code.NOT_FOUND)
    return found


def _saved(person: User, known: Template | None, values: dict[str, Any]) -> Template:
    values["kpis"] = [{**one, "how": str(one["how"]), "by": str(one["by"])} for one in values["kpis"]]
    values["actions"] = [{**one, "kind": str(one["kind"])} for one in values["actions"]]
    row = save_template(
        template=known.stored if known else None,
        code=known.key if known and known.is_shipped else "",
        by=person,
        at=now(),
        face=Face.API,
        **values,
    )
    return _known(row.code or str(row.pk))
