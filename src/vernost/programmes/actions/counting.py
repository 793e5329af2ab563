"""Everything that goals and scorecards keep, counted for a day."""

from datetime import date

from vernost.core.jobs.progress import report_progress
from vernost.programmes.actions.goal_count import count_goals
from vernost.programmes.actions.monthly_value import count_values
from vernost.programmes.enums import GoalScope
from vernost.programmes.queries.goal import open_goals
from vernost.programmes.queries.scorecard import all_subjects, chosen_measures, days_to_count
from vernost.programmes.scorecard import RESULTS


def count_everything(*, on: date) -> int:
    """Numbers of open goals, and of the scorecards of everybody who has clients. Cut off in the middle, the next
    counting goes on: each number is a row of its own. Returns how many there are.
    """
    goals, subjects, codes = list(open_goals()), all_subjects(), chosen_measures()
    total, count = len(goals) + len(subjects), 0
    for done, goal in enumerate(goals):
        report_progress(done, total, "goals")
        count += count_goals(goals=[goal], on=on)
    days = days_to_count(on)
    for done, (scope, subject) in enumerate(subjects, len(goals)):
        report_progress(done, total, "scorecards")
        lines = [*codes, *RESULTS] if scope == GoalScope.COMPANY else codes
        count += len(count_values(wanted=[(scope, subject, code) for code in lines], days=days))
    return count
