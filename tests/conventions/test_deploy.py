"""The unit of deploy/, as systemd itself reads it."""

import re
import shutil
import subprocess
import sys

import pytest

from tests.conventions.tree import ROOT

_UNIT = ROOT / "deploy" / "vernost.service"
# 10 is a process that may do everything; systemd calls it OK up to 5.
_MOST_EXPOSED = 2.0

pytestmark = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None,
    reason="systemd-analyze is not here: sudo apt-get install systemd",
)


@pytest.fixture
def unit(tmp_path):
    """With a program that exists."""
    unit = tmp_path / _UNIT.name
    unit.write_text(re.sub(r"(?<=^ExecStart=)\S+", sys.executable, _UNIT.read_text(), flags=re.MULTILINE))
    return unit


def analyzed(*words):
    return subprocess.run(
        ["systemd-analyze", *map(str, words)], capture_output=True, text=True, check=False, timeout=60
    )


def test_systemd_understands_every_line(unit):
    done = analyzed("verify", unit)

    # It looks at all units of the machine; others may have faults.
    assert [line for line in done.stderr.splitlines() if unit.name in line] == []


def test_little_is_open(unit):
    done = analyzed("security", "--offline=true", "--no-pager", unit)

    exposed = re.search(r"exposure level for \S+: ([\d.]+)", done.stdout)
    assert exposed is not None, done.stderr
    assert float(exposed[1]) < _MOST_EXPOSED
