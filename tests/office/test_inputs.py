"""Every form of the office, each of its text fields with what nobody expects: an answer, no crash, no script."""

import re
from html import unescape

import pytest

from tests.office.addresses import TABLE
from tests.office.test_access import address
from vernost.transfer.exporting.writers import safe_text
from vernost.ui.lists.export import _safe

_SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
_NASTY = {
    "html": _SCRIPT,
    "right to left": "\u202eгпж.exe\u202c",
    "nul": "a\x00b",
    "emoji": "👩‍👩‍👧‍👦" * 40,
    "lone surrogate": "\ud83d",
    "long": "x" * 1_000_000,
    "formula": '=HYPERLINK("http://evil.example";"x")',
    "number of a billion digits": "9" * 5_000,
}
_TYPES = ("text", "search", "email", "number", "date", "tel", "url", "")
_FORMS = sorted(
    name for name, row in TABLE.items() if row.method == "get" and row.own[0] == "o" and not name.startswith("mfa_")
)  # fmt: skip


def fields_of(page: str) -> dict[str, str]:
    """Fields of the page's own form, with what stands in them."""
    inside = re.findall(r'<form method="post"[^>]*class="form[^>]*>(.*?)</form>', page, re.DOTALL)
    found = {}
    for form in inside:
        for tag in re.findall(r"<(?:input|textarea) [^>]+>", form):
            given = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
            if given.get("type", "") in _TYPES and "name" in given:
                found[given["name"]] = unescape(given.get("value", ""))
        for name, options in re.findall(r'<select [^>]*name="([\w-]+)"[^>]*>(.*?)</select>', form, re.DOTALL):
            values = re.findall(r'value="([^"]*)"', options)
            found[name] = next((value for value in values if value), "")
    return found


@pytest.mark.parametrize("kind", _NASTY)
def test_every_form_answers(browser_of, director, client_one, kind):
    """A crash would be raised here by the test's browser."""
    browser, tried = browser_of(director), 0
    for name in _FORMS:
        there = address(name, client_one.pk)
        fields = fields_of(browser.get(there, follow=True).content.decode())
        if not fields or name in ("account_reauthenticate", "change_password", "mfa_reauthenticate"):
            continue
        text = _NASTY[kind].encode("utf-8", "surrogatepass").decode("utf-8", "replace")
        answer = browser.post(there, dict.fromkeys(fields, text))
        tried += 1
        assert answer.status_code in (200, 302, 400, 403, 404, 405), name
        if kind == "html":
            assert _SCRIPT not in answer.content.decode(), name
            assert _SCRIPT not in browser.get(there, follow=True).content.decode(), name
    assert tried > 15


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_text_of_an_export_is_a_formula(start):
    text = f"{start}1+1"

    assert safe_text(text).startswith("'")
    assert _safe(text).startswith("'")
    assert safe_text("plain") == _safe("plain") == "plain"
