"""Who answers for personal data in the demo company, and who opened whose card in the last days."""

from datetime import timedelta

from vernost.cli.demo.made import Making
from vernost.clients.models import Client
from vernost.core.actions.privacy import note_opening, set_privacy

_DAYS, _A_DAY = 10, 4


def make_privacy(making: Making) -> None:
    staff, clients = list(making.staff.values()), list(making.clients.values())
    set_privacy(
        operator=making.company.name,
        address="",
        responsible=making.director.name,
        contact=making.director.email,
        months={"accesses": 36, "import_files": 6, "archives": 1, "people_who_left": None},
        **making.given,
    )
    for day in range(_DAYS, 0, -1):
        for _ in range(_A_DAY):
            at = making.at - timedelta(days=day, minutes=making.dice.randrange(300))
            note_opening(
                by=making.dice.choice(staff),
                kind=Client._meta.label_lower,
                object_id=making.dice.choice(clients).pk,
                on=at.date(),
                at=at,
            )
