"""The front of the command line: help, wrong usage, unexpected errors."""

import subprocess
import sys

import pytest

from vernost.cli import main as entry
from vernost.cli.commands import COMMANDS


def vernost(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The real command in its own process."""
    return subprocess.run(
        [sys.executable, "-c", "from vernost.cli.main import main; main()", *arguments],
        capture_output=True,
        text=True,
        env={"PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "utf-8", **environment},
        check=False,
    )


def test_help_names_every_command():
    done = vernost("--help")
    assert done.returncode == 0
    assert all(name in done.stdout for name in COMMANDS)


def test_help_imports_neither_django_nor_the_engine():
    program = (
        "import sys; from vernost.cli.main import run; run(['--help']);"
        "print([m for m in ('django', 'ibis', 'duckdb', 'pyarrow') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_loads_and_has_help(name):
    command = COMMANDS[name].load()
    assert command.name == name
    assert command.help


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["asess"], "asess"),
        (["version", "--foo"], "--foo"),
        (["version", "--lang", "xx"], "--lang"),
        (["version", "surplus"], "surplus"),
    ],
)
def test_wrong_usage_is_one_line_and_code_2(arguments, words):
    done = vernost(*arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stdout == ""


def test_unexpected_error_is_one_line_unless_debug(monkeypatch, capsys):
    def broken(self: object, *arguments: object, **options: object) -> None:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr(entry.Vernost, "main", broken)
    assert entry.run(["version"]) == 1
    plain = capsys.readouterr().err
    assert "by nothing" in plain
    assert "Traceback" not in plain
    assert len(plain.strip().splitlines()) == 1
    assert entry.run(["--debug", "version"]) == 1
    assert "Traceback" in capsys.readouterr().err
