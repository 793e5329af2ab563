"""What a change of the method would do, without storing anything."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from vernost.assessment.judging import judge
from vernost.assessment.queries.engine_tables import engine_tables
from vernost.assessment.queries.method import method_of
from vernost.assessment.queries.run import day_to_judge
from vernost.core.jobs.progress import report_progress
from vernost.core.queries.company import company

MOST_NAMED = 500
_JUDGED = ("group", "stage", "loyalty")


def try_changes(*, values: Mapping[str, Any], today: date) -> dict[str, Any]:
    """Judges by the method as it is and with `values` over it, on the same day and data.

    {"changed": {"group": n, "stage": n, "loyalty": n}, "signals": [before, after], "moves": [[before, after, n], …]
    between groups, "clients": [[client, before, after], …] of changed groups, at most MOST_NAMED}.
    """
    as_of = day_to_judge(today)
    if as_of is None:
        return {"changed": dict.fromkeys(_JUDGED, 0), "signals": [0, 0], "moves": [], "clients": []}
    own = company()
    before, after = method_of(own), method_of(own, values)
    report_progress(0, 3, "check")
    tables = engine_tables(before, lambda _name: None)
    report_progress(1, 3, "judgement")
    old = judge(tables, before, as_of, lambda _step: None, whole=True)
    report_progress(2, 3, "judgement")
    new = judge(tables, after, as_of, lambda _step: None, whole=True)
    was, becomes = _judgements(old.clients), _judgements(new.clients)
    pairs = [(client, was[client], found) for client, found in becomes.items()]
    groups = [(client, one[0], other[0]) for client, one, other in pairs if one[0] != other[0]]
    changed = {name: sum(one[at] != other[at] for _c, one, other in pairs) for at, name in enumerate(_JUDGED)}
    return {
        "changed": changed,
        "signals": [table.num_rows if table else 0 for table in (old.signals, new.signals)],
        "moves": [[*move, n] for move, n in sorted(Counter(g[1:] for g in groups).items())],
        "clients": [
            list(one) for one in sorted(groups, key=lambda one: (one[2], one[1], one[0]))[:MOST_NAMED]
        ],
    }


def _judgements(clients: Any) -> dict[int, tuple[str, ...]]:
    columns = (clients.column(name).to_pylist() for name in ("client_id", *_JUDGED))
    return {client: tuple(found) for client, *found in zip(*columns, strict=True)}
