"""HTML that is made once and shown again as long as what it was made from is the same.

Nothing is ever old and nobody sees what is another's: the key names everything that the HTML shows. Reading that anew
for each page is cheap (core/queries/prepared.py), templates are not.
"""

from collections.abc import Callable, Hashable

from django.utils.safestring import SafeString
from django.utils.translation import get_language

_MOST = 2000
_remembered: dict[Hashable, SafeString] = {}


def remembered(key: Hashable, make: Callable[[], str]) -> SafeString:
    """`make()`, which is safe HTML; called once in each language for each `key`. `make` may use nothing of the request
    or the person that does not stand in `key`.
    """
    whole = (get_language(), key)
    found = _remembered.get(whole)
    if found is None:
        if len(_remembered) >= _MOST:
            _remembered.clear()
        found = _remembered[whole] = SafeString(make())
    return found
