"""What the card says of the policy: what this client may get, and what of it was used."""

from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vernost.assessment.models import ClientAssessment
from vernost.assessment.queries.allowance import allowance_of
from vernost.assessment.wording.policy import TERMS, in_unit
from vernost.clients.models import Client
from vernost.office.assessment.words import group_badge, words
from vernost.ui import formats


@dataclass(frozen=True)
class Line:
    name: str
    allowed: str
    used: str
    over: bool


@dataclass(frozen=True)
class PolicyPanel:
    badge: SafeString
    note: str
    lines: list[Line]


def policy_panel(
    client: Client, as_of: date, *, money: bool, judged: ClientAssessment | None
) -> PolicyPanel | None:
    """None for a client whom nobody has judged yet (`judged`); without `money` no sums."""
    allowance = allowance_of(client, as_of, judged)
    if allowance.group is None or allowance.policy is None:
        return None
    said, lines = words(), []
    for term in allowance.terms:
        label, unit = TERMS[term.name]
        if unit == "money" and not money:
            continue
        allowed = in_unit(said, unit, term.allowed)
        if term.name == "free_hours":
            allowed = _("%(hours)s in %(days)s") % {
                "hours": allowed,
                "days": said.days(allowance.policy.free_days),
            }
        used = formats.DASH if term.used is None else in_unit(said, unit, term.used)
        lines.append(Line(_(label), allowed, used, term.over))
    return PolicyPanel(group_badge(allowance.group), allowance.policy.note, lines)
