"""What may be imported without what."""

import subprocess
import sys
from importlib.util import find_spec

import pytest


@pytest.mark.skipif(find_spec("vernost.cli.main") is None, reason="the command line is not built yet")
def test_command_line_starts_without_django():
    code = "import sys, vernost.cli.main; print('django' in sys.modules)"

    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert found.stdout.strip() == "False"


def test_engine_starts_without_django():
    code = "import sys, vernost.engine; print('django' in sys.modules)"

    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert found.stdout.strip() == "False"
