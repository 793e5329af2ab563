"""Few dependencies, each with its reason; and no word of where they come from."""

import re
import tomllib

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
