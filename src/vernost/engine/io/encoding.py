"""Which encoding a text is in, and a streamed rewriting to UTF-8 where it is another."""

import codecs
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from vernost.engine.io.errors import UnreadableFile

_CHUNK = 4 << 20
# Small enough to stay in the processor's cache while it is looked at several times.
_PIECE = 1 << 18
_SAMPLE = 1 << 18
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Russian letters by how often they occur; a wrong code page turns frequent ones into rare ones or into signs.
_BY_FREQUENCY = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"
_CYRILLIC_PAGES = ("cp1251", "cp866", "koi8-r")


@dataclass(frozen=True)
class Scan:
    """What one pass over the bytes showed.

    `sample` begins at the first byte above 127; `newline` is spelled as DuckDB wants it."""

    utf8: bool
    sample: bytes
    nul_at: int | None
    empty_lines: bool
    newline: str


class _Scanner:
    """Collects the facts of a Scan from one piece of the file after another."""

    def __init__(self) -> None:
        self.decoder = codecs.getincrementaldecoder("utf-8")()
        self.utf8 = True
        self.sample = b""
        self.nul_at: int | None = None
        self.empty_lines = False
        self.newline = ""
        self.offset = 0
        self.tail = b""

    def look(self, piece: bytes) -> None:
        if self.nul_at is None and (found := piece.find(b"\0")) >= 0:
            self.nul_at = self.offset + found
        self.empty_lines = self.empty_lines or _has_empty_line(self.tail + piece)
        self.newline = self.newline or _newline(piece)
        if not piece.isascii() or self.decoder.getstate()[0]:
            self._look_above_ascii(piece)
        self.tail = piece[-3:]
        self.offset += len(piece)

    def _look_above_ascii(self, piece: bytes) -> None:
        if len(self.sample) < _SAMPLE:
            self.sample += _not_ascii_part(piece)
        if self.utf8:
            try:
                self.decoder.decode(piece)
            except UnicodeDecodeError:
                self.utf8 = False

    def facts(self) -> Scan:
        whole = self.utf8 and not self.decoder.getstate()[0]
        return Scan(whole, self.sample[:_SAMPLE], self.nul_at, self.empty_lines, self.newline or "\\n")


def scan(path: Path) -> Scan:
    """Look at every byte once: is it UTF-8, is there a zero byte, an empty line between others."""
    scanner = _Scanner()
    with path.open("rb", buffering=0) as file:
        while piece := file.read(_PIECE):
            scanner.look(piece)
    return scanner.facts()


def _has_empty_line(piece: bytes) -> bool:
    """Two line ends with nothing between. Array compares: five times faster than a search for two bytes."""
    codes = np.frombuffer(piece, np.uint8)
    ends = codes == 10
    if (ends[1:] & ends[:-1]).any():
        return True
    return b"\r" in piece and bool((ends[2:] & ends[:-2] & (codes[1:-1] == 13)).any())


def _newline(piece: bytes) -> str:
    if b"\r\n" in piece:
        return "\\r\\n"
    return "\\n" if b"\n" in piece else "\\r" if b"\r" in piece else ""


def _not_ascii_part(chunk: bytes) -> bytes:
    """The stretch that begins a little before the first byte above 127."""
    for start in range(0, len(chunk), 4096):
        if not chunk[start : start + 4096].isascii():
            return chunk[start : start + _SAMPLE]
    return b""


def find_encoding(head: bytes, facts: Scan) -> str:
    """Name of the encoding: byte order mark, then UTF-16 by its zero bytes, then UTF-8, then a code page by letters."""
    for mark, name in _BOMS:
        if head.startswith(mark):
            return name
    if b"\0" in head[:4096] and (wide := _wide(head[:4096])):
        return wide
    if facts.utf8 or _broken_utf8(facts.sample):
        return "utf-8"
    return _code_page(facts.sample)


def _wide(head: bytes) -> str | None:
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 4 * even and odd > len(head) // 8:
        return "utf-16-le"
    if even > 4 * odd and even > len(head) // 8:
        return "utf-16-be"
    return None


def _broken_utf8(sample: bytes) -> bool:
    """UTF-8 with a few damaged bytes, rather than another encoding."""
    text = sample.decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    return sum(char > "\x7f" for char in text) - damaged > damaged


def _code_page(sample: bytes) -> str:
    """A Cyrillic page when bytes above 127 come in words, by letter frequency; else the Western one."""
    high = [byte > 127 for byte in sample]
    count = sum(high)
    in_words = sum(here and following for here, following in pairwise(high))
    if count == 0 or in_words < count / 3:
        return "cp1252"
    scores = {name: _likeness(sample, name) for name in _CYRILLIC_PAGES}
    return max(scores, key=lambda name: scores[name])


def _likeness(sample: bytes, name: str) -> float:
    """Mean rank of the signs above ASCII, small case a little better; more is more like Russian."""
    signs = [char for char in sample.decode(name, errors="replace") if char > "\x7f"]
    ranks = (len(_BY_FREQUENCY) - _BY_FREQUENCY.find(char.lower()) for char in signs)
    worth = sum(rank if rank <= len(_BY_FREQUENCY) else 0 for rank in ranks)
    return (worth + 0.5 * sum(char.islower() for char in signs)) / max(1, len(signs))


def check_encoding(name: str) -> str:
    """The encoding's name as Python knows it; UnreadableFile when there is none."""
    try:
        known = codecs.lookup(name)
    except (LookupError, ValueError):
        raise UnreadableFile("unknown_encoding", encoding=name) from None
    # base64, rot13 and their like are codecs too, but not encodings of text.
    if not known._is_text_encoding or known.name in (
        "idna",
        "punycode",
        "undefined",
        "unicode_escape",
        "raw_unicode_escape",
    ):
        raise UnreadableFile("unknown_encoding", encoding=name)
    return known.name


def rewrite_as_utf8(source: Path, target: Path, encoding: str, shown: str) -> None:
    """Write `source` to `target` in UTF-8, a few megabytes at a time; `shown` is the name for the error."""
    decoder = codecs.getincrementaldecoder(encoding)()
    offset = 0
    with source.open("rb") as file, target.open("w", encoding="utf-8", errors="replace", newline="") as out:
        while True:
            chunk = file.read(_CHUNK)
            pending = len(decoder.getstate()[0])
            try:
                text = decoder.decode(chunk, final=not chunk)
            except UnicodeError as error:
                raise _broken(
                    source, encoding, shown, offset - pending + getattr(error, "start", 0)
                ) from None
            out.write(text)
            offset += len(chunk)
            if not chunk:
                return


def check_utf8(path: Path, shown: str) -> None:
    """UnreadableFile with line and offset at the first byte that is not UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    offset = 0
    with path.open("rb") as file:
        while True:
            chunk = file.read(_CHUNK)
            pending = len(decoder.getstate()[0])
            try:
                decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                raise _broken(path, "utf-8", shown, offset - pending + error.start) from None
            offset += len(chunk)
            if not chunk:
                return


def line_at(path: Path, offset: int, newline: bytes = b"\n") -> int:
    """Number of the line (from 1) in which the byte at `offset` stands."""
    lines = 1
    with path.open("rb") as file:
        left = offset
        while left > 0 and (chunk := file.read(min(left, _CHUNK))):
            lines += chunk.count(newline)
            left -= len(chunk)
    return lines


def _broken(path: Path, encoding: str, shown: str, offset: int) -> UnreadableFile:
    with path.open("rb") as file:
        file.seek(offset)
        byte = file.read(1)
    return UnreadableFile(
        "broken_bytes",
        file=shown,
        line=line_at(path, offset),
        byte=f"0x{byte.hex()}" if byte else "(end)",
        offset=offset,
        encoding=encoding,
    )
