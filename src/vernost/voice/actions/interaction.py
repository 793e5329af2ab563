from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.db.models import Max, OuterRef, Subquery

from vernost.clients.models import Client, Contact
from vernost.core.actions.record import change_record, create_record, remove_record
from vernost.core.actions.records import change_records
from vernost.core.actions.rows import create_rows
from vernost.core.enums import Face
from vernost.core.gates import Override
from vernost.core.models import User
from vernost.voice.enums import Channel, Direction, Outcome
from vernost.voice.gates import FREE_WORK
from vernost.voice.listeners import tell_of_contacts
from vernost.voice.models import Interaction


class InteractionFields(TypedDict, total=False):
    contact: Contact | None
    person: User | None
    direction: Direction
    kind: str
    channel: Channel | str
    outcome: Outcome | str
    answered_at: datetime | None
    mood: int | None
    minutes: int | None
    free_of_charge: bool
    note: str
    is_sample: bool


def log_interaction(
    *,
    client: Client,
    happened_at: datetime,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    override: Override | None = None,
    **fields: Unpack[InteractionFields],
) -> Interaction:
    """Writes down a contact that took place at `happened_at`; the client's last contact moves with it. GateRefused when
    it was work for nothing beyond what the client may get.
    """
    interaction = Interaction(client=client, at=happened_at, **fields)
    with transaction.atomic():
        create_record(record=interaction, by=by, at=at, face=face, run=run)
        if interaction.free_of_charge:
            FREE_WORK.ask(interaction, override=override, by=by, at=at, face=face, run=run)
        note_last_contact(client=client)
        tell_of_contacts([client.pk], at)
    return interaction


def change_interaction(
    *,
    interaction: Interaction,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    happened_at: datetime | None = None,
    standing: Mapping[str, Any] | None = None,
    **fields: Unpack[InteractionFields],
) -> Interaction:
    """The client's last contact moves with it, when it took place at another time. ChangedMeanwhile when another value
    stands there than in `standing`.
    """
    moved = {} if happened_at is None else {"at": happened_at}
    with transaction.atomic():
        change_record(
            record=interaction,
            values={**fields, **moved},
            by=by,
            at=at,
            face=face,
            run=run,
            standing=standing,
        )
        if moved:
            note_last_contact(client=interaction.client)
        tell_of_contacts([interaction.client_id], at)
    return interaction


def remove_interaction(
    *, interaction: Interaction, by: User, at: datetime, face: Face, run: str = ""
) -> Interaction:
    with transaction.atomic():
        remove_record(record=interaction, by=by, at=at, face=face, run=run)
        note_last_contact(client=interaction.client)
        tell_of_contacts([interaction.client_id], at)
    return interaction


def log_interactions(
    *, model: type[Interaction] = Interaction, values: Mapping[str, Sequence[Any]]
) -> list[int]:
    """Writes down many contacts at once, as `create_rows`. IntegrityError when one is impossible."""
    with transaction.atomic():
        numbers = create_rows(model=model, values=values)
        note_last_contacts(client_ids=sorted(set(values["client_id"])))
    return numbers


def change_interactions(
    *,
    changes: Sequence[tuple[Interaction, Mapping[str, Any]]],
    by: User | None,
    at: datetime,
    face: Face,
    run: str,
) -> None:
    with transaction.atomic():
        change_records(changes=changes, by=by, at=at, face=face, run=run)
        client_ids = sorted({interaction.client_id for interaction, _values in changes})
        bring_contacts_in_line(client_ids=client_ids, at=at)


def bring_contacts_in_line(*, client_ids: list[int], at: datetime) -> None:
    """After contacts with these clients were changed or taken away in bulk."""
    note_last_contacts(client_ids=client_ids)
    tell_of_contacts(client_ids, at)


def note_last_contact(*, client: Client) -> None:
    """Brings the client's `last_contact_at` in line with its interactions."""
    last = Interaction.objects.filter(client=client, deleted_at=None).aggregate(last=Max("at"))["last"]
    client.last_contact_at = last
    client.save(update_fields=["last_contact_at"])


def note_last_contacts(*, client_ids: list[int]) -> None:
    """The same for many clients at once, after interactions were written in bulk."""
    kept = Interaction.objects.filter(client=OuterRef("pk"), deleted_at=None).order_by("-at", "-id")
    Client.objects.filter(pk__in=client_ids).update(last_contact_at=Subquery(kept.values("at")[:1]))
