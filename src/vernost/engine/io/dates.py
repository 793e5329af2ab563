"""Days as people and programs write them -> SQL that gives DATE, or NULL where it is no day.

ISO (with or without a time) needs one cast. Other spellings: 31.12.2024, 31.12.24, 31/12/2024, 12/31/2024, 31-Dec-24,
Dec 31, 2024, 31 декабря 2024 г., 20241231, serial numbers of spreadsheets. A time of day is read over.
"""

import re
from dataclasses import dataclass
from typing import Literal

from vernost.engine.io.sql import literal

Order = Literal["dmy", "mdy", "ymd"]

EARLIEST, LATEST = "1900-01-01", "2200-12-31"
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?"
_TIME = rf"(?:[T ,]+{_CLOCK})?(?:\s*г(?:ода|\.)?)?$"
_DAY_FIRST = r"^\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d{2})$"
_WORDS = r"^(\d{1,2})[ .\-]*([A-Za-zА-Яа-яё]{3,})[ .,\-]*(\d{4}|\d{2})$"
_WORDS_US = r"^([A-Za-z]{3,})[ .\-]*(\d{1,2})[ ,.\-]+(\d{4})$"
_MONTHS = (
    ("jan", "янв"), ("feb", "фев"), ("mar", "мар"), ("apr", "апр"), ("may", "май", "мая"), ("jun", "июн"),
    ("jul", "июл"), ("aug", "авг"), ("sep", "сен"), ("oct", "окт"), ("nov", "ноя"), ("dec", "дек"),
)  # fmt: skip
_FORMATS: dict[Order, str] = {
    "dmy": "['%d-%m-%y', '%d-%m-%Y']",
    "mdy": "['%m-%d-%y', '%m-%d-%Y']",
    "ymd": "['%y-%m-%d', '%d-%m-%Y']",
}
_PLAIN = re.compile(r"\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?")


@dataclass(frozen=True)
class DateFacts:
    """Counts over a whole column of days written with / or -: a day above 12 first, second, or both orders fit."""

    day_first: int = 0
    month_first: int = 0
    either: int = 0
    example: str | None = None

    def __add__(self, other: "DateFacts") -> "DateFacts":
        return DateFacts(
            self.day_first + other.day_first,
            self.month_first + other.month_first,
            self.either + other.either,
            self.example or other.example,
        )


def is_plain(text: str) -> bool:
    """ISO, with or without a time: one cast reads it."""
    return bool(_PLAIN.fullmatch(text.strip()))


def decide_order(facts: DateFacts, others: DateFacts) -> Order | None:
    """Order of a column by its own evidence, else by that of the file's `others`; None when nothing tells.

    Where both orders occur the more frequent one is taken and the other rows are bad rows; a tie gives None.
    """
    for evidence in (facts, others):
        if evidence.day_first != evidence.month_first:
            return "dmy" if evidence.day_first > evidence.month_first else "mdy"
        if evidence.day_first:
            return None
    return "dmy" if facts.either == 0 else None


def plain_sql(cell: str) -> str:
    """ISO only: a day or a moment, whose own day counts (no shift to another zone). Two-digit years are not ISO."""
    day = f"CAST(TRY_CAST({cell} AS TIMESTAMP) AS DATE)"
    # "13-02-01" is no day of the year 13; "epoch" and "infinity" are words to DuckDB.
    return f"CASE WHEN {cell} >= '1' AND {cell} < ':' AND {day} >= DATE '1000-01-01' THEN {day} END"


def date_sql(cell: str, prepared: str, order: Order, serials: bool) -> tuple[str, str]:
    """(SQL of the column `prepared`, SQL of the value): any spelling; `order` reads 01/02/2024.

    Dotted days are always day first; `serials` reads 45292 as a spreadsheet does.
    """
    spaces = "\u00a0\u202f\u2009\t"
    tidy = f"trim(translate({cell}, {literal(spaces)}, '    '))"
    day = f"regexp_replace({tidy}, {literal(_TIME)}, '')"
    cases = [
        (
            r"^\d{4}[./-]\d{1,2}[./-]\d{1,2}$",
            f"TRY_CAST(regexp_replace({prepared}, '[./]', '-', 'g') AS DATE)",
        ),
        (r"^\d{8}$", f"try_strptime({prepared}, '%Y%m%d')::DATE"),
        (
            r"^\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})$",
            f"try_strptime(replace({prepared}, '.', '-'), {_FORMATS['dmy']})::DATE",
        ),
        (_DAY_FIRST, f"try_strptime(replace({prepared}, '/', '-'), {_FORMATS[order]})::DATE"),
        (_WORDS, _worded(prepared, _WORDS, 1, 2)),
        (_WORDS_US, _worded(prepared, _WORDS_US, 2, 1)),
    ]
    if serials:
        cases.append(
            (
                r"^\d{5}(?:\.\d+)?$",
                f"DATE '1899-12-30' + CAST(floor(TRY_CAST({prepared} AS DOUBLE)) AS INTEGER)",
            )
        )
    branches = " ".join(
        f"WHEN regexp_matches({prepared}, {literal(shape)}) THEN {value}" for shape, value in cases
    )
    return (
        f"CASE WHEN ({plain_sql(cell)}) IS NULL THEN {day} END",
        f"coalesce({plain_sql(cell)}, CASE {branches} END)",
    )


def _worded(text: str, pattern: str, day: int, month: int) -> str:
    part = f"lower(left(regexp_extract({text}, {literal(pattern)}, {month}), 3))"
    numbers = " ".join(
        f"WHEN {part} IN ({', '.join(literal(word) for word in words)}) THEN '{number:02}'"
        for number, words in enumerate(_MONTHS, 1)
    )
    first, year = (f"regexp_extract({text}, {literal(pattern)}, {place})" for place in (day, 3))
    return f"try_strptime({first} || '-' || CASE {numbers} END || '-' || {year}, {_FORMATS['dmy']})::DATE"


def facts_sql(cell: str) -> list[str]:
    """Four aggregates that make DateFacts of a column of text."""
    day = f"regexp_replace(trim({cell}), {literal(_TIME)}, '')"
    shaped = f"regexp_matches({day}, {literal(_DAY_FIRST)})"
    first = f"TRY_CAST(regexp_extract({day}, '^[0-9]+') AS INTEGER)"
    second = f"TRY_CAST(regexp_extract({day}, '[/-]([0-9]+)[/-]', 1) AS INTEGER)"
    either = f"{shaped} AND {first} <= 12 AND {second} <= 12 AND {first} <> {second}"
    return [
        f"count(*) FILTER (WHERE {shaped} AND {first} > 12 AND {second} <= 12)",
        f"count(*) FILTER (WHERE {shaped} AND {second} > 12 AND {first} <= 12)",
        f"count(*) FILTER (WHERE {either})",
        f"min({cell}) FILTER (WHERE {either})",
    ]
