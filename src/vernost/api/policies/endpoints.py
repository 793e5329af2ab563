"""The policies of the groups, and what a client may get by his (B3)."""

from typing import Any

from django.utils.translation import gettext as _

from vernost.api.policies.schemas import AllowanceShown, PolicyShown, TermShown
from vernost.api.shell.access import client_for
from vernost.api.shell.http import Request
from vernost.api.shell.operations import Operations
from vernost.api.shell.sight import sees_money
from vernost.api.shell.values import Number
from vernost.assessment.models import Policy
from vernost.assessment.queries.allowance import allowance_of
from vernost.assessment.queries.policy import policies
from vernost.assessment.wording.policy import TERMS
from vernost.core.access import Action
from vernost.core.clock import today

operations = Operations("judgement")


@operations.reads("/policies", right=Action.VIEW_CLIENT, answer=list[PolicyShown])
def list_policies(request: Request) -> list[PolicyShown]:
    """What clients of each group may get."""
    return [policy_shown(policy) for policy in policies().values()]


@operations.reads("/clients/{client_id}/allowance", right=Action.VIEW_CLIENT, answer=AllowanceShown)
def show_allowance(request: Request, client_id: Number) -> AllowanceShown:
    """What a client may get by the policy of his group, and what of it was used."""
    client, money = client_for(request.auth, client_id), sees_money(request.auth)
    allowance = allowance_of(client, today())
    return AllowanceShown(
        client_id=client.pk,
        group=allowance.group,
        note=allowance.policy.note if allowance.policy else "",
        terms=[
            TermShown(
                name=term.name,
                label=_(TERMS[term.name][0]),
                allowed=_plain(term.name, term.allowed),
                used=term.used,
                over=term.over,
            )
            for term in allowance.terms
            if money or TERMS[term.name][1] != "money"
        ],
    )


def _plain(name: str, value: Any) -> Any:
    return str(value) if TERMS[name][1] == "text" else value


def policy_shown(policy: Policy) -> PolicyShown:
    own = policy.pk is not None
    values: dict[str, Any] = {
        name: getattr(policy, name) for name in PolicyShown.model_fields if name != "own"
    }
    return PolicyShown(**values | {"own": own, "since_on": policy.since_on if own else None})
