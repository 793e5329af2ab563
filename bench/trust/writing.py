"""Two people write at once."""

import threading
from pathlib import Path
from typing import Any

from bench.trust.person import Person
from bench.trust.prepared import Prepared
from bench.trust.tally import Tally
from bench.web.server import served


def two_writers(ready: Prepared, place: Path, moments: int) -> Tally:
    """Two people save the same field at the same moment, having seen the same value; one must be asked."""
    tally = Tally("two people write one field")
    one = ready.waiting.copy(place / "two")
    one.do("drain")
    path, asked = "/clients/1/field/industry/", 0
    with served(one.environment()) as server:
        people = [Person(server), Person(server)]
        for moment in range(moments):
            forms = [person.open(path) for person in people]
            taken = [False, False]

            def save(which: int, forms: Any = forms, taken: Any = taken, moment: int = moment) -> None:
                fields = {**forms[which], "industry": f"{which} in round {moment}"}
                taken[which] = people[which].send(path, fields)

            threads = [threading.Thread(target=save, args=(which,)) for which in range(2)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            tally.tried += 1
            # Both taken: one has overwritten the other unseen. Neither: both were lost.
            tally.lost += sum(taken) != 1
            asked += sum(taken) == 1
    tally.notes.append(f"{asked} × one was asked")
    return tally
