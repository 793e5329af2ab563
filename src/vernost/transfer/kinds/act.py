from django.utils.translation import gettext_lazy as _

from vernost.core.actions.records import change_records
from vernost.engine.tables import Column, TableSpec
from vernost.transfer.kinds.kind import Choices, Kind
from vernost.voice.enums import ActKind
from vernost.voice.models import Act

ACTS = Kind(
    name="acts",
    label=_("Acts of clients"),
    spec=TableSpec(
        "acts",
        "Single acts that say more than orders do.",
        (
            Column("client_id", "id", "the client", required=True),
            Column("on", "date", "day", required=True),
            Column("kind", "text", "what the client did", required=True),
            Column("note", "text", "note"),
        ),
    ),
    model=Act,
    fields={"on": "happened_on", "kind": "kind", "note": "note"},
    change=change_records,
    choices={"kind": Choices("codes", ActKind.choices)},
    content=("happened_on", "kind", "note"),
    day="happened_on",
    names={"note": "note, comment, комментарий, примечание, заметка"},
)
