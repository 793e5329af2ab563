"""Every message of the web application has its Russian; English is the language of the source."""

from tools.messages import read_catalog, written


def test_every_message_is_translated():
    catalog = read_catalog()

    def is_translated(message: str | tuple[str, ...], context: str | None) -> bool:
        found = catalog.get(message[0] if isinstance(message, tuple) else message, context)
        if found is None or found.fuzzy:
            return False
        return all([found.string] if isinstance(found.string, str) else found.string)

    assert [message for context, message in written() if not is_translated(message, context)] == []
