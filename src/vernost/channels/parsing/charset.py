"""Bytes to words when nobody, or a liar, says in which letters they are written."""

from itertools import pairwise


def decoded(content: bytes, declared: str | None) -> str:
    """By the declared letters if they fit, else UTF-8, else the Cyrillic or Western code page that fits better."""
    for name in (declared, "utf-8"):
        try:
            return content.decode(name) if name else content.decode("ascii")
        except (UnicodeError, LookupError, ValueError):
            continue
    best = "cp1251" if _looks_cyrillic(content) else "latin-1"
    return content.decode(best, "replace")


def _looks_cyrillic(content: bytes) -> bool:
    """Among the bytes above ASCII most are letters of the Russian alphabet in cp1251, and stand beside one another."""
    high = [byte for byte in content if byte > 0x7F]
    pairs = sum(1 for one, two in pairwise(content) if one >= 0xC0 and two >= 0xC0)
    return bool(high) and sum(byte >= 0xC0 for byte in high) > len(high) * 0.8 and pairs > len(high) * 0.4
