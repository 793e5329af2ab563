"""Templates of plans that are shipped; words are translated when they are read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Shipped:
    """Lazy texts; `kpis` and `actions` as in PlanTemplate."""

    code: str
    name: Any
    advice: Any
    aims: tuple[Any, ...]
    kpis: tuple[Mapping[str, Any], ...]
    actions: tuple[Mapping[str, Any], ...] = field(default=())


def _kpi(measure: str, how: str, by: float) -> dict[str, Any]:
    return {"measure": measure, "how": how, "by": by}


def _act(days: int, kind: str, what: Any, level: str = "") -> dict[str, Any]:
    return {"what": what, "kind": kind, "days": days, "level": level}


SHIPPED = (
    Shipped(
        "wallet",
        _("Grow the share of wallet"),
        _("The client buys part of what he needs from others, and we could give it."),
        (
            _("The client asks us first whenever such a need comes up"),
            _("He buys from us one kind of service more than today"),
        ),
        (
            _kpi("share_of_wallet", "plus", 10),
            _kpi("service_lines", "plus", 1),
            _kpi("revenue", "times", 1.2),
            _kpi("rating", "to", 4.5),
        ),
        (
            _act(7, "work", _("Find out what the client buys from whom, and write down the estimate")),
            _act(21, "meeting", _("Ask about plans and needs of the coming year"), "top"),
            _act(35, "work", _("Work out an offer for what we do not sell him yet")),
            _act(45, "offer", _("Bring the offer and talk it over"), "top"),
            _act(90, "call", _("Ask how the first order of the new kind went"), "middle"),
            _act(180, "meeting", _("Go through the half-year together"), "owner"),
        ),
    ),
    Shipped(
        "levels",
        _("Deepen on all levels"),
        _("Everything hangs on one acquaintance: when he leaves, the client leaves."),
        (
            _("On each level of the client somebody knows us and somebody of us knows him"),
            _("Our director and theirs talk at least twice a year"),
        ),
        (
            _kpi("levels_covered", "to", 4),
            _kpi("interactions", "plus", 3),
            _kpi("rating", "to", 4.5),
        ),
        (
            _act(7, "work", _("Write down who decides, advises and uses on each level")),
            _act(20, "meeting", _("Bring our director and the client's owner together"), "owner"),
            _act(40, "meeting", _("Meet the head of the department that uses our work"), "middle"),
            _act(60, "event", _("Show our work to the client's staff"), "staff"),
            _act(120, "call", _("Ask each acquaintance how he is content"), "middle"),
        ),
    ),
    Shipped(
        "slipping",
        _("Repair a client who is slipping"),
        _("He buys less, complains, or has grown silent, and is worth the effort."),
        (
            _("We know why the client has drawn back, in his own words"),
            _("What annoyed him is mended, and he has seen it"),
        ),
        (
            _kpi("orders", "plus", 2),
            _kpi("complaints", "to", 0),
            _kpi("rating", "to", 4),
            _kpi("promises_kept", "to", 100),
        ),
        (
            _act(3, "work", _("Gather complaints, marks and broken promises of the last year")),
            _act(5, "call", _("Ask for a talk; listen and justify nothing"), "owner"),
            _act(10, "meeting", _("Hear what was wrong and agree what we mend by when"), "owner"),
            _act(30, "letter", _("Write what has been mended"), "owner"),
            _act(60, "call", _("Ask whether it has become better"), "middle"),
        ),
    ),
    Shipped(
        "successor",
        _("Prepare a change of the contact person"),
        _("Our person or the client's leaves or changes duties; the relationship must not leave with him."),
        (
            _("The successor is known to the client before the change"),
            _("Nothing that was promised is lost with the change"),
        ),
        (
            _kpi("interactions", "plus", 2),
            _kpi("levels_covered", "plus", 1),
            _kpi("promises_kept", "to", 100),
        ),
        (
            _act(3, "work", _("Write down agreements, habits and promises")),
            _act(10, "meeting", _("Introduce the successor, together with whom he follows"), "middle"),
            _act(14, "meeting", _("Tell the one who decides about the change in person"), "owner"),
            _act(40, "call", _("Ask how the work with the new person goes"), "middle"),
            _act(90, "call", _("Ask the owner whether he is content with the change"), "owner"),
        ),
    ),
    Shipped(
        "partner",
        _("Make a partner of the client"),
        _("He is devoted; now both sides can do something together and recommend each other."),
        (
            _("We carry through a project together, to the good of both"),
            _("The client recommends us, and we recommend him"),
        ),
        (
            _kpi("joint_projects", "to", 1),
            _kpi("referrals", "to", 2),
            _kpi("loyalty", "to", 3),
        ),
        (
            _act(14, "meeting", _("Look for what both could do together"), "owner"),
            _act(45, "work", _("Work out the idea: what each gives and what each has of it")),
            _act(120, "joint", _("Carry the joint project through"), "owner"),
            _act(150, "event", _("Tell of it in public, together"), "owner"),
            _act(170, "letter", _("Thank the client and say whom we have recommended him to"), "owner"),
        ),
    ),
)
SHIPPED_BY_CODE = {one.code: one for one in SHIPPED}
