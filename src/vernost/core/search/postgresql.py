"""An index on an expression, with a configuration of our own: Russian and English stems, no stop words."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from vernost.core.search.index import SearchIndex
from vernost.core.search.stems import words_of

_CONFIGURATION = """
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_ts_config WHERE cfgname = 'vernost') THEN
        CREATE TEXT SEARCH DICTIONARY vernost_ru (TEMPLATE = snowball, Language = russian);
        CREATE TEXT SEARCH DICTIONARY vernost_en (TEMPLATE = snowball, Language = english);
        CREATE TEXT SEARCH CONFIGURATION vernost (PARSER = default);
        ALTER TEXT SEARCH CONFIGURATION vernost ADD MAPPING FOR asciiword WITH vernost_en;
        ALTER TEXT SEARCH CONFIGURATION vernost ADD MAPPING FOR word WITH vernost_ru;
        ALTER TEXT SEARCH CONFIGURATION vernost ADD MAPPING FOR numword, int, uint WITH simple;
    END IF;
END $$
"""


def keep_in_step(connection: BaseDatabaseWrapper, index: SearchIndex) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_CONFIGURATION)
        cursor.execute(
            f"CREATE INDEX IF NOT EXISTS {index.name} ON {index.table} USING gin ({_vector(index)})"
        )


def found(index: SearchIndex, text: str) -> tuple[str, list[Any]]:
    """A query for the ids, newest first, and its arguments; every word of `text` must begin a stem."""
    match = " & ".join(f"{word}:*" for word in words_of(text))
    return (
        f"SELECT id FROM {index.table} WHERE {_vector(index)} @@ to_tsquery('vernost', %s) ORDER BY id DESC",
        [match],
    )


def _vector(index: SearchIndex) -> str:
    """Signs between letters separate words, as in `words_of`: an e-mail's parts are found one by one."""
    joined = " || ' ' || ".join(f"coalesce({column}, '')" for column in index.columns)
    return (
        "to_tsvector('vernost'::regconfig, "
        f"regexp_replace(translate(lower({joined}), 'ё', 'е'), '[^[:alnum:]]+', ' ', 'g'))"
    )
