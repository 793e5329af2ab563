from collections.abc import Iterable
from types import ModuleType

from django.db import connection
from django.db.models import BigIntegerField
from django.db.models.expressions import RawSQL

from vernost.core.search import postgresql, sqlite
from vernost.core.search.index import SearchIndex
from vernost.core.search.stems import words_of


def found_in(index: SearchIndex, text: str, *, newest: int | None = None) -> RawSQL | None:
    """Ids of rows of `index` in which every word of `text` occurs in some form or begins a word, for `pk__in`.

    With `newest` of so many at most, the newest first; None when `text` has no words.
    """
    if not words_of(text):
        return None
    query, arguments = _database().found(index, text)
    if newest is not None:
        query = f"SELECT * FROM ({query} LIMIT {newest:d}) AS newest"
    return RawSQL(query, arguments, output_field=BigIntegerField())  # noqa: S611 (our own names, arguments apart)


def keep_in_step(indexes: Iterable[SearchIndex]) -> None:
    """After migrations: makes what is missing; does nothing where nothing is."""
    for index in indexes:
        _database().keep_in_step(connection, index)


def _database() -> ModuleType:
    return sqlite if connection.vendor == "sqlite" else postgresql
