"""The list of scorecards that a person may see, and one of them."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import QuerySet
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from vernost.core.access import Action
from vernost.core.clock import today
from vernost.core.models import User
from vernost.office.scorecards.sheets import line_sheet, places_sheet, results_sheet
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


@dataclass(frozen=True)
class _Whose:
    scope: GoalScope
    subject: int
    title: str
    people: QuerySet[User]
    team: int | None = None


@require_GET
@demand(Action.VIEW_COMPANY)
def company_card(request: Request) -> HttpResponseBase:
    everybody = User.objects.filter(is_active=True)
    return _show(request, _Whose(GoalScope.COMPANY, 0, _("The whole company"), everybody))


@require_GET
@demand(Action.VIEW_SCORECARD)
def team_card(request: Request, pk: int) -> HttpResponseBase:
    team = teams_visible_to(request.user).filter(pk=pk).first()
    if team is None:
        raise Http404
    people = User.objects.filter(is_active=True, team=team)
    return _show(request, _Whose(GoalScope.TEAM, team.pk, team.name, people))


@require_GET
@demand(Action.VIEW_SCORECARD)
def person_card(request: Request, pk: int) -> HttpResponseBase:
    """One's own, those of one's team for its head, everybody's for a director."""
    person = people_visible_to(request.user).filter(pk=pk).first()
    if person is None:
        raise Http404
    people = User.objects.filter(pk=person.pk)
    return _show(request, _Whose(GoalScope.PERSON, person.pk, person.name, people, person.team_id))


def _show(request: Request, whose: _Whose) -> HttpResponseBase:
    card = scorecard(whose.scope, whose.subject, whose.team)
    money = may(request.user, Action.VIEW_MONEY)
    sheets = [line_sheet(card, whose.scope, money=money), *places_sheet(whose.scope, whose.subject)]
    if whose.scope == GoalScope.COMPANY:
        sheets.append(results_sheet(results(), money=money))
    day = today()
    context = {
        "title": whose.title,
        "card": card,
        "ideas": ideas_given(whose.people, day - _YEAR, day),
        "ideas_url": reverse("ideas"),
    }
    may_export = may(request.user, Action.EXPORT)
    return show_sheets(request, "office/scorecards/card.html", sheets, may_export=may_export, context=context)
