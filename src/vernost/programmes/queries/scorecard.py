"""Whose scorecards there are, and what stands on them; read from stored values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Count, QuerySet

from vernost.assessment.models import ClientAssessment
from vernost.assessment.queries.run import latest_run
from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import Team, User
from vernost.programmes.enums import GoalScope
from vernost.programmes.measures.measure import Measure, measure_of, measures
from vernost.programmes.models import Idea, MonthlyValue, ScorecardMeasure
from vernost.programmes.queries.monthly_value import clients_of, month_ends, values_in
from vernost.programmes.scorecard import RESULTS, SHIPPED

# Scorecards are compared with the month so long ago.
BACK = timedelta(days=91)
SCOPES = (GoalScope.COMPANY, GoalScope.TEAM, GoalScope.PERSON)


def chosen_measures() -> list[str]:
    """The company's own lines, or the shipped ones; those that nobody declares any more are left out."""
    own = ScorecardMeasure.objects.filter(deleted_at=None).order_by("place", "pk")
    known = {one.code for one in measures()}
    return [code for code in (list(own.values_list("measure", flat=True)) or SHIPPED) if code in known]


def scored_people() -> QuerySet[User]:
    """Who has clients and may log in, by name."""
    owning = User.objects.filter(is_active=True, clients__deleted_at=None, clients__isnull=False)
    return owning.distinct().order_by("name")


def people_visible_to(user: User) -> QuerySet[User]:
    """Himself; a head his team; a director everybody."""
    match scope_of(user, Action.VIEW_SCORECARD):
        case Scope.ALL:
            return scored_people()
        case Scope.TEAM if user.team_id:
            return scored_people().filter(team_id=user.team_id)
        case Scope.NONE:
            return scored_people().none()
        case _:
            return scored_people().filter(pk=user.pk)


def teams_visible_to(user: User) -> QuerySet[Team]:
    teams = Team.objects.order_by("name")
    match scope_of(user, Action.VIEW_SCORECARD):
        case Scope.ALL:
            return teams
        case Scope.TEAM:
            return teams.filter(pk=user.team_id or 0)
        case _:
            return teams.none()


def all_subjects() -> list[tuple[str, int]]:
    """Of whom scorecards are counted every night."""
    people = [(GoalScope.PERSON.value, pk) for pk in scored_people().values_list("pk", flat=True)]
    teams = [(GoalScope.TEAM.value, pk) for pk in Team.objects.order_by("pk").values_list("pk", flat=True)]
    return [(GoalScope.COMPANY.value, 0), *teams, *people]


@dataclass(frozen=True)
class Line:
    """`peers` is the mean of the people of the same team (of the teams, for a team), `company` of all people. None
    where nothing was counted.
    """

    measure: Measure
    now: MonthlyValue | None
    before: MonthlyValue | None
    peers: Decimal | None
    company: Decimal | None

    @property
    def change(self) -> Decimal | None:
        if self.now is None or self.before is None or self.now.number is None or self.before.number is None:
            return None
        change: Decimal = self.now.number - self.before.number
        return change


@dataclass(frozen=True)
class Scorecard:
    lines: list[Line]
    counted_on: date | None
    before_on: date | None


def scorecard(scope: str, subject: int, team: int | None) -> Scorecard:
    """Of one subject; `team` is that of the person, with whose people he is compared."""
    last = MonthlyValue.objects.filter(scope=scope, subject=subject).order_by("-month_on").first()
    if last is None:
        return Scorecard([], None, None)
    codes = chosen_measures()
    now = values_in(last.month_on, SCOPES, codes)
    before = values_in(last.counted_on - BACK, [scope], codes)
    everybody = list(scored_people().values_list("pk", "team_id"))
    people = [pk for pk, _team in everybody]
    mates = [pk for pk, own in everybody if team is not None and own == team]
    teams = list(Team.objects.values_list("pk", flat=True))
    lines = []
    for code in codes:

        def mean(of: str, numbers: Iterable[int], code: str = code) -> Decimal | None:
            held = (now.get((of, pk, code)) for pk in numbers)
            found: list[Decimal] = [one.number for one in held if one is not None and one.number is not None]
            return sum(found, Decimal()) / len(found) if found else None

        lines.append(
            Line(
                measure_of(code),
                now.get((scope, subject, code)),
                before.get((scope, subject, code)),
                mean(GoalScope.PERSON, mates) if scope == GoalScope.PERSON else mean(GoalScope.TEAM, teams),
                mean(GoalScope.PERSON, people),
            )
        )
    earlier = next((line.before.counted_on for line in lines if line.before is not None), None)
    return Scorecard(lines, last.counted_on, earlier)


def places(scope: str, subject: int) -> dict[str, dict[str, int]]:
    """Clients by `group` and by `stage`, as in force; of the company as the last assessment counted them. Empty before
    the first one.
    """
    run = latest_run()
    if run is None:
        return {}
    if scope == GoalScope.COMPANY:
        return {of: {one[of]: one["clients"] for one in run.company[f"{of}s"]} for of in ("group", "stage")}
    rows = ClientAssessment.objects.filter(client__in=clients_of(scope, subject)).order_by()
    return {of: dict(rows.values_list(f"{of}_in_force").annotate(n=Count("pk"))) for of in ("group", "stage")}


def results() -> list[tuple[Measure, MonthlyValue | None]]:
    """What the whole system brings, as it was counted last."""
    rows = MonthlyValue.objects.filter(scope=GoalScope.COMPANY, subject=0, measure__in=RESULTS)
    last = {one.measure: one for one in rows.order_by("month_on")}
    return [(measure_of(code), last.get(code)) for code in RESULTS]


def days_to_count(on: date) -> list[date]:
    """The end of the month that lies a quarter back, for the comparison, and the day itself."""
    return [month_ends(on - BACK, on)[0], on]


def ideas_given(people: QuerySet[User], since: date, until: date) -> dict[int, int]:
    """How many by whom; who gave one without his name, gave it to nobody's account."""
    ideas = Idea.objects.filter(author__in=people, deleted_at=None, created_at__date__range=(since, until))
    return dict(ideas.order_by("author").values_list("author").annotate(Count("pk")))
