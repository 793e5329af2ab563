"""A letter as a Word document: what stands in it, whatever stands in the letter."""

from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from vernost.ui.docx import docx_of

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def paragraphs_of(content: bytes) -> list[str]:
    with ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert {"[Content_Types].xml", "_rels/.rels", "word/document.xml"} == set(archive.namelist())
        document = ElementTree.fromstring(archive.read("word/document.xml"))  # noqa: S314 (our own)
    return ["".join(text.text or "" for text in one.iter(f"{WORD}t")) for one in document.iter(f"{WORD}p")]


def test_each_line_is_a_paragraph_after_the_subject():
    content = docx_of(
        subject="Прощание", body="Уважаемый <Клиент> & Ко!\r\n\r\n  С уважением,\nАнна\n", language="ru"
    )

    assert paragraphs_of(content) == ["Прощание", "Уважаемый <Клиент> & Ко!", "", "  С уважением,", "Анна"]


def test_language_is_told_to_the_spelling_checker():
    content = docx_of(subject="", body="Ja", language="en")

    with ZipFile(BytesIO(content)) as archive:
        assert 'w:lang w:val="en-GB"' in archive.read("word/document.xml").decode()
    assert paragraphs_of(content) == ["Ja"]


def test_what_xml_forbids_is_left_out():
    assert paragraphs_of(docx_of(subject="a\x00b", body="c\x0bd\te", language="en")) == ["ab", "cd\te"]
