"""Attached documents: what is taken, what is refused, what is swept away."""

import os
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.factories.moments import AT
from vernost.core.documents import (
    MOST_BYTES,
    DocumentRefused,
    keep_document,
    path_of,
    sweep_documents,
    type_of,
)

PDF = b"%PDF-1.7\n..."


@pytest.fixture(autouse=True)
def place(tmp_path, settings):
    settings.VERNOST_DATA = tmp_path
    return tmp_path / "uploads" / "documents"


def packed(name: str) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        archive.writestr(name, "x")
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "given", "name"),
    [
        (PDF, "rules.pdf", "rules.pdf"),
        (b"\xff\xd8\xff\xe0...", "Подпись.JPEG", "Подпись.jpg"),
        (b"\x89PNG\r\n\x1a\n...", "C:\\scans\\a.b.png", "a.b.png"),
        (packed("word/document.xml"), "x", "x.docx"),
        # The content decides, whatever the name says.
        (PDF, "../../etc/passwd", "passwd.pdf"),
        (PDF, 'page.html"\r\n', "page.pdf"),
        (PDF, ".pdf", "document.pdf"),
    ],
)
def test_known_kinds_are_kept_under_their_own_ending(content, given, name, place):
    document = keep_document(pieces=[content[:3], content[3:]], name=given)

    assert (document.name, document.size) == (name, len(content))
    assert path_of(document.token).read_bytes() == content
    assert path_of(document.token).parent == place


@pytest.mark.parametrize(
    ("pieces", "code"),
    [
        ([], "empty"),
        ([b"<html><script>alert(1)</script>"], "unknown"),
        ([b"MZ\x90\x00"], "unknown"),
        ([packed("xl/workbook.xml")], "unknown"),
        ([b"PK\x03\x04 broken"], "unknown"),
        ([PDF, b"x" * MOST_BYTES], "too_large"),
    ],
)
def test_everything_else_is_refused_and_nothing_is_kept(pieces, code, place):
    with pytest.raises(DocumentRefused) as refused:
        keep_document(pieces=pieces, name="rules.pdf")

    assert refused.value.code == code
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("token", ["", "../../secret", "0" * 31, "Z" * 32])
def test_nothing_but_a_token_becomes_a_path(token):
    with pytest.raises(ValueError, match="no token"):
        path_of(token)


def test_orphans_go_after_thirty_days():
    named, young, old = (keep_document(pieces=[PDF], name="a").token for _ in range(3))
    for token, days in ((named, 40), (young, 29), (old, 31)):
        moment = (AT - timedelta(days=days)).timestamp()
        os.utime(path_of(token), (moment, moment))

    assert sweep_documents(named=[named], at=AT) == 1
    assert [path_of(token).exists() for token in (named, young, old)] == [True, True, False]


def test_type_goes_by_the_ending():
    assert type_of("a.pdf") == "application/pdf"
    assert type_of("a.html") == "application/octet-stream"
