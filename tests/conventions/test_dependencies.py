"""Few dependencies, each with its reason; and no word of where they come from."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

from tests.conventions.tree import ROOT, SOURCE, tracked_files

PROJECT = ROOT / "pyproject.toml"
# In pieces, so that this file passes its own test.
REGISTRIES = [
    ".".join(pieces)
    for pieces in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("deb", "debian", "org"),
        ("security", "debian", "org"),
        ("archive", "ubuntu", "com"),
        ("unpkg", "com"),
        ("jsdelivr", "net"),
        ("cdnjs", "cloudflare", "com"),
        ("fonts", "googleapis", "com"),
        ("fonts", "gstatic", "com"),
        ("docker", "io"),
        ("ghcr", "io"),
    )
]


def dependencies() -> list[str]:
    requirements: list[str] = tomllib.loads(PROJECT.read_text())["project"]["dependencies"]
    return requirements


def test_fewer_than_30_at_run_time():
    assert len(dependencies()) < 30


def test_each_has_a_comment_above_it():
    lines = [line.strip() for line in PROJECT.read_text().splitlines()]

    assert [
        requirement
        for requirement in dependencies()
        if not lines[lines.index(f'"{requirement}",') - 1].startswith("#")
    ] == []


def test_no_registry_is_named():
    pattern = re.compile("|".join(re.escape(host) for host in REGISTRIES).encode())

    assert [
        str(path.relative_to(ROOT)) for path in tracked_files() if pattern.search(path.read_bytes())
    ] == []


def test_every_data_app_is_under_the_contract_of_its_layers():
    contracts = tomllib.loads(PROJECT.read_text())["tool"]["importlinter"]["contracts"]
    (inside,) = (contract for contract in contracts if contract["name"] == "Inside a data app")
    apps = {f"vernost.{path.parent.name}" for path in SOURCE.glob("*/models") if path.is_dir()}

    assert apps - {"vernost.core"} <= set(inside["containers"])


def test_whatever_is_imported_is_declared():
    """Else it runs here, where the tools bring it along, and breaks in a fresh environment."""
    project = tomllib.loads(PROJECT.read_text())["project"]
    extras = [one for group in project["optional-dependencies"].values() for one in group]
    declared = {_normal(re.split(r"[^\w.-]", one)[0]) for one in project["dependencies"] + extras}
    homes = packages_distributions()
    imported = {name for path in SOURCE.rglob("*.py") for name in _imported(path)}

    assert (
        sorted(
            name
            for name in imported - sys.stdlib_module_names - {"vernost"}
            if not declared & {_normal(home) for home in homes.get(name, [])}
        )
        == []
    )


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (one.name.partition(".")[0] for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
