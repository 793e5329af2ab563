"""How often a token may ask: counted by the minute, in the cache that all processes share."""

from datetime import datetime

from django.conf import settings
from django.core.cache import cache

_MINUTE = 60


def seconds_to_wait(token: int, *, at: datetime) -> int:
    """Counts one request of the token; 0 when it may go on, else how long until it may."""
    minute, passed = divmod(int(at.timestamp()), _MINUTE)
    key = f"api-token-{token}"
    since, count = cache.get(key) or (minute, 0)
    count = count + 1 if since == minute else 1
    if count > settings.VERNOST_API_LIMIT:
        return _MINUTE - passed
    cache.set(key, (minute, count), 2 * _MINUTE)
    return 0
