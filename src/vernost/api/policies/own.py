"""The company's own policies, in place of the shipped ones."""

from vernost.api.policies.endpoints import policy_shown
from vernost.api.policies.schemas import GroupCode, PolicyChange, PolicyShown
from vernost.api.shell.http import Request
from vernost.api.shell.operations import Operations
from vernost.api.shell.seen import standing_of
from vernost.assessment.actions.policy import change_policy, ship_policy
from vernost.assessment.queries.policy import policy_of
from vernost.core.access import Action
from vernost.core.clock import now, today
from vernost.core.enums import Face

operations = Operations("settings")


@operations.changes("/policies/{group}", right=Action.CHANGE_SETTINGS, answer=PolicyShown)
def change_a_policy(request: Request, group: GroupCode, given: PolicyChange) -> PolicyShown:
    """Writes the terms that are sent and no others; the policy holds from today."""
    policy = policy_of(group.value)
    standing = standing_of(policy, given.saw)
    if given.values:
        change_policy(
            group=group.value, since_on=today(), by=request.auth, at=now(), face=Face.API,
            standing=standing, **given.values,
        )  # fmt: skip
    return policy_shown(policy_of(group.value))


@operations.removes("/policies/{group}", right=Action.CHANGE_SETTINGS)
def ship_a_policy(request: Request, group: GroupCode) -> None:
    """Gives the company's own policy up: the shipped one holds again."""
    policy = policy_of(group.value)
    if policy.pk is not None:
        ship_policy(policy=policy, by=request.auth, at=now(), face=Face.API)
