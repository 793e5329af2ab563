"""What is held about people in what was decided on them."""

from vernost.assessment.models import Breach, Decision
from vernost.core.personal import Holding, holds

holds(Holding(Breach, texts={"object_name": "–", "why": "–"}))
holds(Holding(Decision, texts={"reason": ""}))
