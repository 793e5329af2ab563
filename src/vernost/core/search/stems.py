"""Words without their endings: Snowball for Russian and, for Latin letters, English."""

import re
from functools import lru_cache

import snowballstemmer

_WORD = re.compile(r"[^\W_]+")
_russian = snowballstemmer.stemmer("russian")
_english = snowballstemmer.stemmer("english")


def words_of(text: str) -> list[str]:
    """Letters of either case alike, ё as е."""
    return _WORD.findall(text.casefold().replace("ё", "е"))


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """`word` is one of `words_of`."""
    if word.isdecimal():
        return word
    stemmer = _english if word.isascii() else _russian
    stemmed: str = stemmer.stemWord(word)
    return stemmed


def stems(text: str | None) -> str:
    """All stems of `text`, as SQLite indexes them."""
    return " ".join([stem(word) for word in words_of(text or "")])
