"""What a backup says about itself, so that a damaged or foreign file is refused before anything is touched."""

import json
from dataclasses import asdict, dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Any

NAME = "manifest.json"
_FORM = 1


class BadBackup(Exception):
    """The file is no backup of ours, or it is damaged; the text says which. Nothing was changed."""


@dataclass(frozen=True)
class Manifest:
    """`database` is sqlite or postgresql; `rows` counts each table; `digests` are SHA-256 of each file inside."""

    made_at: str
    version: str
    database: str
    migrations: list[str]
    rows: dict[str, int]
    digests: dict[str, str]
    form: int = _FORM

    def write(self, folder: Path) -> None:
        (folder / NAME).write_text(json.dumps(asdict(self), indent=1, ensure_ascii=False), encoding="utf-8")


def read_manifest(folder: Path) -> Manifest:
    """BadBackup when it is missing, or of a form that this version does not know."""
    try:
        values: dict[str, Any] = json.loads((folder / NAME).read_text(encoding="utf-8"))
        manifest = Manifest(**values)
    except (OSError, ValueError, TypeError) as error:
        raise BadBackup("it has no readable manifest") from error
    if manifest.form != _FORM:
        raise BadBackup(f"it has form {manifest.form}, this version reads form {_FORM}")
    return manifest


def digests_of(folder: Path) -> dict[str, str]:
    """By path inside `folder`, without the manifest."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != NAME]
    return {path.relative_to(folder).as_posix(): _digest(path) for path in files}


def _digest(path: Path) -> str:
    with path.open("rb") as content:
        return file_digest(content, "sha256").hexdigest()


def compare(manifest: Manifest, folder: Path) -> None:
    """BadBackup when a file is missing, added or altered."""
    found = digests_of(folder)
    wrong = sorted(
        name
        for name in found.keys() | manifest.digests.keys()
        if found.get(name) != manifest.digests.get(name)
    )
    if wrong:
        raise BadBackup(f"damaged inside: {', '.join(wrong)}")
