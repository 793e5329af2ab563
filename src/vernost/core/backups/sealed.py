"""A backup under a key: AES-256-GCM piece by piece, each with its number and whether it is the last, so that a file
that was cut, turned about or altered does not open.
"""

import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from vernost.core.backups.manifest import BadBackup

MARK = b"VERNOST-SEALED-1"
_SALT, _PREFIX, _TAG = 16, 7, 16
_PIECE = 1 << 20


def is_sealed(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(MARK)) == MARK


def seal(source: Path, to: Path, key: str) -> None:
    salt, prefix = secrets.token_bytes(_SALT), secrets.token_bytes(_PREFIX)
    cipher = _cipher(key, salt)
    with source.open("rb") as plain, to.open("wb") as out:
        out.write(MARK + salt + prefix)
        for number, piece, last in _pieces(plain, _PIECE):
            out.write(cipher.encrypt(_nonce(prefix, number, last), piece, MARK))


def unseal(source: Path, to: Path, key: str) -> None:
    """BadBackup with a wrong key, or when the file is not as it was sealed."""
    with source.open("rb") as file, to.open("wb") as out:
        file.read(len(MARK))
        salt, prefix = file.read(_SALT), file.read(_PREFIX)
        if len(prefix) != _PREFIX:
            raise BadBackup("it is cut short")
        cipher = _cipher(key, salt)
        for number, piece, last in _pieces(file, _PIECE + _TAG):
            try:
                out.write(cipher.decrypt(_nonce(prefix, number, last), piece, MARK))
            except InvalidTag as error:
                raise BadBackup("it was sealed with another key, or it is damaged") from error


def _pieces(file: BinaryIO, size: int) -> Iterator[tuple[int, bytes, bool]]:
    """(number, piece, whether it is the last); an empty file has one empty piece."""
    number, piece = 0, file.read(size)
    while True:
        following = file.read(size)
        yield number, piece, not following
        if not following:
            return
        number, piece = number + 1, following


def _nonce(prefix: bytes, number: int, last: bool) -> bytes:
    return prefix + number.to_bytes(4, "big") + bytes([last])


def _cipher(key: str, salt: bytes) -> AESGCM:
    return AESGCM(Scrypt(salt=salt, length=32, n=1 << 15, r=8, p=1).derive(key.encode()))
