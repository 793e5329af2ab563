"""The site of the documentation: whole, linked, and fetching nothing from elsewhere."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FETCHED = re.compile(r"""<(?:script|img|iframe)\b[^>]*\bsrc=["']?https?:|<link\b[^>]*\bhref=["']?https?:""")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site as built in strict mode, which refuses broken links."""
    place = tmp_path_factory.mktemp("documentation")
    shutil.copy(ROOT / "zensical.toml", place)
    shutil.copytree(ROOT / "docs", place / "docs")
    built = subprocess.run(
        [Path(sys.executable).with_name("zensical"), "build", "--strict"],
        cwd=place,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return place / "site"


def test_every_page_is_in_the_site(site):
    pages = [path.relative_to(ROOT / "docs").with_suffix("") for path in (ROOT / "docs").rglob("*.md")]

    assert [
        str(page)
        for page in pages
        if not (site / (page.parent if page.name == "index" else page) / "index.html").exists()
    ] == []


def test_every_page_is_in_the_menu():
    menu = (ROOT / "zensical.toml").read_text(encoding="utf-8")

    assert [
        str(path.relative_to(ROOT / "docs"))
        for path in sorted((ROOT / "docs").rglob("*.md"))
        if f'"{path.relative_to(ROOT / "docs").as_posix()}"' not in menu
    ] == []


def test_no_page_fetches_anything_from_another_host(site):
    assert [
        str(path.relative_to(site))
        for path in site.rglob("*.html")
        if FETCHED.search(path.read_text(encoding="utf-8"))
    ] == []
