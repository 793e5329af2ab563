"""The key clients, which every employee can name (S4)."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from vernost.assessment.models import ClientAssessment
from vernost.assessment.wording.judgement import GROUPS, LOYALTY, SEVERITIES, STAGES
from vernost.clients.models import Client
from vernost.core.access import Action
from vernost.core.clock import today
from vernost.office.plans.tabs import plan_tabs
from vernost.office.plans.words import state_badge, track_of
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request
from vernost.programmes.queries.key_client import KeyClient, key_clients, proposed, segments, with_relations
from vernost.programmes.queries.plan import kept_kpis
from vernost.ui.html import Tone, badge

_ON_A_PAGE = 50
_STAGE_TONES: dict[str, Tone] = {"slipping": "bad", "lost": "bad", "regular": "good"}
_CASE_TONES: dict[int, Tone] = {1: "neutral", 2: "warn", 3: "bad"}


@dataclass(frozen=True)
class Line:
    """One key client. `relation` is empty where the person may not see the client."""

    one: KeyClient
    why: str
    relation: list[SafeString]
    plan_state: SafeString
    plan_track: str
    review_due: bool


@require_GET
@demand(Action.VIEW_KEY_CLIENTS)
def key_clients_page(request: Request) -> HttpResponse:
    rows: QuerySet[Client] = key_clients()
    owner = request.GET.get("owner", "")
    if owner == "me":
        rows = rows.filter(owner=request.user)
    page = Paginator(rows, _ON_A_PAGE).get_page(request.GET.get("page"))
    lines = [_line(one) for one in with_relations(list(page), request.user)]
    may_change = may(request.user, Action.CHANGE_CLIENT)
    context = {
        "lines": lines,
        "tabs": plan_tabs("key_clients"),
        "page": page,
        "owner": owner,
        "segments": segments(),
        "proposed": [(one, _why(one)) for one in proposed(request.user)] if may_change else [],
        "may_plan": may_change,
        "some_hidden": any(not line.one.is_open for line in lines),
    }
    return render(request, "office/plans/key_clients.html", context)


def _line(one: KeyClient) -> Line:
    plan = one.plan
    return Line(
        one=one,
        why=_why(one.judged),
        relation=_relation(one) if one.is_open else [],
        plan_state=state_badge(plan.state) if plan else SafeString(),
        plan_track=track_of(kept_kpis(plan)) if plan else "",
        review_due=plan is not None and plan.review_on is not None and plan.review_on <= today(),
    )


def _why(judged: ClientAssessment | None) -> str:
    """In words and without a sum: everybody reads it."""
    said = []
    if judged is not None:
        group = judged.group_in_force or judged.group
        if group in ("reward", "manage"):
            said.append(_("group “%(group)s”") % {"group": _(GROUPS[group])})
        if judged.abc:
            said.append(_("class %(abc)s by income") % {"abc": judged.abc})
        if judged.attractiveness is not None:
            said.append(_("attractiveness %(points)d of 100") % {"points": round(judged.attractiveness)})
    return "; ".join(said) or _("marked as strategic")


def _relation(one: KeyClient) -> list[SafeString]:
    found = []
    if one.judged is not None:
        stage = one.judged.stage_in_force or one.judged.stage
        if stage:
            found.append(badge(_(STAGES[stage]), _STAGE_TONES.get(stage, "neutral")))
        level = one.judged.loyalty_in_force or one.judged.loyalty
        if level and level != "none":
            found.append(
                badge(_(LOYALTY[level]), "good" if level in ("devotion", "partnership") else "neutral")
            )
    if one.worst_case is not None:
        severity = one.worst_case.severity
        found.append(badge(_(SEVERITIES[severity]), _CASE_TONES[severity]))
    return found
