"""A letter as a Word document (Office Open XML, ECMA-376): paragraphs on A4, in one typeface, in one language.

The three parts that the format demands are written here: for headings, tables and pictures it would not be enough.
"""

from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = (
    _HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{TYPE}.main+xml"/></Types>'
)
_RELATIONS = (
    _HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="word/document.xml"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# A4 with 2.5 cm to each side, in twentieths of a point.
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>'
    "</w:sectPr>"
)
_TAGS = {"ru": "ru-RU", "en": "en-GB"}


def docx_of(*, subject: str, body: str, language: str) -> bytes:
    """`subject` in bold, then `body`, whose every line is a paragraph; `language` is for the spelling checker."""
    lines = [_paragraph(subject, language, bold=True)] if subject else []
    lines += [_paragraph(line, language) for line in body.replace("\r\n", "\n").strip().split("\n")]
    document = f'{_HEAD}<w:document xmlns:w="{_WORD}"><w:body>{"".join(lines)}{_PAGE}</w:body></w:document>'
    parts = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": document}
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            # Without the clock the same letter is the same file.
            archive.writestr(ZipInfo(name), text, ZIP_DEFLATED)
    return packed.getvalue()


def _paragraph(text: str, language: str, *, bold: bool = False) -> str:
    shown = "".join(letter for letter in text if letter >= " " or letter == "\t")
    weight = "<w:b/>" if bold else ""
    after = 240 if bold else 120
    return (
        f'<w:p><w:pPr><w:spacing w:after="{after}"/></w:pPr><w:r><w:rPr>'
        f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>{weight}'
        f'<w:sz w:val="24"/><w:lang w:val="{_TAGS.get(language, language)}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(shown)}</w:t></w:r></w:p>'
    )
