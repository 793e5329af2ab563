"""Names say what is inside (architecture, habits 1 and 10)."""

from tests.conventions.tree import ROOT, SOURCE, python_files

JUNK_DRAWERS = {"util", "utils", "helper", "helpers", "common", "misc"}


def test_no_junk_drawers():
    drawers = [
        str(path.relative_to(ROOT))
        for directory in (SOURCE, ROOT / "tests", ROOT / "tools", ROOT / "bench")
        for path in python_files(directory)
        if {path.stem, path.parent.name} & JUNK_DRAWERS
    ]

    assert drawers == []


def test_every_package_of_tests_mirrors_one_of_the_source():
    own = {"conventions", "factories", "e2e", "tools", "bench"}
    strangers = [
        str(directory.relative_to(ROOT / "tests"))
        for directory in (ROOT / "tests").rglob("*")
        if directory.is_dir()
        and any(directory.glob("test_*.py"))
        and directory.relative_to(ROOT / "tests").parts[0] not in own
        and not (SOURCE / directory.relative_to(ROOT / "tests")).is_dir()
    ]

    assert strangers == []
