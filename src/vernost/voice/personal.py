"""What is held about people in what was said."""

from vernost.channels.models import IncomingLetter
from vernost.core.personal import Holding, holds
from vernost.voice.models import Act, Complaint, Interaction, Rating

_OF_LETTER = (
    "party", "sender", "sender_name", "receivers", "copies", "subject", "text", "attachments", "answers_to",
)  # fmt: skip

holds(Holding(Interaction, texts={"note": ""}, by_contact="contact"))
holds(Holding(Complaint, texts={"number": "", "subject": ""}, by_contact="contact"))
holds(Holding(Rating, texts={"note": ""}, by_contact="contact"))
holds(Holding(Act, texts={"note": ""}))
# A letter to several clients goes with the first of them who is erased.
holds(
    Holding(
        IncomingLetter,
        texts=dict.fromkeys(_OF_LETTER, "–"),
        by_client="correspondences__client",
        by_contact="correspondences__contact",
    )
)
