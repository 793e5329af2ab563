"""What is held about people in what was decided on them and done about it."""

from vernost.assessment.models import (
    Breach,
    Case,
    Decision,
    DependencePlan,
    Expectation,
    FactorMark,
    ReviewItem,
    Task,
)
from vernost.core.personal import Holding, holds

holds(Holding(Breach, texts={"object_name": "–", "why": "–"}))
holds(Holding(Decision, texts={"reason": "–"}))
holds(Holding(Case, texts={"title": "–", "snooze_reason": "–", "cause": ""}))
holds(Holding(Task, texts={"title": "–", "advice": "", "skipped_because": "–"}))
holds(Holding(DependencePlan, texts={"aim": "–", "steps": "–", "outcome": ""}))
holds(Holding(FactorMark, texts={"source": "–", "note": ""}))
holds(Holding(Expectation, texts={"source": "–"}))
holds(Holding(ReviewItem, texts={"note": ""}))
