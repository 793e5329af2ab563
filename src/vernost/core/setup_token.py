"""The one-time token that lets the first director in: printed in the terminal, kept in the data folder."""

import secrets
from hashlib import sha256
from hmac import compare_digest
from pathlib import Path


def new_token(data: Path) -> str:
    """A token that replaces any older one. The file holds its hash alone, readable by its owner."""
    token = secrets.token_urlsafe(16)
    file = _file(data)
    file.touch(mode=0o600)
    file.write_text(_digest(token), encoding="ascii")
    return token


def is_right(token: str, data: Path) -> bool:
    file = _file(data)
    return file.exists() and compare_digest(file.read_text(encoding="ascii"), _digest(token))


def forget_token(data: Path) -> None:
    _file(data).unlink(missing_ok=True)


def _file(data: Path) -> Path:
    return data / "setup-token"


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
