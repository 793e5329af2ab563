from vernost.programmes.models.goal import Goal
from vernost.programmes.models.goal_note import GoalNote
from vernost.programmes.models.goal_rows import GoalRows
from vernost.programmes.models.idea import Idea, IdeaVote
from vernost.programmes.models.kpi import Kpi, Reading
from vernost.programmes.models.monthly_value import MonthlyValue
from vernost.programmes.models.plan import Aim, Plan
from vernost.programmes.models.plan_action import PlanAction
from vernost.programmes.models.plan_review import PlanReview
from vernost.programmes.models.plan_template import PlanTemplate
from vernost.programmes.models.remark import Remark
from vernost.programmes.models.scorecard_measure import ScorecardMeasure
from vernost.programmes.models.working_group import Membership, WorkingGroup

__all__ = [
    "Aim",
    "Goal",
    "GoalNote",
    "GoalRows",
    "Idea",
    "IdeaVote",
    "Kpi",
    "Membership",
    "MonthlyValue",
    "Plan",
    "PlanAction",
    "PlanReview",
    "PlanTemplate",
    "Reading",
    "Remark",
    "ScorecardMeasure",
    "WorkingGroup",
]
