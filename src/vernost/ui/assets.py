"""Addresses of the built front end (`make front`); each name carries a hash of its content."""

import json
from functools import cache
from pathlib import Path

_DIST = Path(__file__).parent / "static" / "dist"


class FrontEndNotBuilt(Exception):
    """The styles and scripts are missing."""


@cache
def _built() -> dict[str, str]:
    manifest = _DIST / "manifest.json"
    return dict(json.loads(manifest.read_text())) if manifest.exists() else {}


def is_built() -> bool:
    return bool(_built())


def asset_url(name: str) -> str:
    """The address of `office.js` and the like. Before the first build the plain name, so that tests need no Node."""
    built = _built()
    if built and name not in built:
        raise FrontEndNotBuilt(f"{name} is not in {_DIST}; run `make front`")
    return f"/static/dist/{built.get(name, name)}"
