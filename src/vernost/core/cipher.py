"""Secrets that the database keeps, encrypted with the installation's own."""

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings


def encrypt(text: str, *, purpose: str) -> str:
    """`purpose` parts the secrets of one kind from those of another: what was encrypted for one opens for no other."""
    return _cipher(purpose).encrypt(text.encode()).decode()


def decrypt(encrypted: str, *, purpose: str) -> str:
    """Empty after the installation's secret has changed: whoever gave the secret has to give it again."""
    try:
        return _cipher(purpose).decrypt(encrypted.encode()).decode()
    except InvalidToken:
        return ""


def _cipher(purpose: str) -> Fernet:
    digest = hashlib.sha256(f"vernost {purpose}".encode() + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))
