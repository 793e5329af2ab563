"""What is held about people in ideas."""

from vernost.core.personal import Holding, holds
from vernost.programmes.models import Idea, Remark

holds(Holding(Idea, texts={"title": "–", "text": "", "answer": "–", "effect": "–"}))
holds(Holding(Remark, texts={"text": "–"}, by_client="idea__client"))
