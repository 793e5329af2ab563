"""What may be imported without what."""

import subprocess
import sys


def test_command_line_starts_without_django():
    code = "import sys, vernost.cli.main; print('django' in sys.modules)"

    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert found.stdout.strip() == "False"


def test_engine_starts_without_django():
    code = "import sys, vernost.engine; print('django' in sys.modules)"

    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert found.stdout.strip() == "False"
