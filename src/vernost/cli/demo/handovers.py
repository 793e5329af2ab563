"""The demo's hand-overs: one under way, half of it taken over, and one that is finished."""

from datetime import date, datetime, timedelta

from vernost.care.actions.handover import begin_handover, finish_handover, take_item
from vernost.clients.models import Client
from vernost.core.enums import Face, Language
from vernost.core.models import User

_WORDS = {
    "en": (
        ("goes on parental leave in spring", "knows this line of business"),
        ("Call on Mondays only; asks for figures first", "Met him together; all is said"),
    ),
    "ru": (
        ("Весной уходит в отпуск по уходу за ребёнком", "Знает эту отрасль"),
        ("Звонить только по понедельникам; сначала спрашивает цифры", "Были вместе; всё рассказано"),
    ),
}


def make_handovers(language: Language, at: datetime, today: date) -> None:
    director = User.objects.order_by("pk").first()
    clients = Client.objects.filter(deleted_at=None, ended_on=None, owner__team__isnull=False)
    if director is None:
        return
    reasons, notes = _WORDS[language]
    chosen = list(clients.select_related("owner").order_by("-strategic", "pk")[2:4])
    for number, client in enumerate(chosen):
        owner = client.owner
        to = (
            User.objects.filter(is_active=True, team=owner.team if owner else None)
            .exclude(pk=client.owner_id or 0)
            .first()
        )
        if to is None:
            continue
        handover = begin_handover(
            client=client, to=to, reason=reasons[number], introduce_on=today + timedelta(days=5), by=director, at=at,
            face=Face.CLI, run=f"demo-hand-over-{number}",
        )  # fmt: skip
        items = list(handover.items.order_by("place"))
        for place, item in enumerate(items if number else items[: len(items) // 2]):
            note = notes[number] if place == 0 else ""
            take_item(item=item, on=today, note=note, by=to, at=at, face=Face.CLI)
        if number:
            finish_handover(handover=handover, note=notes[number], by=to, at=at, face=Face.CLI)
