"""What is held about people in ideas and plans."""

from vernost.core.personal import Holding, holds
from vernost.programmes.models import Aim, Idea, Plan, PlanAction, PlanReview, Remark

holds(Holding(Idea, texts={"title": "–", "text": "", "answer": "–", "effect": "–"}))
holds(Holding(Remark, texts={"text": "–"}, by_client="idea__client"))
holds(Holding(Plan, texts={"name": "–", "risks": "", "outcome": "–"}))
holds(Holding(Aim, texts={"text": "–", "why": "–"}, by_client="plan__client"))
holds(Holding(PlanAction, texts={"what": "–", "note": "–"}, by_contact="contact"))
holds(Holding(PlanReview, texts={"reached": "–", "decided": "–"}, by_client="plan__client"))
