"""Ids, texts, booleans and codes: SQL that turns a text cell into a value, or NULL where it cannot."""

from vernost.engine.io.sql import literal, one_of
from vernost.engine.io.words import CODE_WORDS, CURRENCIES, EMPTY_TEXT, NO, YES
from vernost.engine.tables import Column

_BLANKS = "[\u00a0\u202f\u2009\u2007\u200b\ufeff\\t\\r\\n ]+"
_LONGEST_EMPTY = max(len(word) for word in EMPTY_TEXT)


def text_sql(cell: str, prepared: str) -> tuple[str, str]:
    """Without blanks at the ends; blanks of all kinds become one space; a word for "nothing" becomes NULL."""
    # Bytes = characters means ASCII; with a mark at both ends and no line break there is nothing to tidy.
    ends = f"{cell} >= '!' AND right({cell}, 1) >= '!'"
    clean = f"strlen({cell}) = length({cell}) AND {ends} AND NOT contains({cell}, chr(10))"
    tidy = (
        f"CASE WHEN {clean} THEN {cell} ELSE trim(regexp_replace({cell}, {literal(_BLANKS)}, ' ', 'g')) END"
    )
    # No word for "nothing" begins with a digit or is long; the search is for the few others.
    surely = f"{prepared} >= '0' AND {prepared} < ':' OR length({prepared}) > {_LONGEST_EMPTY}"
    empty = f"{prepared} = '' OR {one_of(f'lower({prepared})', EMPTY_TEXT)}"
    return tidy, f"CASE WHEN {surely} THEN {prepared} WHEN {empty} THEN NULL ELSE {prepared} END"


def id_sql(cell: str, prepared: str) -> tuple[str, str]:
    """As text, leading zeros kept; 17850.0 (a whole number that passed through a spreadsheet) is 17850."""
    tidy, value = text_sql(cell, prepared)
    whole = f"ends_with({cell}, '.0') AND {cell} >= '0' AND {cell} < ':' AND TRY_CAST({cell} AS DOUBLE) IS NOT NULL"
    return f"CASE WHEN {whole} THEN left({cell}, -2) ELSE {tidy} END", value


def boolean_sql(cell: str, prepared: str) -> tuple[str, str]:
    return (
        f"lower(trim({cell}))",
        f"CASE WHEN {one_of(prepared, YES)} THEN true WHEN {one_of(prepared, NO)} THEN false END",
    )


def code_sql(cell: str, prepared: str, allowed: tuple[str, ...]) -> tuple[str, str]:
    """One of `allowed`, found by itself or by another word for it."""
    if not allowed:
        return text_sql(cell, prepared)
    return _word(cell), _code(prepared, allowed)


def codes_sql(cell: str, prepared: str, allowed: tuple[str, ...]) -> tuple[str, str]:
    """Several codes apart by , or ;, each one of `allowed`; NULL when one of them is not."""
    each = f"list_transform(regexp_split_to_array({cell}, '[,;]'), lambda w: {_code(_word('w'), allowed)})"
    return each, f"CASE WHEN len(list_filter({prepared}, lambda w: w IS NULL)) = 0 THEN {prepared} END"


def _word(text: str) -> str:
    return f"regexp_replace(lower(trim({text})), '[ _\u00a0-]+', ' ', 'g')"


def _code(word: str, allowed: tuple[str, ...]) -> str:
    branches = " ".join(f"WHEN {one_of(word, _words(code))} THEN {literal(code)}" for code in allowed)
    return f"CASE {branches} END"


def currency_sql(cell: str, prepared: str) -> tuple[str, str]:
    """ISO 4217 code of a sign, a word or a code."""
    branches = " ".join(f"WHEN {literal(said)} THEN {literal(code)}" for said, code in CURRENCIES.items())
    shaped = f"CASE WHEN regexp_matches({prepared}, '^[a-z]{{3}}$') THEN upper({prepared}) END"
    return f"lower(trim({cell}))", f"CASE {prepared} {branches} ELSE {shaped} END"


def is_currency(column: Column) -> bool:
    return column.unit == "ISO 4217"


def _words(code: str) -> frozenset[str]:
    spaced = code.replace("_", " ")
    return frozenset(
        {spaced} | {word.replace("-", " ").replace("_", " ") for word in CODE_WORDS.get(code, ())}
    )
