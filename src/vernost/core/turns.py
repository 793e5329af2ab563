"""How often somebody may ask for what costs much: a search, an export, a call of the API.

Counted in the memory of each web process and not in the database: who asks must not wait for an import that writes.
With several processes it is so often in each.
"""

from collections import OrderedDict, deque
from threading import Lock

# Who has done nothing for the longest is forgotten first.
_MOST_PEOPLE = 10_000


class Turns:
    """Who did what when; `wait` says how many seconds he has to wait, 0 when it is his turn now, which is counted. `at`
    are seconds of a clock that is never set back.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._taken: OrderedDict[tuple[str, int], deque[float]] = OrderedDict()

    def wait(self, what: str, who: int, *, most: int, within: float, at: float) -> float:
        with self._lock:
            taken = self._taken.setdefault((what, who), deque())
            self._taken.move_to_end((what, who))
            while taken and taken[0] <= at - within:
                taken.popleft()
            if len(taken) >= most:
                return taken[0] + within - at
            taken.append(at)
            if len(self._taken) > _MOST_PEOPLE:
                self._taken.popitem(last=False)
            return 0.0

    def forget(self) -> None:
        """Everything. For tests, of which each begins with all its turns."""
        with self._lock:
            self._taken.clear()


turns = Turns()
