"""The flow between places as ECharts draws it; the same numbers stand in the matrix beside it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

_COLOURS = {
    "reward": "--good", "manage": "--accent", "discipline": "--warn", "fire": "--bad",
    "regular": "--good", "won_back": "--good", "repeat": "--accent", "first_order": "--accent", "slipping": "--warn",
    "lost": "--bad", "ended": "--bad", "partnership": "--good", "devotion": "--accent", "satisfaction": "--warn",
}  # fmt: skip


def flow_picture(
    moves: Mapping[tuple[str | None, str], int], order: Sequence[str], names: Mapping[str, str]
) -> dict[str, Any]:
    """Left: where clients stood (None: not yet clients), right: where they stand; in `order` from the top."""
    left = [code for code in (*order, None) if any(old == code for old, _now in moves)]
    right = [code for code in order if any(now == code for _old, now in moves)]
    new = _("new")

    def before(code: str | None) -> str:
        # Names of nodes must differ between the sides.
        return f"{names[code] if code else new} "

    nodes = [_node(before(code), code, 0) for code in left] + [_node(names[code], code, 1) for code in right]
    links = [{"source": before(old), "target": names[now], "value": n} for (old, now), n in moves.items()]
    series = {
        "type": "sankey", "nodes": nodes, "links": links, "draggable": False, "left": 10, "right": 190,
        "layoutIterations": 0, "label": {"color": "--ink"}, "lineStyle": {"color": "source", "opacity": 0.3},
    }  # fmt: skip
    return {"tooltip": {"renderMode": "richText"}, "series": [series]}


def _node(name: str, code: str | None, depth: int) -> dict[str, Any]:
    return {"name": name, "itemStyle": {"color": _COLOURS.get(code or "", "--unknown")}, "depth": depth}
