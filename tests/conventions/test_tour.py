"""A newcomer understands the house in fifteen minutes: README names eight short files."""

import re

from tests.conventions.tree import ROOT, line_count

STOP = re.compile(r"^\d\. \[([^\]]+)\]\(([^)]+)\)", re.MULTILINE)


def tour() -> list[tuple[str, str]]:
    return STOP.findall((ROOT / "README.md").read_text(encoding="utf-8"))


def test_the_tour_has_eight_stops_that_are_called_what_they_are():
    assert len(tour()) == 8
    assert [name for name, target in tour() if name != target] == []


def test_every_stop_is_a_short_file():
    assert [
        target for _, target in tour() if not (ROOT / target).is_file() or line_count(ROOT / target) >= 150
    ] == []
