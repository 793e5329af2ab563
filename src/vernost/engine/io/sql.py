"""Quoting for SQL text that is put together here."""

import re
from collections.abc import Iterable


def literal(text: str) -> str:
    """A string literal."""
    return "'" + text.replace("'", "''") + "'"


def name(text: str) -> str:
    """A quoted identifier."""
    return '"' + text.replace('"', '""') + '"'


def one_of(value: str, words: Iterable[str]) -> str:
    """SQL: `value` is one of `words`.

    Not IN (…) and not list_contains: DuckDB makes a join of a long list, which is slow and loses the order of rows.
    """
    pattern = "|".join(re.escape(word) for word in sorted(words))
    return f"regexp_matches({value}, {literal(f'^(?:{pattern})$')})"
