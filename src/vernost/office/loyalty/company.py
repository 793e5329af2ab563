"""Loyalty of all clients: levels, where words and deeds part, what is broken, where the gaps are."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from vernost.assessment.declared import GROUPS, LOYALTY_LEVELS
from vernost.assessment.enums import Aspect
from vernost.assessment.queries.client_assessment import grid
from vernost.assessment.queries.loyalty import broken_factors, compelled, contradictions, gaps
from vernost.assessment.queries.method import method
from vernost.clients.models import Segment
from vernost.core.access import Action
from vernost.office.assessment.words import group_badge, loyalty_badge, words
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request

_MOST = 50


@require_GET
@demand(Action.VIEW_CLIENT)
def loyalty(request: Request) -> HttpResponse:
    user = request.user
    by = "segment" if request.GET.get("by") == "segment" else "group"
    path = {"segment": "segment", "group": "assessment__group_in_force"}[by]
    found, levels = gaps(user, path), grid(user, "loyalty_in_force", "loyalty_in_force")
    lines: list[tuple[str, object]] = (
        [(code, group_badge(code)) for code in GROUPS]
        if by == "group"
        else [(str(pk), name) for pk, name in Segment.objects.order_by("name").values_list("pk", "name")]
    )
    parting = contradictions(user, method())
    context = {
        "levels": [
            (
                loyalty_badge(code),
                cell.clients if (cell := levels.get((code, code))) else 0,
                f"?loyalty={code}",
            )
            for code in LOYALTY_LEVELS
        ],
        "aspects": [aspect.label for aspect in Aspect],
        "gaps": [
            (name, [found.get((key, aspect.value)) for aspect in Aspect])
            for key, name in [*lines, ("", _("none"))]
            if any((key, aspect.value) in found for aspect in Aspect)
        ],
        "tabs": [
            (_("by group"), "?by=group", by == "group"),
            (_("by segment"), "?by=segment", by == "segment"),
        ],
        "parting": list(parting[:_MOST]),
        "parting_count": parting.count(),
        "broken": broken_factors(user),
        "compelled": compelled(user),
        "money": may(user, Action.VIEW_MONEY),
        "currency": words().currency,
    }
    return render(request, "office/loyalty/company.html", context)
