"""Compares an installation in which all is quiet again with the undisturbed one."""

from collections import Counter
from typing import Any

from bench.trust.prepared import Prepared
from bench.trust.tally import Tally

_SENT, _UNSURE = "sent", "unsure"


def weigh(tally: Tally, ready: Prepared, found: dict[str, Any], *, most_unsure: int = 1) -> None:
    """`found` as bench/trust/settling.py tells it. Nothing is there twice, no job waits that would not without the
    fault, none was given up; the tables that were counted have as many rows as without the fault.
    """
    tally.doubled += found["twice"]
    tally.lost += not found["whole"]
    waiting, expected_waiting = Counter(found["waiting"]), Counter(ready.left)
    tally.compare(
        {f"job {task}": n for task, n in expected_waiting.items()},
        {f"job {task}": n for task, n in waiting.items()},
    )
    for task, error in found["failed"]:
        tally.lost += 1
        tally.notes.append(
            f"{task} gave up: {error.strip().splitlines()[-1][:120] if error.strip() else '?'}"
        )
    rows = found["rows"]
    expected = {name: n for name, n in ready.rows.items() if name in rows}
    if unsure := _weigh_letters(tally, ready, found["letters"], most_unsure):
        # Of what is unsure no contact is written down, nor its line in the log.
        expected = {"channels_letter": len(found["letters"]), "voice_interaction": ready.letters - unsure}
        rows = {name: rows[name] for name in expected}
    tally.compare(expected, rows)


def _weigh_letters(tally: Tally, ready: Prepared, states: dict[str, str], most_unsure: int) -> int:
    """A letter whose worker dies between its last word and the server's answer may have arrived or not: it has to be
    unsure, for a person to decide, and no other letter may be. Returns how many are.
    """
    if ready.taken is None:
        return 0
    times = Counter(ready.taken.numbers)
    tally.doubled += sum(n - 1 for n in times.values()) + sum(number not in states for number in times)
    tally.lost += sum(state == _SENT and number not in times for number, state in states.items())
    tally.lost += sum(state not in (_SENT, _UNSURE) for state in states.values())
    unsure = sum(state == _UNSURE for state in states.values())
    tally.lost += max(0, unsure - most_unsure)
    tally.counted["letters"] += len(states)
    tally.counted["letters unsure"] += unsure
    return unsure
