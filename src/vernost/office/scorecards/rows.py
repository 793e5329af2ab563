"""What a number of a scorecard was made from, and those with whom it is compared."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from vernost.core.access import Action
from vernost.office.goals.words import number_text
from vernost.office.scorecards.sheets import rows_address
from vernost.office.scorecards.whose import Whose, company, person_for, team_for
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request
from vernost.programmes.measures.measure import Measure, Unit, measures
from vernost.programmes.measures.year import year_to
from vernost.programmes.queries.scorecard_rows import others, rows_behind

_MOST = 200


@require_GET
@demand(Action.VIEW_COMPANY)
def company_rows(request: Request, code: str) -> HttpResponse:
    return _rows(request, company(), code)


@require_GET
@demand(Action.VIEW_SCORECARD)
def team_rows(request: Request, pk: int, code: str) -> HttpResponse:
    return _rows(request, team_for(request.user, pk), code)


@require_GET
@demand(Action.VIEW_SCORECARD)
def person_rows(request: Request, pk: int, code: str) -> HttpResponse:
    return _rows(request, person_for(request.user, pk), code)


def _rows(request: Request, whose: Whose, code: str) -> HttpResponse:
    """Of now, or with `?then=1` of a quarter ago."""
    measure, money = _measure(code), may(request.user, Action.VIEW_MONEY)
    if measure.unit is Unit.MONEY and not money:
        raise Http404
    behind = rows_behind(
        whose.scope, whose.subject, code, request.user, before="then" in request.GET, most=_MOST
    )
    if behind is None:
        raise Http404
    kept = behind.kept
    context = {
        "whose": whose,
        "measure": measure,
        "since": year_to(kept.counted_on)[0],
        "day": kept.counted_on,
        "number": number_text(measure, kept.number, kept.unknown),
        "today": number_text(measure, behind.number) if behind.has_moved else "",
        "rows": behind.rows,
        "more": behind.based_on > len(behind.rows),
        "based_on": behind.based_on,
        # A share of income is made of sums.
        "adds": money or measure.unit is Unit.COUNT,
        "others": [
            (
                one,
                rows_address(whose.scope, one.pk, code),
                number_text(measure, one.value.number, one.value.unknown),
            )
            for one in others(whose.scope, code, request.user)
            if one.value
        ],
    }
    return render(request, "office/scorecards/rows.html", context)


def _measure(code: str) -> Measure:
    found = next((one for one in measures() if one.code == code), None)
    if found is None:
        raise Http404
    return found
