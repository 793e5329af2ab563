from vernost.voice.models.act import Act
from vernost.voice.models.complaint import Complaint
from vernost.voice.models.interaction import Interaction
from vernost.voice.models.rating import Rating

__all__ = ["Act", "Complaint", "Interaction", "Rating"]
