"""What the files of the repository are, for the tests of the conventions."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "vernost"
DATA_APPS = ("clients", "service", "voice", "assessment", "programmes", "care", "transfer")
FACES = ("office", "portal", "api", "mcp", "cli")


@cache
def python_files(directory: Path) -> tuple[Path, ...]:
    """The modules below `directory`, without Django's generated migrations and without hidden directories."""
    return tuple(path for path in sorted(directory.rglob("*.py")) if is_ours(path.relative_to(ROOT)))


def is_ours(path: Path) -> bool:
    return not any(part == "migrations" or part.startswith(".") for part in path.parts)


@cache
def engine_files() -> tuple[Path, ...]:
    return python_files(SOURCE / "engine")


@cache
def line_count(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


@cache
def syntax(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def tracked_files() -> list[Path]:
    """The files that git knows, those that are there."""
    names = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]
