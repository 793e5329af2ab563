from vernost.voice.models.act import Act
from vernost.voice.models.complaint import Complaint
from vernost.voice.models.correspondence import Correspondence
from vernost.voice.models.interaction import Interaction
from vernost.voice.models.letter_sharing import LetterSharing
from vernost.voice.models.rating import Rating

__all__ = ["Act", "Complaint", "Correspondence", "Interaction", "LetterSharing", "Rating"]
