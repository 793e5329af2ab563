"""The rows of a goal's number as its page shows them, from what was kept when it was counted."""

from vernost.core.models import User
from vernost.programmes.measures.measure import measure_of
from vernost.programmes.models import Goal, GoalRows
from vernost.programmes.queries.counted_rows import CountedRow, in_words


def rows_of_goal(goal: Goal, user: User, most: int) -> tuple[list[CountedRow], int]:
    """The latest `most` rows of clients whom `user` sees, among those that were kept, and how many rows the number was
    made from. What is gone since is left out.
    """
    kept = GoalRows.objects.filter(goal=goal).first()
    if kept is None:
        return [], 0
    return in_words(kept.rows, measure_of(goal.measure), user, most), kept.based_on
