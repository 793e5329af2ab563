"""`vernost run` whose processes are killed or that is stopped while people write and background work goes on."""

import http.client
import os
import signal
from collections import Counter
from itertools import batched
from pathlib import Path
from random import Random
from time import monotonic, sleep
from typing import Any

from bench.trust.installation import Installation
from bench.trust.moments import Moments
from bench.trust.person import Person
from bench.trust.prepared import Prepared
from bench.trust.processes import children_of, lives
from bench.trust.tally import Tally
from bench.trust.weighing import weigh
from bench.trust.writers import Writer, writing
from bench.web.server import Server, served

_SECONDS_BETWEEN = (0.3, 2.0)
_SECONDS_TO_RECOVER = 120
# In one life of the server: its work is over soon, and a job that was cut off five times is given up.
_KILLS_IN_A_LIFE = 4
_MOST_UNSURE = _KILLS_IN_A_LIFE


def killed_server(ready: Prepared, place: Path, moments: Moments, seed: int) -> Tally:
    """`moments` kills of a web process or of the worker, chosen by chance, a few in each life of the server."""
    tally, random = Tally(f"processes of vernost run killed during {ready.name}"), Random(seed)
    for some in batched(moments, _KILLS_IN_A_LIFE):
        one = _afresh(ready, place)
        with served(one.environment()) as server, writing(server) as writers:
            for _ in some:
                sleep(random.uniform(*_SECONDS_BETWEEN))
                tally.count(_kill_one(server, random))
            tally.crashed += not _answers(server)
            sleep(_SECONDS_BETWEEN[1])
        tally.tried += len(some)
        _weigh(tally, ready, writers, one)
    return tally


def stopped_server(ready: Prepared, place: Path, moments: Moments, seed: int) -> Tally:
    """SIGTERM and SIGINT while people write and the worker works: requests end, the job goes on at the next start."""
    tally, random, longest = Tally(f"vernost run stopped during {ready.name}"), Random(seed), 0.0
    for moment in moments:
        one = _afresh(ready, place)
        with served(one.environment()) as server, writing(server) as writers:
            sleep(random.uniform(*_SECONDS_BETWEEN))
            began, how = monotonic(), (signal.SIGTERM, signal.SIGINT)[moment % 2]
            os.kill(server.pid, how)
            while lives(server.pid) and monotonic() - began < _SECONDS_TO_RECOVER:
                sleep(0.05)
            longest = max(longest, monotonic() - began)
            tally.crashed += lives(server.pid)
            tally.count([how.name])
        tally.tried += 1
        _weigh(tally, ready, writers, one)
    tally.notes.append(f"stopped after {longest:.1f} s at the most")
    return tally


def _afresh(ready: Prepared, place: Path) -> Installation:
    if ready.taken:
        ready.taken.letters.clear()
    return ready.waiting.copy(place / "served")


def _kill_one(server: Server, random: Random) -> list[str]:
    victims = children_of(server.pid)
    if not victims:
        return ["nobody to kill"]
    pid, kind = random.choice(victims)
    os.kill(pid, signal.SIGKILL)
    return [f"{kind} killed"]


def _weigh(tally: Tally, ready: Prepared, writers: list[Writer], one: Installation) -> None:
    """What people wrote stands beside what the work made; orders of people are judged one by one."""
    tried = {number for writer in writers for number in writer.tried}
    told = {number for writer in writers for number in writer.told}
    found: dict[str, Any] = one.do("drain")
    orders = Counter(one.do("orders"))
    tally.lost += sum(number not in orders for number in told)
    written = sum(count for number, count in orders.items() if number in tried)
    rows = {name: found["rows"][name] for name in _OF_THE_WORK if name in ready.rows}
    rows["clients_order"] -= written
    weigh(tally, ready, found | {"rows": rows}, most_unsure=_MOST_UNSURE)
    tally.count(["orders sent"] * len(tried) + ["orders confirmed"] * len(told))


# Other tables have lines about what people wrote, or who logged in.
_OF_THE_WORK = ("clients_client", "clients_order", "assessment_clientassessment", "care_touch", "channels_letter",
                "care_clientletter", "voice_interaction", "transfer_importbatch")  # fmt: skip


def _answers(server: Server) -> bool:
    for _ in range(_SECONDS_TO_RECOVER * 5):
        try:
            if Person(server).open("/clients/1/orders/new/"):
                return True
        except (OSError, http.client.HTTPException):
            pass
        sleep(0.2)
    return False
