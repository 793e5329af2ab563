"""Numbers as people and programs write them -> SQL that gives DOUBLE, or NULL where it is no number.

Plain numbers (12.5, -3, 1e6) need one cast. All other spellings: decimal comma; thin, no-break and plain spaces,
points, commas or apostrophes between thousands; a currency sign on either side, a minus behind, or brackets
for a negative.
"""

import re
from dataclasses import dataclass
from typing import Literal

from vernost.engine.io.sql import literal

Mark = Literal[".", ","]

_SPACES = "\u00a0\u202f\u2009\u2007\u2006\u2008\u200a\u2002\u2003\u205f\u3000\t"
_DASHES = "−–‒‐‑—"
_APOSTROPHES = "’ʼ‘`´"
_CURRENCY = r"(?:₽|руб(?:лей|ля|ль)?\.?|р\.|р|rub|rur|[$€£¥₸₴₺₹]|us\$|usd|eur|gbp|cny|kzt|byn|uah|try|chf)"
_WHOLE = rf"(?i)^([-+(]?)\s*{_CURRENCY}?\s*([-+]?)\s*(\d[\d .,']*|[.,]\d+)\s*{_CURRENCY}?\s*([-)]?)\s*{_CURRENCY}?$"
_GROUPED = r"^\d{1,3}(?:[ ']\d{3})+"
_PLAIN = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?")
LARGEST = 1e15


@dataclass(frozen=True)
class NumberFacts:
    """Counts over a whole column: spellings that show a decimal comma, a decimal point, or may be either."""

    comma: int = 0
    point: int = 0
    either: int = 0
    example: str | None = None

    def __add__(self, other: "NumberFacts") -> "NumberFacts":
        return NumberFacts(
            self.comma + other.comma,
            self.point + other.point,
            self.either + other.either,
            self.example or other.example,
        )


def is_plain(text: str) -> bool:
    """One cast reads it, whatever the mark."""
    return bool(_PLAIN.fullmatch(text.strip()))


def decide_mark(facts: NumberFacts, said: Mark | None) -> Mark | None:
    """The decimal mark of a column; None when "1,234" may be either and nothing else tells."""
    if said is not None:
        return said
    if facts.comma > facts.point:
        return ","
    if facts.point > facts.comma or facts.either == 0:
        return "."
    return None


def _tidy(cell: str) -> str:
    signs = _SPACES + _DASHES + _APOSTROPHES
    plain = " " * len(_SPACES) + "-" * len(_DASHES) + "'" * len(_APOSTROPHES)
    return f"trim(translate({cell}, {literal(signs)}, {literal(plain)}))"


def plain_sql(cell: str) -> str:
    """One cast; infinity and nan are no numbers."""
    return f"CASE WHEN isfinite(TRY_CAST({cell} AS DOUBLE)) THEN TRY_CAST({cell} AS DOUBLE) END"


def number_sql(cell: str, prepared: str, mark: Mark) -> tuple[str, str]:
    """(SQL of the column `prepared`, SQL of the value): any spelling, with `mark` where a spelling leaves it open."""
    # A point may stand between thousands where the comma is the decimal mark: no short cut then.
    quick = (
        f"CASE WHEN NOT contains({cell}, '.') THEN {plain_sql(cell)} END" if mark == "," else plain_sql(cell)
    )
    parts = f"regexp_extract({_tidy(cell)}, {literal(_WHOLE)}, ['before', 'inner', 'digits', 'after'])"
    return f"CASE WHEN ({quick}) IS NULL THEN {parts} END", f"coalesce({quick}, {_signed(prepared, mark)})"


def _signed(parts: str, mark: Mark) -> str:
    minuses = (("before", "-"), ("inner", "-"), ("after", "-"), ("before", "("))
    signs = " + ".join(f"({parts}.{part} = '{sign}')::INT" for part, sign in minuses)
    closed = f"({parts}.before = '(') = ({parts}.after = ')')"
    value = f"TRY_CAST({_digits(f'trim({parts}.digits)', mark)} AS DOUBLE)"
    return f"CASE WHEN {closed} AND {signs} = 0 THEN {value} WHEN {closed} AND {signs} = 1 THEN -{value} END"


def _digits(digits: str, mark: Mark) -> str:
    """Digits with one decimal point out of digits with marks; NULL when the marks make no sense ('12 34', '1,2,3')."""
    grouping = "." if mark == "," else ","
    mine, other = re.escape(mark), re.escape(grouping)
    shapes = (
        # The column's own decimal mark, thousands apart or not.
        (rf"(?:{_GROUPED}|^\d{{1,3}}(?:{other}\d{{3}})+|^\d*)(?:{mine}\d*)?$", f"[ '{grouping}]", mark),
        # The other mark where it can only be a decimal one.
        (rf"(?:{_GROUPED}|^\d+){other}\d+$", "[ ']", grouping),
    )
    cases = " ".join(
        f"WHEN regexp_matches({digits}, {literal(shape)}) "
        f"THEN replace(regexp_replace({digits}, {literal(drop)}, '', 'g'), '{point}', '.')"
        for shape, drop, point in shapes
    )
    return f"CASE {cases} END"


def facts_sql(cell: str) -> list[str]:
    """Four aggregates that make NumberFacts of a column of text."""
    tidy = _tidy(cell)
    has_comma = f"contains({cell}, ',')"
    comma = r"[ .']\d{3},\d|^[^\d]*0,\d|^[^,]*,(?:\d{1,2}|\d{4,})(?:[^\d,.]|$)|\.\d{3}\.\d{3}"
    point = r",\d{3}\.|[ ']\d{3}\.\d|,\d{3},\d{3}|^[^.,]*\.(?:\d{1,2}|\d{4,})(?:[^\d,.]|$)"
    either = r"^[^\d]*[1-9]\d{0,2},\d{3}[^\d,.]*$"
    number = f"regexp_matches({tidy}, {literal(_WHOLE)})"
    return [
        f"count(*) FILTER (WHERE regexp_matches({tidy}, {literal(comma)}) AND {number})",
        f"count(*) FILTER (WHERE regexp_matches({tidy}, {literal(point)}) AND {number})",
        f"count(*) FILTER (WHERE {has_comma} AND regexp_matches({tidy}, {literal(either)}) AND {number})",
        f"min({cell}) FILTER (WHERE {has_comma} AND regexp_matches({tidy}, {literal(either)}) AND {number})",
    ]
