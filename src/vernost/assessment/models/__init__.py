from vernost.assessment.models.backtest import BackTest, BackTestSignal
from vernost.assessment.models.breach import Breach
from vernost.assessment.models.case import Case
from vernost.assessment.models.case_evidence import CaseEvidence
from vernost.assessment.models.client_assessment import ClientAssessment
from vernost.assessment.models.client_effort import ClientEffort
from vernost.assessment.models.decision import Decision
from vernost.assessment.models.dependence_plan import DependencePlan
from vernost.assessment.models.expectation import Expectation
from vernost.assessment.models.loyalty_factor import FactorMark, LoyaltyFactor
from vernost.assessment.models.playbook import Playbook, PlaybookStep
from vernost.assessment.models.policy import Policy
from vernost.assessment.models.question import Question
from vernost.assessment.models.review import Review, ReviewItem
from vernost.assessment.models.run import Run
from vernost.assessment.models.signal import Signal
from vernost.assessment.models.standing import Standing
from vernost.assessment.models.tally import Tally
from vernost.assessment.models.task import Task

__all__ = [
    "BackTest",
    "BackTestSignal",
    "Breach",
    "Case",
    "CaseEvidence",
    "ClientAssessment",
    "ClientEffort",
    "Decision",
    "DependencePlan",
    "Expectation",
    "FactorMark",
    "LoyaltyFactor",
    "Playbook",
    "PlaybookStep",
    "Policy",
    "Question",
    "Review",
    "ReviewItem",
    "Run",
    "Signal",
    "Standing",
    "Tally",
    "Task",
]
