"""Plan and fact: was the promised contact made, by person, rule and group."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from vernost.assessment.wording.judgement import GROUPS
from vernost.care.models import Rule
from vernost.care.queries.kept import kept as kept_by
from vernost.care.queries.kept import total
from vernost.core.access import Action
from vernost.core.clock import today
from vernost.core.models import User
from vernost.office.care.tabs import tabs_for
from vernost.office.shell.access import demand
from vernost.office.shell.http import Request

_QUARTER = timedelta(days=90)
_BY = ("person", "rule", "group")


@require_GET
@demand(Action.VIEW_CLIENT)
def kept(request: Request) -> HttpResponse:
    """`by` is person, rule or group; `from` and `to` are days, the last 90 unless given. Numbers lead to their rows."""
    on = today()
    first = _day(request.GET.get("from", "")) or on - _QUARTER
    last = _day(request.GET.get("to", "")) or on
    by = request.GET.get("by", "person")
    if by not in _BY:
        by = "person"
    lines = kept_by(request.user, by=by, first=first, last=last, on=on)  # type: ignore[arg-type]  # one of _BY
    names = _names(by)
    period = {"latest_from": first.isoformat(), "latest_to": last.isoformat()}
    labels = {"person": _("by person"), "rule": _("by rule"), "group": _("by group")}
    context = {
        "lines": [
            (names.get(one.key, _("nobody")), one, urlencode(period | {by: str(one.key or "none")}))
            for one in lines
        ],
        "total": total(lines),
        "total_query": urlencode(period),
        "first": first,
        "last": last,
        "by": by,
        "tabs": tabs_for(request.user, "kept"),
        "ways": [(labels[each], f"?by={each}&from={first}&to={last}", each == by) for each in _BY],
    }
    return render(request, "office/care/kept.html", context)


def _names(by: str) -> dict[Any, str]:
    match by:
        case "person":
            return dict(User.objects.values_list("pk", "name"))
        case "rule":
            return {None: _("development plans"), **dict(Rule.objects.values_list("pk", "name"))}
        case _:
            return {code: _(name) for code, name in GROUPS.items()} | {"": _("not judged")}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
