"""What is to be done about each signal: the company's own playbooks, else the shipped ones in its language."""

from dataclasses import dataclass

from django.utils.translation import gettext, override

from vernost.assessment.models import Playbook
from vernost.assessment.models.case import OTHER
from vernost.assessment.wording.playbooks import PLAYBOOKS, Step
from vernost.core.queries.company import company
from vernost.engine.codes import SIGNALS

OPENS_FROM = 2
REOPEN_DAYS = 60


@dataclass(frozen=True)
class Plan:
    """A playbook in force. `own`: the company has written it itself. `opens_from` 4: no assessment opens a case."""

    code: str
    opens_from: int
    reopen_days: int
    steps: tuple[tuple[Step, str], ...]
    own: bool


def playbooks() -> dict[str, Plan]:
    """All of them by code, in the order of the signals, and an empty one for cases of another kind."""
    with override(company().language):
        plans = {
            signal.code: Plan(
                signal.code,
                OPENS_FROM,
                REOPEN_DAYS,
                tuple(
                    (Step(gettext(s.title), s.days, s.doer, s.optional), "") for s in PLAYBOOKS[signal.code]
                ),
                own=False,
            )
            for signal in SIGNALS
        }
    plans[OTHER] = Plan(OTHER, 4, REOPEN_DAYS, (), own=False)
    for one in Playbook.objects.prefetch_related("steps"):
        steps = sorted(one.steps.all(), key=lambda step: step.place)
        plans[one.code] = Plan(
            one.code,
            one.opens_from,
            one.reopen_days,
            tuple((Step(step.title, step.days, step.doer, step.optional), step.advice) for step in steps),
            own=True,
        )
    return plans


def record_of(plan: Plan) -> Playbook:
    """As it is stored, or as it would be."""
    return Playbook.objects.filter(code=plan.code).first() or Playbook(
        code=plan.code, opens_from=plan.opens_from, reopen_days=plan.reopen_days
    )
