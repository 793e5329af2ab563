"""The secret key and the checks that keep an installation from starting insecure."""

import secrets
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from vernost.config.environment import RefusesToStart

_LOOPBACK = {"localhost", "127.0.0.1", "[::1]", "testserver"}
_SHORTEST_KEY = 50
_SHORTEST_BACKUP_KEY = 20


def secret_key(given: str, data: Path) -> str:
    """`given`, or a key made once and kept in `data/secret-key`, readable by its owner alone."""
    if given:
        if len(given) < _SHORTEST_KEY:
            raise RefusesToStart(
                f"VERNOST_SECRET_KEY has {len(given)} characters; it must have at least {_SHORTEST_KEY}."
            )
        return given
    file = data / "secret-key"
    if not file.exists():
        data.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(f".{secrets.token_hex(4)}")
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(64))
        # Two processes may start at once: the first link wins, both read the same file.
        with suppress(FileExistsError):
            file.hardlink_to(fresh)
        fresh.unlink()
    return file.read_text()


def refuse_insecure(*, hosts: Iterable[str], https: bool, debug: bool) -> None:
    """RefusesToStart when the installation can be reached from outside without HTTPS or with debug pages."""
    outside = sorted(set(hosts) - _LOOPBACK)
    if not outside:
        return
    if "*" in outside:
        raise RefusesToStart(
            "VERNOST_HOSTS is *: anybody could forge the address in letters. Name the hosts."
        )
    if debug:
        raise RefusesToStart(
            f"VERNOST_DEBUG is on while {', '.join(outside)} is served: error pages would show secrets."
        )
    if not https:
        raise RefusesToStart(
            f"{', '.join(outside)} is served without HTTPS: passwords would travel readable. "
            "Put a proxy with a certificate in front and set VERNOST_HTTPS=yes."
        )


def backup_key(given: str) -> str:
    """RefusesToStart when the key for backups could be guessed."""
    if given and len(given) < _SHORTEST_BACKUP_KEY:
        raise RefusesToStart(
            f"VERNOST_BACKUP_KEY has {len(given)} characters; it must have at least {_SHORTEST_BACKUP_KEY}."
        )
    return given
