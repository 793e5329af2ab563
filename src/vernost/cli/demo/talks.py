"""What was said between the demo's company and its clients: contacts, ratings, complaints, acts."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.utils.timezone import make_aware

from vernost.cli.demo.made import Making, Row
from vernost.voice.actions.interaction import note_last_contacts
from vernost.voice.enums import ActKind, Channel, Direction, Measure, Outcome
from vernost.voice.models import Act, Complaint, Interaction, Rating

_BAD, _GOOD = -1, 2


def make_interactions(making: Making) -> None:
    making.save(_interaction(making, row) for row in making.rows("interactions"))
    note_last_contacts(client_ids=[client.pk for client in making.clients.values()])


def _interaction(making: Making, row: Row) -> Interaction:
    happened_at = _moment(making, row["at"])
    answered_at = _moment(making, row["answered_at"]) if row["answered_at"] else None
    return Interaction(
        client=making.clients[row["client_id"]],
        contact=making.dice.choice(making.contacts[row["client_id"]]),
        person=making.staff.get(row["person"]),
        at=happened_at,
        direction=Direction(row["direction"]),
        kind=row["kind"],
        channel=Channel(row["channel"].replace(" ", "_")) if row["channel"] else "",
        outcome=Outcome(row["outcome"]) if row["outcome"] else "",
        answered_at=max(answered_at, happened_at + timedelta(minutes=30)) if answered_at else None,
        mood=row["mood"],
        minutes=row["minutes"] and int(row["minutes"]),
        free_of_charge=bool(row["free_of_charge"]),
        note=_note(making, row["kind"], row["mood"]),
        is_sample=True,
    )


def _note(making: Making, kind: str, mood: int | None) -> str:
    """A sentence on what it was about, and on the mood where that was remarkable."""
    said = making.dice.choice(making.words.notes[kind])
    if mood is not None and mood <= _BAD:
        return f"{said} {making.dice.choice(making.words.bad_notes)}"
    if mood is not None and mood >= _GOOD:
        return f"{said} {making.dice.choice(making.words.good_notes)}"
    return said


def make_voice(making: Making) -> None:
    dice, words = making.dice, making.words
    making.save(
        Rating(
            client=making.clients[row["client_id"]],
            contact=dice.choice(making.contacts[row["client_id"]]),
            rated_on=row["at"],
            measure=Measure(row["measure"]),
            value=Decimal(row["value"]),
            note=dice.choice(("", "", *words.rating_notes)),
            is_sample=True,
        )
        for row in making.rows("ratings")
    )
    making.save(
        Complaint(
            client=making.clients[row["client_id"]],
            contact=dice.choice(making.contacts[row["client_id"]]),
            responsible=making.clients[row["client_id"]].owner,
            number=str(number),
            opened_on=row["opened_on"],
            closed_on=row["closed_on"],
            subject=dice.choice(making.company.complaints),
            justified=row["justified"],
            satisfied_after=row["satisfied_after"],
            cost=making.sum_or_none(row["cost"]),
            value=making.sum_or_none(row["value"]),
            currency=words.currency,
            is_sample=True,
        )
        for number, row in enumerate(making.rows("complaints"), start=1)
    )
    making.save(
        Act(
            client=making.clients[row["client_id"]],
            happened_on=row["on"],
            kind=ActKind(row["kind"]),
            note=words.acts[row["kind"]],
            is_sample=True,
        )
        for row in making.rows("acts")
    )


def _moment(making: Making, day: date) -> datetime:
    """A time of the working day, never later than the moment at which the demo is made."""
    worked = time(making.dice.randrange(9, 18), making.dice.randrange(0, 60, 5))
    return min(make_aware(datetime.combine(day, worked)), making.at - timedelta(hours=1))
