"""Pairs of clients that may be one: the same tax id, the same e-mail, names alike."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from django.db.models import Count, QuerySet

from vernost.clients.models import Client
from vernost.core.search.stems import stem, words_of

type Likeness = Literal["tax_id", "email", "name"]
# What tells a company's legal form and not its name.
_FORMS = {
    "ооо",
    "ао",
    "зао",
    "пао",
    "ип",
    "тд",
    "гк",
    "ltd",
    "llc",
    "plc",
    "inc",
    "gmbh",
    "co",
    "group",
    "the",
}


@dataclass(frozen=True)
class Pair:
    """`first` is the older record; `by` tells in what the two are alike."""

    first: Client
    second: Client
    by: Likeness


def likely_pairs(clients: QuerySet[Client], *, limit: int) -> list[Pair]:
    """At most `limit` pairs among `clients`, the surest first; none twice."""
    groups: list[tuple[Likeness, list[int]]] = []
    for column in ("tax_id", "email"):
        groups += [(column, ids) for ids in _same(clients, column)]
    groups += [("name", ids) for ids in _alike(clients.values_list("pk", "name", "tax_id"))]
    numbered: dict[tuple[int, int], Likeness] = {}
    for by, ids in groups:
        for pair in pairwise(ids):
            numbered.setdefault(pair, by)
    chosen = list(numbered.items())[:limit]
    records = clients.select_related("owner").in_bulk({pk for pair, _by in chosen for pk in pair})
    return [Pair(records[first], records[second], by) for (first, second), by in chosen]


def name_key(name: str) -> str:
    """Alike for names that differ in order, endings, signs, case or legal form."""
    words = [stem(word) for word in words_of(name) if word not in _FORMS]
    return " ".join(sorted(words))


def _same(clients: QuerySet[Client], column: str) -> Iterable[list[int]]:
    rows = clients.exclude(**{column: ""}).order_by()
    doubled = (
        rows.values(column).annotate(count=Count("pk")).filter(count__gt=1).values_list(column, flat=True)
    )
    found: dict[str, list[int]] = defaultdict(list)
    for value, pk in rows.filter(**{f"{column}__in": list(doubled[:500])}).values_list(column, "pk"):
        found[value].append(pk)
    return [sorted(ids) for ids in found.values()]


def _alike(names: Iterable[tuple[int, str, str]]) -> Iterable[list[int]]:
    """Neighbours of one name; two tax ids are two companies, however alike they are called."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for pk, name, tax_id in names:
        key = name_key(name)
        if key:
            found[key].append((pk, tax_id))
    for group in found.values():
        for (first, one), (second, other) in pairwise(sorted(group)):
            if one == other or not (one and other):
                yield [first, second]
