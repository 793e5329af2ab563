"""What a number of a scorecard was made from, and the numbers of the others that it is compared with."""

from dataclasses import dataclass
from decimal import Decimal

from vernost.core.models import User
from vernost.programmes.enums import GoalScope
from vernost.programmes.measures.measure import measure_of
from vernost.programmes.models import MonthlyValue
from vernost.programmes.queries.counted_rows import CountedRow, as_kept, in_words
from vernost.programmes.queries.monthly_value import value_on, values_in
from vernost.programmes.queries.scorecard import BACK, people_visible_to, teams_visible_to

# Who sees a part of the clients still finds his own among the latest of all.
_MOST_READ = 1_000


@dataclass(frozen=True)
class Behind:
    """`kept` is the number on the scorecard; the `rows` are counted anew for its day, and make `number` today."""

    kept: MonthlyValue
    number: Decimal | None
    based_on: int
    rows: list[CountedRow]

    @property
    def has_moved(self) -> bool:
        """Something of that time was written down, or a client passed to another, since it was counted."""
        moved: bool = self.number != self.kept.number
        return moved


def rows_behind(
    scope: str, subject: int, measure: str, user: User, *, before: bool, most: int
) -> Behind | None:
    """Of the number of now, or with `before` of that of a quarter ago; None where nothing was counted."""
    kept = _kept(scope, subject, measure, before=before)
    if kept is None:
        return None
    value = value_on(measure, scope, subject, kept.counted_on)
    shown = in_words(as_kept(value.rows(_MOST_READ)), measure_of(measure), user, most)
    # Kept numbers have two places.
    number = None if value.number is None else round(value.number, 2)
    return Behind(kept, number, value.based_on, shown)


def _kept(scope: str, subject: int, measure: str, *, before: bool) -> MonthlyValue | None:
    own = MonthlyValue.objects.filter(scope=scope, subject=subject)
    if not before:
        return own.filter(measure=measure).order_by("-month_on").first()
    last = own.order_by("-month_on").first()
    return last and values_in(last.counted_on - BACK, [scope], [measure]).get((scope, subject, measure))


@dataclass(frozen=True)
class Other:
    """`team` is the name of a person's team; nothing for a team."""

    pk: int
    name: str
    team: str
    value: MonthlyValue | None


def others(scope: str, measure: str, user: User) -> list[Other]:
    """The latest numbers of those with whom `scope` is compared, as far as `user` may see them, by name."""
    if scope == GoalScope.PERSON:
        people = people_visible_to(user).select_related("team")
        found = [(one.pk, one.name, one.team.name if one.team else "") for one in people]
    elif scope == GoalScope.TEAM:
        found = [(one.pk, one.name, "") for one in teams_visible_to(user)]
    else:
        return []
    rows = MonthlyValue.objects.filter(scope=scope, measure=measure, subject__in=[pk for pk, *_rest in found])
    last = {one.subject: one for one in rows.order_by("month_on")}
    return [Other(pk, name, team, last.get(pk)) for pk, name, team in found]
