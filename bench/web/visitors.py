"""The load generator, a process of its own: `python -m bench.web.visitors`, told what to do by JSON on its input."""

import asyncio
import json
import sys
from time import process_time

from bench.web.asking import many_people, one_person


def main() -> None:
    """Reads {port, cookie, pages, times} or {…, people, seconds}; prints {times, seconds, own}: times by kind in
    milliseconds, seconds it all took, seconds of processor that this process itself needed.
    """
    told = json.load(sys.stdin)
    if "people" in told:
        times, seconds = asyncio.run(
            many_people(told["port"], told["cookie"], told["pages"], told["people"], told["seconds"])
        )
    else:
        times = asyncio.run(one_person(told["port"], told["cookie"], told["pages"], told["times"]))
        seconds = sum(map(sum, times.values())) / 1000
    json.dump({"times": times, "seconds": seconds, "own": process_time()}, sys.stdout)


if __name__ == "__main__":
    main()
