"""Fixtures of all tests."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest


def _shared_directories() -> list[Path]:
    given = os.environ.get("VERNOST_SHARED")
    beside = [parent / "shared" for parent in Path(__file__).resolve().parents]
    return [Path(given), *beside] if given else beside


@pytest.fixture(scope="session")
def shared_data() -> Callable[[str], Path]:
    """Path of a file of real data, under VERNOST_SHARED or `shared` in a directory above; else skipped."""

    def find(name: str) -> Path:
        for directory in _shared_directories():
            path = directory / "data" / name
            if path.is_file():
                return path
        pytest.skip(f"real data {name}: not under VERNOST_SHARED, nor in `shared` beside the repository")

    return find
