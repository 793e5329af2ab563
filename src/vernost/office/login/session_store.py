"""Sessions in the database, read by a prepared query: every page asks for one."""

from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions
from django.contrib.sessions.models import Session

from vernost.core.clock import now
from vernost.core.queries.prepared import Prepared

_BY_KEY = Prepared(lambda key: Session.objects.filter(session_key=key))


class SessionStore(DatabaseSessions):
    def _get_session_from_db(self) -> Any:
        found = _BY_KEY.record(self.session_key)
        if found is None or found.expire_date <= now():
            self._session_key = None
            return None
        return found
