"""Documents that people attach: files of a few known kinds in the data folder, never under an address of the web.

They lie below `uploads`, which a backup takes along. A record keeps the token; without a record that names it a file is
an orphan, and is swept away after some days.
"""

import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from django.conf import settings

MOST_BYTES = 10 << 20
KINDS = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "png": "image/png",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_STARTS = {b"%PDF-": "pdf", b"\xff\xd8\xff": "jpg", b"\x89PNG\r\n\x1a\n": "png"}
_TOKEN = re.compile(r"[0-9a-f]{32}")
# As long as a removal or a merge can be undone from the recycle bin.
_ORPHANS_LIVE = timedelta(days=30)


class DocumentRefused(Exception):
    """`code`: "empty", "too_large" (more than MOST_BYTES), "unknown" (none of KINDS). Nothing was kept."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Document:
    """`name` as it is shown, with the ending of what the file really is; `size` in bytes."""

    token: str
    name: str
    size: int


def keep_document(*, pieces: Iterable[bytes], name: str) -> Document:
    """Keeps the file, if its content is of a known kind: its name and what the browser says of it count for nothing."""
    token = secrets.token_hex(16)
    path = path_of(token)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    size = 0
    try:
        with path.open("xb") as file:
            for piece in pieces:
                size += len(piece)
                if size > MOST_BYTES:
                    raise DocumentRefused("too_large")
                file.write(piece)
        if not size:
            raise DocumentRefused("empty")
        ending = _kind_of(path)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return Document(token, _shown(name, ending), size)


def path_of(token: str) -> Path:
    """ValueError for what is no token: nothing else ever becomes part of a path."""
    if not _TOKEN.fullmatch(token):
        raise ValueError("no token of a document")
    folder: Path = settings.VERNOST_DATA / "uploads" / "documents"
    return folder / token


def type_of(name: str) -> str:
    """The media type by the ending that `keep_document` gave."""
    return KINDS.get(name.rsplit(".", 1)[-1], "application/octet-stream")


def remove_document(token: str) -> None:
    path_of(token).unlink(missing_ok=True)


def sweep_documents(*, named: Iterable[str], at: datetime) -> int:
    """Removes files that no record of `named` tokens names and that are older than 30 days; returns how many."""
    folder: Path = settings.VERNOST_DATA / "uploads" / "documents"
    known, before, swept = set(named), (at - _ORPHANS_LIVE).timestamp(), 0
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name not in known and path.stat().st_mtime < before:
            path.unlink(missing_ok=True)
            swept += 1
    return swept


def _kind_of(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(8)
    for signature, ending in _STARTS.items():
        if start.startswith(signature):
            return ending
    if start.startswith(b"PK\x03\x04"):
        try:
            with ZipFile(path) as archive:
                if "word/document.xml" in archive.namelist():
                    return "docx"
        except BadZipFile:
            pass
    raise DocumentRefused("unknown")


def _shown(name: str, ending: str) -> str:
    """Without folders, control characters and whatever ending it came with."""
    last = re.sub(r"[\x00-\x1f\x7f\"]", "", name.replace("\\", "/").rsplit("/", 1)[-1])
    stem = last.rsplit(".", 1)[0].strip() or "document"
    return f"{stem[:180]}.{ending}"
