"""What is held about people in what was said."""

from vernost.core.personal import Holding, holds
from vernost.voice.models import Act, Complaint, Interaction, Rating

holds(Holding(Interaction, texts={"note": ""}, by_contact="contact"))
holds(Holding(Complaint, texts={"number": "", "subject": ""}, by_contact="contact"))
holds(Holding(Rating, texts={"note": ""}, by_contact="contact"))
holds(Holding(Act, texts={"note": ""}))
