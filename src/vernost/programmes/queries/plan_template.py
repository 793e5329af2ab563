"""Templates as a person chooses among them: the company's own, and the shipped ones as shipped or as changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vernost.programmes.models import PlanTemplate
from vernost.programmes.templates import SHIPPED, SHIPPED_BY_CODE, Shipped


@dataclass(frozen=True)
class Template:
    """`key` is a shipped code or a number; `stored` is None for one that is as it was shipped."""

    key: str
    name: str
    advice: str
    aims: tuple[str, ...]
    kpis: tuple[Mapping[str, Any], ...]
    actions: tuple[Mapping[str, Any], ...]
    stored: PlanTemplate | None

    @property
    def is_shipped(self) -> bool:
        return self.key in SHIPPED_BY_CODE

    @property
    def record(self) -> PlanTemplate:
        """As it is stored, or as it would be."""
        return self.stored or PlanTemplate(
            code=self.key, name=self.name, advice=self.advice, aims=list(self.aims), kpis=list(self.kpis),
            actions=list(self.actions),
        )  # fmt: skip


def templates() -> list[Template]:
    """The shipped ones in their order, then the company's own by name; in words of the active language."""
    rows = list(PlanTemplate.objects.filter(deleted_at=None).order_by("name", "pk"))
    changed = {row.code: row for row in rows if row.code}
    shipped = [_stored(changed[s.code], s.code) if s.code in changed else _shipped(s) for s in SHIPPED]
    return shipped + [_stored(row, str(row.pk)) for row in rows if not row.code]


def template_of(key: str) -> Template | None:
    return next((one for one in templates() if one.key == key), None)


def _stored(row: PlanTemplate, key: str) -> Template:
    return Template(key, row.name, row.advice, tuple(row.aims), tuple(row.kpis), tuple(row.actions), row)


def _shipped(one: Shipped) -> Template:
    actions = tuple({**action, "what": str(action["what"])} for action in one.actions)
    return Template(
        one.code, str(one.name), str(one.advice), tuple(map(str, one.aims)), one.kpis, actions, None
    )
