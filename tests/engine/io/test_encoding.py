"""Finding the encoding and the place of a broken byte."""

import pytest

from vernost.engine.io.encoding import check_encoding, find_encoding, rewrite_as_utf8, scan
from vernost.engine.io.errors import UnreadableFile

RUSSIAN = "Контрагент;Дата;Сумма\nООО «Ромашка»;01.02.2024;5\nЗАО Лютик, Москва;02.02.2024;6\n"


def encoding_of(path, data):
    path.write_bytes(data)
    return find_encoding(data[: 1 << 16], scan(path))


@pytest.mark.parametrize(
    ("text", "written", "found"),
    [
        (RUSSIAN, "utf-8", "utf-8"),
        (RUSSIAN, "utf-8-sig", "utf-8-sig"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN.upper(), "cp1251", "cp1251"),
        (RUSSIAN.replace("«", "").replace("»", ""), "cp866", "cp866"),
        (RUSSIAN.replace("«", "").replace("»", ""), "koi8-r", "koi8-r"),
        (RUSSIAN, "utf-16", "utf-16"),
        ("client;date\nИванов;1\n" * 9, "utf-16-le", "utf-16-le"),
        ("client;date\nИванов;1\n" * 9, "utf-16-be", "utf-16-be"),
        ("Kunde;Datum;Betrag\nMüller & Söhne;2024-01-02;5\nCafé Zoë;2024-01-03;6\n", "cp1252", "cp1252"),
        ("client,date,amount\n", "ascii", "utf-8"),
    ],
)
def test_encodings_are_found(tmp_path, text, written, found):
    assert encoding_of(tmp_path / "file", text.encode(written)) == found


def test_letters_far_below_the_head_are_seen(tmp_path):
    text = "client,amount\n" + "1,2\n" * 200_000 + "Общество с ограниченной ответственностью,3\n"

    assert encoding_of(tmp_path / "file", text.encode("cp1251")) == "cp1251"
    assert encoding_of(tmp_path / "file", text.encode("utf-8")) == "utf-8"


def test_a_broken_byte_is_named_by_line_and_offset(tmp_path):
    path = tmp_path / "file"
    path.write_bytes("один\nдва\nтр".encode("cp1251") + b"\x98" + "и\n".encode("cp1251"))

    with pytest.raises(UnreadableFile) as refused:
        rewrite_as_utf8(path, tmp_path / "out", "cp1251", "orders.csv")

    assert refused.value.details == {
        "file": "orders.csv", "line": 3, "byte": "0x98", "offset": 11, "encoding": "cp1251",
    }  # fmt: skip


def test_damaged_utf8_is_not_taken_for_another_encoding(tmp_path):
    data = RUSSIAN.encode() + b"\xff\n" + RUSSIAN.encode()

    assert encoding_of(tmp_path / "file", data) == "utf-8"


def test_a_letter_cut_at_the_edge_of_a_piece_is_whole(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"a" * ((1 << 18) - 1) + "я".encode() + b"\n")

    assert scan(path).utf8


@pytest.mark.parametrize(
    ("data", "seen"),
    [(b"a\n\nb\n", True), (b"a\r\n\r\nb\r\n", True), (b"a\nb\n", False), (b"a\r\nb\r\n", False)],
)
def test_empty_lines_are_seen(tmp_path, data, seen):
    (tmp_path / "file").write_bytes(data)

    assert scan(tmp_path / "file").empty_lines is seen


def test_an_empty_line_at_the_edge_of_a_piece_is_seen(tmp_path):
    (tmp_path / "file").write_bytes(b"a" * ((1 << 18) - 1) + b"\n\nb\n")

    assert scan(tmp_path / "file").empty_lines


@pytest.mark.parametrize("name", ["klingon", "base64", "rot13", "idna", "a\0b"])
def test_what_is_no_encoding_of_text_is_refused(name):
    with pytest.raises(UnreadableFile) as refused:
        check_encoding(name)

    assert refused.value.code == "unknown_encoding"
