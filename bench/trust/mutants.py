"""Files that nobody would send on purpose: good ones, harmed by chance, and a few made to hurt."""

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from random import Random

from xlsxwriter import Workbook

_HEAD = ["client", "date", "amount", "number", "subject"]
_ROWS = [
    ["C-1", "2026-01-05", "1 200,50", "N-1", "Договор поставки"],
    ["C-2", "05.02.2026", "-3", "N-2", '=HYPERLINK("http://x")'],
    ["ООО «Ёлка»", "2026-02-30", "1e9", "N-3", 'a "quoted"; word'],
]
_ODD = [b"\x00", b"\xff\xfe", b'"', b"\n", b"\r\n", b";", b",", b"\t", "\u202e".encode(), b"=cmd|", b"[", b"{", b"<",
        b"PK\x03\x04", b"\x1f\x8b", b"9" * 400, "🙂".encode() * 50]  # fmt: skip
_MOST_HARM = 8


def _csv(separator: str, encoding: str) -> bytes:
    return "\r\n".join(separator.join(row) for row in [_HEAD, *_ROWS * 5]).encode(encoding, "replace")


def _xlsx() -> bytes:
    content = io.BytesIO()
    book = Workbook(content, {"in_memory": True})
    sheet = book.add_worksheet("Orders")
    for number, row in enumerate([_HEAD, *_ROWS * 5]):
        sheet.write_row(number, 0, row)
    book.close()
    return content.getvalue()


def _json() -> bytes:
    return json.dumps([dict(zip(_HEAD, row, strict=True)) for row in _ROWS * 5], ensure_ascii=False).encode()


def bases() -> list[bytes]:
    made = [_csv(",", "utf-8"), _csv(";", "cp1251"), _csv("\t", "utf-16"), _xlsx(), _json()]
    return [*made, gzip.compress(made[0])]


def mutant(originals: list[bytes], seed: int) -> bytes:
    """The same for the same seed."""
    random = Random(seed)
    content = bytearray(random.choice(originals))
    for _ in range(random.randint(1, _MOST_HARM)):
        random.choice(_HARM)(content, random)
    return bytes(content)


def _flip(content: bytearray, random: Random) -> None:
    if content:
        content[random.randrange(len(content))] ^= 1 << random.randrange(8)


def _cut(content: bytearray, random: Random) -> None:
    start = random.randrange(len(content) + 1)
    del content[start : start + random.randint(1, 200)]


def _repeat(content: bytearray, random: Random) -> None:
    start = random.randrange(len(content) + 1)
    piece = bytes(content[start : start + random.randint(1, 200)])
    content[start:start] = piece * random.randint(1, 20)


def _insert(content: bytearray, random: Random) -> None:
    content[random.randrange(len(content) + 1) : 0] = random.choice(_ODD) * random.randint(1, 5)


def _end(content: bytearray, random: Random) -> None:
    del content[random.randrange(len(content) + 1) :]


_HARM: list[Callable[[bytearray, Random], None]] = [_flip, _flip, _cut, _repeat, _insert, _insert, _end]


def _workbook(sheet: bytes, entities: bytes = b"") -> bytes:
    """The smallest workbook with `sheet` as its only one."""
    main = b"http://schemas.openxmlformats.org"
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b'<Types xmlns="' + main + b'/package/2006/content-types"/>')
        relations = main + b"/officeDocument/2006/relationships"
        archive.writestr(
            "_rels/.rels",
            b'<Relationships xmlns="' + main + b'/package/2006/relationships"><Relationship Id="r1" Type="'
            + relations + b'/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )  # fmt: skip
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            b'<Relationships xmlns="' + main + b'/package/2006/relationships"><Relationship Id="r1" Type="'
            + relations + b'/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        )  # fmt: skip
        archive.writestr(
            "xl/workbook.xml",
            b'<workbook xmlns="' + main + b'/spreadsheetml/2006/main" xmlns:r="' + relations
            + b'"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        )  # fmt: skip
        archive.writestr(
            "xl/worksheets/sheet1.xml",
            b'<?xml version="1.0"?>' + entities + b'<worksheet xmlns="' + main
            + b'/spreadsheetml/2006/main"><sheetData>' + sheet + b"</sheetData></worksheet>",
        )  # fmt: skip
    return content.getvalue()


def _cell(text: bytes, place: bytes = b"A1") -> bytes:
    return b'<row r="1"><c r="' + place + b'" t="inlineStr"><is><t>' + text + b"</t></is></c></row>"


def _laughs() -> bytes:
    lines = [b'<!ENTITY a0 "ha">']
    lines += [b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10)]
    return _workbook(_cell(b"&a9;"), b"<!DOCTYPE lol [" + b"".join(lines) + b"]>")


def _foreign() -> bytes:
    return _workbook(_cell(b"&x;"), b'<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>')


_MIB = 1 << 20
MADE_TO_HURT: dict[str, Callable[[], bytes]] = {
    "a million columns": lambda: (
        b",".join(b"c%d" % n for n in range(1_000_000)) + b"\n" + b"1," * 999_999 + b"1\n"
    ),
    "a cell of 200 MiB": lambda: b"client,amount\n" + b"x" * (200 * _MIB) + b",1\n",
    "a quote that never ends": lambda: b'client,amount\n"' + b"x,1\n" * 5_000_000,
    "a packed file of 8 GiB": lambda: gzip.compress(bytes(64 * _MIB), 1) * 128,
    "a workbook of 2 GiB": lambda: _workbook(_cell(b"x" * (2048 * _MIB - 200))),
    "a cell at the far corner": lambda: _workbook(
        _cell(b"x") + b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    ),
    "entities in entities": _laughs,
    "an entity of another file": _foreign,
    "a hundred thousand brackets": lambda: b"[" * 100_000,
    "nothing": lambda: b"",
}
