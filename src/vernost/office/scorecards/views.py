"""The list of scorecards that a person may see, and one of them."""

from datetime import timedelta
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from vernost.core.access import Action
from vernost.core.clock import today
from vernost.office.scorecards.sheets import line_sheet, places_sheet, results_sheet
from vernost.office.scorecards.whose import Whose, company, person_for, team_for
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request
from vernost.programmes.enums import GoalScope
from vernost.programmes.queries.scorecard import (
    ideas_given,
    people_visible_to,
    results,
    scorecard,
    teams_visible_to,
)
from vernost.ui.sheets import show_sheets

_YEAR = timedelta(days=364)


@require_GET
@demand(Action.VIEW_SCORECARD)
def scorecards(request: Request) -> HttpResponse:
    user = request.user
    context = {
        "people": people_visible_to(user).select_related("team"),
        "teams": teams_visible_to(user),
        "company": may(user, Action.VIEW_COMPANY),
        "may_choose": may(user, Action.CHANGE_SETTINGS),
    }
    return render(request, "office/scorecards/list.html", context)


@require_GET
@demand(Action.VIEW_COMPANY)
def company_card(request: Request) -> HttpResponseBase:
    return _show(request, company())


@require_GET
@demand(Action.VIEW_SCORECARD)
def team_card(request: Request, pk: int) -> HttpResponseBase:
    return _show(request, team_for(request.user, pk))


@require_GET
@demand(Action.VIEW_SCORECARD)
def person_card(request: Request, pk: int) -> HttpResponseBase:
    return _show(request, person_for(request.user, pk))


def _show(request: Request, whose: Whose) -> HttpResponseBase:
    card = scorecard(whose.scope, whose.subject, whose.team)
    money = may(request.user, Action.VIEW_MONEY)
    sheets = [
        line_sheet(card, whose.scope, whose.subject, money=money),
        *places_sheet(whose.scope, whose.subject),
    ]
    if whose.scope == GoalScope.COMPANY:
        sheets.append(results_sheet(results(), money=money))
    day = today()
    authors = ideas_given(whose.people, day - _YEAR, day)
    asked = [("since_from", (day - _YEAR).isoformat()), *(("author", pk) for pk in authors)]
    context = {
        "title": whose.title,
        "card": card,
        "ideas": sum(authors.values()),
        "ideas_url": f"{reverse('ideas')}?{urlencode(asked)}",
    }
    may_export = may(request.user, Action.EXPORT)
    return show_sheets(request, "office/scorecards/card.html", sheets, may_export=may_export, context=context)
