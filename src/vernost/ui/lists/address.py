"""Addresses of the same list with one thing changed."""

from django.http import QueryDict


def changed(query: QueryDict, **values: str | None) -> str:
    """`query` with keys set or, where None, left out; the page number goes unless it is the change."""
    copy = query.copy()
    if "page" not in values:
        copy.pop("page", None)
    for key, value in values.items():
        if value is None:
            copy.pop(key, None)
        else:
            copy[key] = value
    return f"?{copy.urlencode()}"


def without(query: QueryDict, key: str, value: str) -> str:
    """`query` without one value of `key`."""
    copy = query.copy()
    copy.pop("page", None)
    copy.setlist(key, [one for one in copy.getlist(key) if one != value])
    return f"?{copy.urlencode()}"
