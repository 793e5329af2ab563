"""Every list of the office is asked with one row and with three: the number of queries must be the same."""

from pathlib import Path

import pytest

OFFICE = Path("src/vernost/office")
AREAS = sorted({file.parent.name for file in OFFICE.glob("*/*.py") if "ListSpec(" in file.read_text()})
_COUNTS = ("assert_num_queries(", "assert_max_num_queries(", "CaptureQueriesContext(")


def test_lists_are_found():
    assert {"clients", "cases", "decisions"} <= set(AREAS)


@pytest.mark.parametrize("area", AREAS)
def test_queries_of_the_list_are_counted(area):
    tests = "".join(file.read_text() for file in Path("tests/office", area).glob("test_*.py"))

    assert any(count in tests for count in _COUNTS)
