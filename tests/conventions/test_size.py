"""Many small files (architecture, habit 16). ruff counts the statements of functions."""

from pathlib import Path
from statistics import median, quantiles

from tests.conventions.tree import ROOT, SOURCE, engine_files, line_count, python_files

LIMIT, ENGINE_LIMIT, TEMPLATE_LIMIT = 400, 500, 150

# Files over their limit, each with the lines that it may have. The list may only shrink.
EXCEPTIONS: dict[str, int] = {}


def limit(path: Path) -> int:
    own = ENGINE_LIMIT if path in engine_files() else LIMIT
    return EXCEPTIONS.get(str(path.relative_to(ROOT)), own)


def code_sizes() -> list[int]:
    """Lines of every file in src that holds code; generated migrations are Django's."""
    return [size for size in map(line_count, python_files(SOURCE)) if size]


def test_no_file_is_over_its_limit():
    assert {
        str(path.relative_to(ROOT)): line_count(path)
        for path in (*python_files(SOURCE), *python_files(ROOT / "tools"), *python_files(ROOT / "bench"))
        if line_count(path) > limit(path)
    } == {}


def test_no_exception_is_left_that_is_not_needed():
    assert [
        path
        for path in EXCEPTIONS
        if not (ROOT / path).exists()
        or line_count(ROOT / path) <= (ENGINE_LIMIT if "engine" in path else LIMIT)
    ] == []


def test_half_of_the_files_have_at_most_80_lines():
    assert median(code_sizes()) <= 80


def test_nine_files_of_ten_have_at_most_250_lines():
    assert quantiles(code_sizes(), n=10)[-1] <= 250


def test_no_template_is_over_150_lines():
    assert {
        str(path.relative_to(ROOT)): line_count(path)
        for path in SOURCE.rglob("*.html")
        if line_count(path) > TEMPLATE_LIMIT
    } == {}
