"""Which header of a file is which of our columns."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Literal

from vernost.engine.io.errors import AmbiguousColumn, MissingColumn, UnknownMapping
from vernost.engine.io.synonyms import names_of
from vernost.engine.tables import TableSpec

How = Literal["mapping", "name", "synonym"]
# A column that may be worked out from others: amount = quantity × price of one.
PRODUCTS = {"amount": ("quantity", "unit_price")}
_UNIT = re.compile(
    r"(?:\s|,)+(?:в\s+)?(?:руб(?:лях|лей|ли|\.)?|р\.|₽|rub|rur|usd|eur|gbp|тг|kzt|\$|€|£|шт\.?|мин\.?)\s*$"
)


@dataclass(frozen=True)
class Match:
    """One of our columns found in the file: positions (two for a product), headers, and how it was recognised."""

    column: str
    cells: tuple[int, ...]
    headers: tuple[str, ...]
    how: How


def normalise(header: str) -> str:
    """Letters and digits only, lower case, ё as е; a part in brackets and a trailing unit are dropped."""
    text = re.sub(r"(?<=[a-zа-я0-9])(?=[A-ZА-Я][a-zа-я])", " ", header.strip()).lower().replace("ё", "е")
    short = _UNIT.sub("", re.sub(r"[(\[].*?[)\]]", " ", text))
    for candidate in (short, text):
        if kept := re.sub(r"[^0-9a-zа-я№]+", "", candidate):
            return kept
    return ""


def find_columns(
    spec: TableSpec, headers: Sequence[str], mapping: Mapping[str, str], file: str
) -> list[Match]:
    """Our columns in the order of `spec`; what is not in the file is absent.

    A header named in `mapping` wins, then our own name, then a synonym. Two headers of one rank are an AmbiguousColumn,
    a required column without a header a MissingColumn, a mapping to nowhere an UnknownMapping.
    """
    _check_targets(spec, mapping)
    plain = [normalise(header) for header in headers]
    mapped = {
        column: _mapped(column, mapping[column], headers, plain, file)
        for column in mapping
        if mapping[column].strip()
    }
    taken = {cell for match in mapped.values() for cell in match.cells}
    found: list[Match] = []
    for column in spec.names:
        match = mapped.get(column)
        if match is None and column not in mapping:
            match = _recognised(spec, column, headers, plain, taken, file)
        if match is None and column in PRODUCTS and column not in mapping:
            match = _product(spec, column, headers, plain, taken, mapped, file)
        if match is not None:
            found.append(match)
    missing = [name for name in spec.required if all(match.column != name for match in found)]
    if missing:
        raise _missing(file, missing, headers)
    _check_shared(found, headers, file)
    return found


def score_headers(spec: TableSpec, cells: Sequence[str], mapping: Mapping[str, str]) -> int:
    """How many different columns of `spec` a row of cells names; used to find the header row."""
    plain = {normalise(cell) for cell in cells if len(cell) < 200} - {""}
    wanted = {normalise(part) for header in mapping.values() for part in header.split("*")} - {""}
    targets = [*spec.names, *(part for name in spec.names for part in PRODUCTS.get(name, ()))]
    known = sum(bool(plain & _known_names(spec.name, column)) for column in targets)
    return known + 2 * len(plain & wanted)


@cache
def _known_names(table: str, column: str) -> frozenset[str]:
    return frozenset({normalise(column)} | {normalise(name) for name in names_of(table, column)})


def _check_targets(spec: TableSpec, mapping: Mapping[str, str]) -> None:
    allowed = {*spec.names, *(part for name in spec.names for part in PRODUCTS.get(name, ()))}
    for column in mapping:
        if column not in allowed:
            raise UnknownMapping("unknown_target", table=spec.name, column=column, columns=list(spec.names))


def _mapped(column: str, said: str, headers: Sequence[str], plain: Sequence[str], file: str) -> Match:
    whole = _positions(said, headers, plain)
    parts = [said] if whole or "*" not in said else [part.strip() for part in said.split("*", 1)]
    cells = []
    for part in parts:
        positions = _positions(part, headers, plain)
        if not positions:
            raise UnknownMapping(
                "unknown_header", file=file, column=column, header=part, headers=list(headers)
            )
        if len(positions) > 1:
            raise _ambiguous(file, column, positions, headers)
        cells.append(positions[0])
    return Match(column, tuple(cells), tuple(headers[cell] for cell in cells), "mapping")


def _positions(said: str, headers: Sequence[str], plain: Sequence[str]) -> list[int]:
    """Places of the header a person named: as written, else ignoring case and marks, else "#3"."""
    exact = [place for place, header in enumerate(headers) if header.strip() == said.strip()]
    if exact:
        return exact
    key = normalise(said)
    loose = [place for place, header in enumerate(plain) if key and header == key]
    if loose:
        return loose
    number = re.fullmatch(r"#(\d{1,4})", said.strip())
    return [int(number[1]) - 1] if number and 0 < int(number[1]) <= len(headers) else []


def _recognised(
    spec: TableSpec, column: str, headers: Sequence[str], plain: Sequence[str], taken: set[int], file: str
) -> Match | None:
    own = normalise(column)
    known = _known_names(spec.name, column)
    ranks: tuple[tuple[How, frozenset[str]], ...] = (("name", frozenset({own})), ("synonym", known))
    for how, names in ranks:
        places = [place for place, header in enumerate(plain) if header in names and place not in taken]
        if len(places) > 1:
            raise _ambiguous(file, column, places, headers)
        if places:
            return Match(column, (places[0],), (headers[places[0]],), how)
    return None


def _product(
    spec: TableSpec,
    column: str,
    headers: Sequence[str],
    plain: Sequence[str],
    taken: set[int],
    mapped: Mapping[str, Match],
    file: str,
) -> Match | None:
    factors = [
        mapped.get(part) or _recognised(spec, part, headers, plain, taken, file) for part in PRODUCTS[column]
    ]
    if any(factor is None for factor in factors):
        return None
    cells = tuple(factor.cells[0] for factor in factors if factor)
    how: How = "mapping" if any(part in mapped for part in PRODUCTS[column]) else "synonym"
    return Match(column, cells, tuple(headers[cell] for cell in cells), how)


def _check_shared(found: Sequence[Match], headers: Sequence[str], file: str) -> None:
    """One header must not silently feed two columns, unless the person said so."""
    by_cell: dict[int, Match] = {}
    for match in found:
        for cell in match.cells:
            other = by_cell.setdefault(cell, match)
            if other is not match and "mapping" not in (other.how, match.how):
                raise AmbiguousColumn(
                    "ambiguous_column",
                    file=file,
                    column=f"{other.column}/{match.column}",
                    headers=[headers[cell]],
                    example_header=headers[cell],
                )


def _ambiguous(file: str, column: str, places: Sequence[int], headers: Sequence[str]) -> AmbiguousColumn:
    named = [headers[place] for place in places]
    example = named[0] if named.count(named[0]) == 1 else f"#{places[0] + 1}"
    return AmbiguousColumn(
        "ambiguous_column", file=file, column=column, headers=named, example_header=example
    )


def _missing(file: str, missing: Sequence[str], headers: Sequence[str]) -> MissingColumn:
    shown = [header for header in headers if header.strip()][:30]
    near = get_close_matches(missing[0], shown, n=1, cutoff=0.3)
    return MissingColumn(
        "missing_column",
        file=file,
        columns=list(missing),
        headers=shown,
        example=missing[0],
        example_header=near[0] if near else (shown[0] if shown else "…"),
    )
