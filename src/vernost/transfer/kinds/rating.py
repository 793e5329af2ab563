from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Contact
from vernost.core.actions.records import change_records
from vernost.engine.tables import Column, TableSpec
from vernost.transfer.kinds.kind import Choices, Kind
from vernost.voice.enums import Measure
from vernost.voice.models import Rating

RATINGS = Kind(
    name="ratings",
    label=_("Ratings"),
    spec=TableSpec(
        "ratings",
        "Marks that clients gave us.",
        (
            Column("client_id", "id", "the client", required=True),
            Column("at", "date", "day", required=True),
            Column("measure", "text", "what is rated", required=True),
            Column("value", "number", "the mark", required=True, least=0, most=10),
            Column("contact", "text", "who rated"),
            Column("note", "text", "in his own words"),
        ),
    ),
    model=Rating,
    fields={
        "at": "rated_on",
        "measure": "measure",
        "value": "value",
        "contact": "contact_id",
        "note": "note",
    },
    change=change_records,
    choices={"measure": Choices("codes", Measure.choices)},
    lookups={"contact": (Contact, "name")},
    content=("rated_on", "measure", "value", "contact_id"),
    day="rated_on",
    names={
        "note": "note, comment, comments, words, комментарий, отзыв, пояснение",
        "contact": "contact, contact person, respondent, who rated, контакт, кто оценил, респондент",
    },
)
