"""The document that programs are generated from."""

from collections import Counter

from pydantic import BaseModel

from vernost.api.interface import api


def _below(kind):
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def test_no_two_schemas_share_a_name():
    """The later one would take the place of the earlier one in the document, without a word."""
    assert api.get_openapi_schema()
    ours = {
        one
        for one in _below(BaseModel)
        if one.__module__.startswith("vernost.api.") and one.__name__.isidentifier()
    }

    assert [
        name for name, count in Counter(one.__name__ for one in ours).items() if count > 1 and name[0] != "_"
    ] == []
