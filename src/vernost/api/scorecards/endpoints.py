from datetime import timedelta

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from ninja import Query

from vernost.api.lookups.schemas import NamedShown
from vernost.api.measures.endpoints import MOST_ROWS, rows_of
from vernost.api.measures.schemas import RowShown
from vernost.api.scorecards.schemas import (
    Behind,
    BehindAsked,
    LineShown,
    MonthlyAsked,
    MonthlyShown,
    ResultShown,
    Scorecards,
    ScorecardShown,
)
from vernost.api.shell.access import found
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal, wrong
from vernost.api.shell.sight import sees_money
from vernost.api.shell.values import Number
from vernost.core.access import Action, Scope, scope_of
from vernost.core.clock import today
from vernost.core.models import User
from vernost.programmes.enums import GoalScope
from vernost.programmes.measures.measure import Measure, Unit, measures, money_measures
from vernost.programmes.models import MonthlyValue
from vernost.programmes.queries.scorecard import (
    Line,
    ideas_given,
    people_visible_to,
    places,
    results,
    scorecard,
    teams_visible_to,
)
from vernost.programmes.queries.scorecard_rows import rows_behind

operations = Operations("care")
_YEAR = timedelta(days=364)


@operations.reads("/scorecards", right=Action.VIEW_SCORECARD, answer=Scorecards)
def list_scorecards(request: Request) -> Scorecards:
    """Whose scorecards the token's owner may see: his own, those of his team, or everybody's."""
    return Scorecards(
        people=[NamedShown.model_validate(one) for one in people_visible_to(request.auth)],
        teams=[NamedShown.model_validate(one) for one in teams_visible_to(request.auth)],
        company=scope_of(request.auth, Action.VIEW_COMPANY) is not Scope.NONE,
    )


@operations.reads("/scorecards/company", right=Action.VIEW_COMPANY, answer=ScorecardShown)
def show_scorecard_of_company(request: Request) -> ScorecardShown:
    """Of the whole company, with what the system brings."""
    return _card(request.auth, GoalScope.COMPANY, 0, User.objects.filter(is_active=True))


@operations.reads("/scorecards/teams/{team_id}", right=Action.VIEW_SCORECARD, answer=ScorecardShown)
def show_scorecard_of_team(request: Request, team_id: Number) -> ScorecardShown:
    """Of a team, compared with the others."""
    team = found(teams_visible_to(request.auth), team_id)
    people = User.objects.filter(is_active=True, team=team)
    return _card(request.auth, GoalScope.TEAM, team.pk, people)


@operations.reads("/scorecards/people/{person_id}", right=Action.VIEW_SCORECARD, answer=ScorecardShown)
def show_scorecard_of_person(request: Request, person_id: Number) -> ScorecardShown:
    """Of one of us, compared with his team and with all."""
    person = found(people_visible_to(request.auth), person_id)
    people = User.objects.filter(pk=person.pk)
    return _card(request.auth, GoalScope.PERSON, person.pk, people, person.team_id)


@operations.reads("/scorecards/company/rows", right=Action.VIEW_COMPANY, answer=Behind)
def list_rows_of_company(request: Request, asked: Query[BehindAsked]) -> Behind:
    """What a number of the company's scorecard is made from, of the clients that the token's owner sees."""
    return _behind(request.auth, GoalScope.COMPANY, 0, asked)


@operations.reads("/scorecards/teams/{team_id}/rows", right=Action.VIEW_SCORECARD, answer=Behind)
def list_rows_of_team(request: Request, team_id: Number, asked: Query[BehindAsked]) -> Behind:
    """What a number of a team's scorecard is made from."""
    team = found(teams_visible_to(request.auth), team_id)
    return _behind(request.auth, GoalScope.TEAM, team.pk, asked)


@operations.reads("/scorecards/people/{person_id}/rows", right=Action.VIEW_SCORECARD, answer=Behind)
def list_rows_of_person(request: Request, person_id: Number, asked: Query[BehindAsked]) -> Behind:
    """What a number of somebody's scorecard is made from."""
    person = found(people_visible_to(request.auth), person_id)
    return _behind(request.auth, GoalScope.PERSON, person.pk, asked)


@operations.reads("/monthly-values", right=Action.VIEW_SCORECARD, answer=Page[MonthlyShown])
def list_monthly_values(request: Request, asked: Query[MonthlyAsked]) -> Page[MonthlyShown]:
    """Every number of the scorecards that the token's owner may see, month by month."""
    rows = narrowed(
        _values_for(request.auth),
        scope=asked.scope,
        subject=asked.subject,
        measure=asked.measure,
        month_on__gte=asked.month_from,
    )
    return page_of(rows, asked, MonthlyShown)


def _values_for(person: User) -> QuerySet[MonthlyValue]:
    seen = Q(scope=GoalScope.PERSON, subject__in=people_visible_to(person).order_by().values("pk"))
    seen |= Q(scope=GoalScope.TEAM, subject__in=teams_visible_to(person).order_by().values("pk"))
    if scope_of(person, Action.VIEW_COMPANY) is not Scope.NONE:
        seen |= Q(scope=GoalScope.COMPANY)
    rows: QuerySet[MonthlyValue] = MonthlyValue.objects.filter(seen)
    return rows if sees_money(person) else rows.exclude(measure__in=money_measures())


def _card(
    person: User, scope: GoalScope, subject: int, people: QuerySet[User], team: int | None = None
) -> ScorecardShown:
    card, counted, day, money = (
        scorecard(scope, subject, team),
        places(scope, subject),
        today(),
        sees_money(person),
    )
    brought = results() if scope is GoalScope.COMPANY else []
    return ScorecardShown(
        counted_on=card.counted_on,
        before_on=card.before_on,
        lines=[_line(line) for line in card.lines if money or not _is_money(line.measure)],
        groups=counted.get("group", {}),
        stages=counted.get("stage", {}),
        results=[_result(*one) for one in brought if money or not _is_money(one[0])],
        ideas=sum(ideas_given(people, day - _YEAR, day).values()),
    )


def _behind(person: User, scope: GoalScope, subject: int, asked: BehindAsked) -> Behind:
    measure = next((one for one in measures() if one.code == asked.measure), None)
    if measure is None or (_is_money(measure) and not sees_money(person)):
        raise wrong("query.measure", _("There is no such measure."))
    made = rows_behind(scope, subject, measure.code, person, before=asked.then, most=MOST_ROWS)
    if made is None:
        raise Refusal(Code.NOT_FOUND)
    rows = rows_of(person, measure, made.based_on, [RowShown.model_validate(row) for row in made.rows])
    return Behind(
        based_on=rows.based_on, items=rows.items, counted_on=made.kept.counted_on, number=made.kept.number,
        unknown=made.kept.unknown, today=made.number,
    )  # fmt: skip


def _is_money(measure: Measure) -> bool:
    return measure.unit is Unit.MONEY


def _line(line: Line) -> LineShown:
    return LineShown(
        measure=line.measure.code,
        now=line.now.number if line.now else None,
        now_unknown=line.now.unknown if line.now else "",
        before=line.before.number if line.before else None,
        change=line.change,
        peers=None if line.peers is None else float(line.peers),
        company=None if line.company is None else float(line.company),
    )


def _result(measure: Measure, value: MonthlyValue | None) -> ResultShown:
    return ResultShown(
        measure=measure.code,
        now=value.number if value else None,
        now_unknown=value.unknown if value else "",
    )
