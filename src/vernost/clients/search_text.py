"""The text by which a client is found, written by every action that touches its name or numbers."""

from vernost.clients.models import Client


def folded(text: str) -> str:
    """Letters of either case alike, ё as е: how people type when they search."""
    return text.casefold().replace("ё", "е")


def search_text_of(client: Client) -> str:
    return folded(" ".join(part for part in (client.name, client.code, client.tax_id, client.email) if part))
