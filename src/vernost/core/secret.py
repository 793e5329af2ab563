"""Secrets that open something without a password: shown once, kept as a hash alone."""

import secrets
from hashlib import sha256

# 256 bits: nobody guesses one, so that a fast hash is enough.
_BYTES = 32


def new_secret() -> str:
    return secrets.token_urlsafe(_BYTES)


def hash_of(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
