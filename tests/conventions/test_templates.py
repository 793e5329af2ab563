"""Templates keep to the strict content security policy and to tidy translations."""

import re

import pytest

from tests.conventions.tree import ROOT, SOURCE

FACES = [SOURCE / name for name in ("ui", "office", "portal")]
BANNED = {
    "script in the page": re.compile(
        r"<script(?![^>]*\bsrc=)(?![^>]*\btype=\"application/json\")[^>]*>(?!\s*</script>)"
    ),
    "style in the page": re.compile(r"<style\b|\sstyle\s*="),
    "handler in the page": re.compile(r"\son[a-z]+\s*=\s*[\"']"),
    "blocktranslate that is not trimmed": re.compile(r"{%\s*blocktranslate(?![^%]*\btrimmed\b)"),
}


@pytest.mark.parametrize("fault", BANNED)
def test_no_template_has(fault):
    assert [
        str(path.relative_to(ROOT))
        for face in FACES
        for path in sorted(face.rglob("*.html"))
        if BANNED[fault].search(path.read_text(encoding="utf-8"))
    ] == []
