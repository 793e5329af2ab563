"""The addresses that are asked for, by kind of page; each kind in many shapes, so that nothing is measured twice."""

from collections.abc import Mapping
from random import Random

from bench.web.company import PEOPLE

_SORTS = ("-points", "points", "-revenue", "-ordered", "contact", "-overdue", "-debt", "since", "industry")
_FILTERS = (
    "group=reward",
    "group=manage",
    "group=fire",
    "stage=slipping",
    "stage=lost",
    "loyalty=partnership",
    "loyalty=loyalty&group=reward",
    "regular=1",
    "debt=1",
    "kind=person",
    "key=1",
    "segment=1",
    "signal=orders_shrink",
    "group=manage&stage=regular&owner={owner}",
    "owner={owner}",
    "owner={owner}",
)
_WORDS = (
    "ветер",
    "северный 12",
    "петрова",
    "каменный",
    "мост 5",
    "анна",
    "office77",
    "тихая гавань",
    "{n}",
    "C0{n}",
)
#: the pages that the bars speak of; the rest is measured beside them
BARRED = ("first page", "filtered", "sorted", "deep page", "search", "card", "Today")


def pages(clients: int, seed: int = 5, shapes: int = 60) -> Mapping[str, list[str]]:
    """Kind of page -> addresses."""
    dice = Random(seed)
    deepest = clients // 50

    def some(forms: tuple[str, ...]) -> list[str]:
        return [
            dice.choice(forms).format(owner=dice.randrange(2, PEOPLE + 2), n=dice.randrange(100, 999))
            for _shape in range(shapes)
        ]

    return {
        "first page": ["/clients/"],
        "filtered": [f"/clients/?{one}" for one in some(_FILTERS)],
        "sorted": [f"/clients/?sort={one}" for one in some(_SORTS)],
        "deep page": [
            f"/clients/?page={dice.randrange(2, deepest + 1)}{dice.choice(('', '', '&sort=-points', '&sort=-revenue'))}"
            for _shape in range(shapes)
        ],
        "search": [f"/clients/?q={one}" for one in some(_WORDS)],
        "card": [f"/clients/{dice.randrange(1, clients + 1)}/" for _shape in range(shapes)],
        "Today": ["/"],
        "filtered and sorted": [f"/clients/?{one}&sort={dice.choice(_SORTS)}" for one in some(_FILTERS)],
        "search everywhere": [f"/search/?q={one}" for one in some(_WORDS)],
        "signals": ["/signals/all/", "/signals/all/?sort=-severity", "/signals/all/?area=dependence"],
        "map": ["/map/"],
        "board": ["/board/", "/board/?by=stage"],
        "portfolio": ["/portfolio/"],
    }
