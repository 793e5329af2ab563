"""Everything that the report shows, gathered once from the assessments; the sections only draw."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from vernost.assessment.wording.words import Words
from vernost.cli.attention import Attention, broken_rhythms, chances, troubles
from vernost.cli.report.movement import Movement
from vernost.engine import Settings

if TYPE_CHECKING:
    from vernost.engine import Assessment

MOST_CASES = 60
MOST_CHANCES = 15
MOST_STRIPS = 24
MOST_ON_MAP = 400

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Material:
    """What the sections draw from. `names` holds a name for the shown clients that have one."""

    words: Words
    company: Mapping[str, Any]
    settings: Settings
    attention: Attention
    chances: Attention
    rhythms: Attention
    on_map: Sequence[Row]
    occasions: Mapping[str, Sequence[tuple[date, float]]]
    movement: Movement
    names: Mapping[str, str]
    files: Sequence[str]

    @property
    def as_of(self) -> date:
        as_of: date = self.company["as_of"]
        return as_of

    def name_of(self, client_id: str) -> str:
        return self.names.get(client_id, client_id)


def collect(
    *,
    words: Words,
    result: "Assessment",
    settings: Settings,
    movement: Movement,
    names: Mapping[str, str],
    files: Sequence[str],
) -> Material:
    """Gathers the material; `movement` is made by the caller, who can assess other days."""
    clients, signals = result.clients.to_arrow(), result.signals.to_arrow()
    attention = troubles(clients, signals, MOST_CASES)
    rhythms = broken_rhythms(clients, signals, MOST_STRIPS)
    return Material(
        words=words,
        company=result.company,
        settings=settings,
        attention=attention,
        rhythms=rhythms,
        chances=chances(clients, signals, MOST_CHANCES),
        on_map=_largest(clients, MOST_ON_MAP),
        occasions=_occasions(result, [case.client_id for case in rhythms.cases]),
        movement=movement,
        names=names,
        files=files,
    )


def shown_clients(result: "Assessment") -> set[str]:
    """The ids of all clients that the report may name."""
    clients, signals = result.clients.to_arrow(), result.signals.to_arrow()
    cases = (
        *troubles(clients, signals, MOST_CASES).cases,
        *chances(clients, signals, MOST_CHANCES).cases,
        *broken_rhythms(clients, signals, MOST_STRIPS).cases,
    )
    largest = {str(row["client_id"]) for row in _largest(clients, MOST_ON_MAP)}
    leaving = {str(row["client_id"]) for row in result.company["if_leaves"]}
    return largest | leaving | {case.client_id for case in cases}


def _largest(clients: pa.Table, most: int) -> list[Row]:
    """The largest buyers of the window, those with an attractiveness."""
    judged = clients.filter(
        pc.and_(pc.is_valid(clients["attractiveness"]), pc.greater(clients["revenue_window"], 0))
    )
    rows: list[Row] = judged.sort_by([("revenue_rank", "ascending")]).slice(0, most).to_pylist()
    return rows


def _occasions(result: "Assessment", ids: Sequence[str]) -> dict[str, list[tuple[date, float]]]:
    found: dict[str, list[tuple[date, float]]] = {client_id: [] for client_id in ids}
    if ids:
        for row in result.occasions_of(list(ids)).to_pylist():
            found[row["client_id"]].append((row["on"], float(row["amount"])))
    return {client_id: sorted(days) for client_id, days in found.items()}
