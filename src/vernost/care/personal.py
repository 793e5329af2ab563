"""What is held about people in what we planned to say to them and what they asked for."""

from vernost.care.models import FirstWords, Touch
from vernost.core.personal import Holding, holds

holds(Holding(Touch, texts={"reason": "–"}, by_contact="contact"))
holds(Holding(FirstWords, texts={"task": "–", "wishes": ""}))
