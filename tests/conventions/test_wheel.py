"""The wheel carries what runs, also what git does not keep."""

import shutil
import subprocess
import sys
import zipfile

import pytest

from tests.conventions.tree import ROOT, SOURCE


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Names in a wheel that is built from what git keeps."""
    place = tmp_path_factory.mktemp("wheel")
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, place)
    made = shutil.ignore_patterns("*.mo", "__pycache__")
    shutil.copytree(ROOT / "src", place / "src", ignore=made)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", "dist"],
        cwd=place,
        capture_output=True,
        check=True,
    )
    (file,) = (place / "dist").glob("*.whl")
    return set(zipfile.ZipFile(file).namelist())


def test_every_translation_is_compiled(wheel):
    sources = [path.relative_to(SOURCE.parent) for path in SOURCE.rglob("*.po")]

    assert sources
    assert [str(path) for path in sources if str(path.with_suffix(".mo")) not in wheel] == []


def test_types_are_announced(wheel):
    assert "vernost/py.typed" in wheel


def test_nothing_but_the_package_is_installed(wheel):
    assert {name.split("/")[0].partition("-")[0] for name in wheel} == {"vernost"}
