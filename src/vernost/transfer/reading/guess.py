"""What a file is and which header is which column, guessed from the headers."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from django.utils.translation import override

from vernost.engine.io.header import PRODUCTS, normalise
from vernost.engine.io.synonyms import names_of
from vernost.transfer.enums import ClientKey
from vernost.transfer.kinds import KINDS, Kind
from vernost.transfer.plan import REJECTED_HEADERS

_CLIENT_NAMES = """client name, customer name, company name, counterparty name, account name, имя клиента,
    название клиента, наименование клиента, наименование контрагента, контрагент наименование"""
_TAX_ID_HEADER = re.compile(r"инн|inn|tax|vat", re.IGNORECASE)
_NAME_IN_FILE = 2


@cache
def names_of_column(kind: Kind, column: str) -> tuple[str, ...]:
    """Every header by which the column is known, the surest first."""
    found = [column.replace("_", " ")]
    for language in ("ru", "en"):
        with override(language):
            found.append(kind.label_of(column))
    found += [name.strip() for name in kind.names.get(column, "").split(",")]
    if column == "client_name":
        found += [name.strip() for name in _CLIENT_NAMES.split(",")]
    # In a file of clients the shared word "number" must not be taken for our own number.
    if column != "id":
        found += names_of(kind.spec.name, column)
    return tuple(dict.fromkeys(name for name in found if name))


@cache
def _places_of_names(kind: Kind, column: str) -> dict[str, int]:
    names: dict[str, int] = {}
    for place, name in enumerate(names_of_column(kind, column)):
        names.setdefault(normalise(name), place)
    return names


def guess_mapping(kind: Kind, headers: Sequence[str]) -> dict[str, str]:
    """Column -> header, for the columns that were recognised."""
    plain = [normalise(header) for header in headers]
    own = {normalise(header) for header in REJECTED_HEADERS}
    taken: set[int] = {place for place, header in enumerate(plain) if header in own}
    found: dict[str, str] = {}
    for column in _order(kind):
        names = _places_of_names(kind, column)
        places = [p for p, header in enumerate(plain) if header in names and p not in taken]
        if places:
            place = min(places, key=lambda p: names[plain[p]])
            taken.add(place)
            found[column] = said(headers, place)
    if "amount" in kind.spec.names and "amount" not in found:
        found |= _product(kind, headers, plain, taken)
    if "client_id" in kind.spec.names and "client_id" not in found and "client_name" in found:
        found["client_id"] = found.pop("client_name")
    return {column: found[column] for column in kind.spec.names if column in found}


def said(headers: Sequence[str], place: int) -> str:
    """How the header at `place` is named to the reader: by itself, or by its number where two are alike."""
    plain = normalise(headers[place])
    alike = [header for header in headers if header.strip() == headers[place].strip()]
    return headers[place] if plain and len(alike) == 1 and "*" not in headers[place] else f"#{place + 1}"


def guess_kind(headers: Sequence[str], file_name: str) -> str:
    """The kind whose columns cover most of the headers; none whose required columns are missing, if any other fits."""
    name = file_name.casefold().replace("ё", "е")

    def fit(kind: Kind) -> tuple[bool, float]:
        mapping = guess_mapping(kind, headers)
        whole = all(column in mapping for column in kind.spec.required) and bool(mapping)
        covered = sum(header.count(" * ") + 1 for header in mapping.values())
        named = any(word in name for word in _file_words(kind))
        return whole, covered + (_NAME_IN_FILE if named else 0) + len(kind.spec.required) / 10

    return max(KINDS.values(), key=fit).name


def guess_client_key(headers: Sequence[str], rows: Sequence[Sequence[str]], header: str) -> ClientKey:
    """By what the cells under `header` name clients: addresses, tax ids, names or codes."""
    place = next((p for p in range(len(headers)) if said(headers, p) == header), None)
    cells = [row[place].strip() for row in rows if place is not None and row[place].strip()]
    if _TAX_ID_HEADER.search(header):
        return ClientKey.TAX_ID
    if not cells:
        return ClientKey.CODE
    if _most(cells, lambda cell: "@" in cell):
        return ClientKey.EMAIL
    wordy = _most(cells, lambda cell: len(re.findall(r"[^\W\d_]", cell)) > max(3, len(cell) / 2))
    return ClientKey.NAME if wordy else ClientKey.CODE


def _most(cells: list[str], holds: Callable[[str], bool]) -> bool:
    return sum(map(holds, cells)) * 2 > len(cells)


def _order(kind: Kind) -> list[str]:
    """Required columns choose first."""
    return sorted(kind.spec.names, key=lambda column: not kind.spec[column].required)


def _product(kind: Kind, headers: Sequence[str], plain: list[str], taken: set[int]) -> dict[str, str]:
    parts = []
    for factor in PRODUCTS["amount"]:
        names = {normalise(name) for name in names_of(kind.spec.name, factor)}
        place = next((p for p, header in enumerate(plain) if header in names and p not in taken), None)
        if place is None:
            return {}
        parts.append(said(headers, place))
    return {"amount": " * ".join(parts)}


@cache
def _file_words(kind: Kind) -> tuple[str, ...]:
    words = [kind.name, kind.name.rstrip("s")]
    with override("ru"):
        words.append(str(kind.label).casefold()[:-1])
    return tuple(words)
