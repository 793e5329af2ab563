"""Tables made of tables as one statement."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

import ibis.expr.operations as ops
import ibis.expr.types as ir

from vernost.engine.writing.values import Unwritten, quoted, value

_JOINS = {
    "inner": "JOIN",
    "left": "LEFT JOIN",
    "right": "RIGHT JOIN",
    "outer": "FULL JOIN",
    "semi": "SEMI JOIN",
    "anti": "ANTI JOIN",
}


def written(expression: ir.Table) -> str:
    """The expression as one SELECT. Raises Unwritten for what stands in no step so far."""
    return _Statement(expression.op()).text()


class _Statement:
    """One statement: every relation has a name in it, and what is used more than once is written once, ahead."""

    def __init__(self, root: Any) -> None:
        self._root = root
        self._names: dict[Any, str] = {}
        self._values: dict[Any, str] = {}
        self._uses: Counter[Any] = Counter()
        self._ahead: dict[Any, str] = {}

    def text(self) -> str:
        self._count(self._root)
        body = self._select(self._root)
        if not self._ahead:
            return body
        ahead = ", ".join(f"{self._name(relation)} AS ({text})" for relation, text in self._ahead.items())
        return f"WITH {ahead} {body}"

    def _count(self, relation: Any) -> None:
        for parent in _parents(relation):
            self._uses[parent] += 1
            if self._uses[parent] == 1:
                self._count(parent)

    def _name(self, relation: Any) -> str:
        if relation not in self._names:
            self._names[relation] = f"t{len(self._names)}"
        return self._names[relation]

    def _value(self, op: Any) -> str:
        text = self._values.get(op)
        if text is None:
            if isinstance(op, ops.Field):
                text = f"{self._name(op.rel)}.{quoted(op.name)}"
            else:
                text = value(op, self._value)
            self._values[op] = text
        return text

    def _from(self, relation: Any, name: str | None = None) -> str:
        """What stands behind FROM, under the relation's own name or the one given."""
        name = self._name(relation) if name is None else name
        if isinstance(relation, ops.UnboundTable):
            return f"{quoted(relation.name)} AS {name}"
        if self._uses[relation] == 1:
            return f"({self._select(relation)}) AS {name}"
        if relation not in self._ahead:
            self._ahead[relation] = self._select(relation)
        return f"{self._name(relation)} AS {name}"

    def _select(self, relation: Any) -> str:
        select = _SELECTS.get(type(relation))
        if select is None:
            raise Unwritten(type(relation).__name__)
        return select(self, relation)

    def table(self, relation: Any) -> str:
        return f"SELECT * FROM {self._from(relation)}"

    def project(self, relation: Any) -> str:
        own = self._from(relation.parent)
        return f"SELECT {self._columns(relation.values, relation.parent)} FROM {own}"

    def filter(self, relation: Any) -> str:
        if any(one.find(ops.WindowFunction, filter=ops.Value) for one in relation.predicates):
            raise Unwritten("window in a filter")
        return f"{self.table(relation.parent)} WHERE {self._all(relation.predicates)}"

    def drop(self, relation: Any) -> str:
        dropped = ", ".join(map(quoted, sorted(relation.columns_to_drop)))
        return f"SELECT * EXCLUDE ({dropped}) FROM {self._from(relation.parent)}"

    def sort(self, relation: Any) -> str:
        own = self.table(relation.parent)
        return f"{own} ORDER BY {', '.join(map(self._value, relation.keys))}"

    def limit(self, relation: Any) -> str:
        if not isinstance(relation.n, int) or relation.offset:
            raise Unwritten("limit")
        # In one select with the order: an order within would be none.
        parent = relation.parent
        ordered = isinstance(parent, ops.Sort) and self._uses[parent] == 1
        own = self._select(parent) if ordered else self.table(parent)
        return f"{own} LIMIT {relation.n}"

    def distinct(self, relation: Any) -> str:
        return f"SELECT DISTINCT * FROM {self._from(relation.parent)}"

    def union(self, relation: Any) -> str:
        kind = "UNION" if relation.distinct else "UNION ALL"
        return f"{self.table(relation.left)} {kind} {self.table(relation.right)}"

    def aggregate(self, relation: Any) -> str:
        own = self._from(relation.parent)
        columns = self._listed({**relation.groups, **relation.metrics})
        places = ", ".join(str(place) for place in range(1, len(relation.groups) + 1))
        grouped = f"SELECT {columns} FROM {own}"
        return f"{grouped} GROUP BY {places}" if places else grouped

    def join(self, relation: Any) -> str:
        first = relation.first
        parts = [self._from(first.parent, self._name(first))]
        for link in relation.rest:
            if link.how not in _JOINS or not link.predicates:
                raise Unwritten(f"join {link.how}")
            joined = self._from(link.table.parent, self._name(link.table))
            parts.append(f"{_JOINS[link.how]} {joined} ON {self._all(link.predicates)}")
        columns = self._columns(relation.values, first, plain=not isinstance(first.parent, ops.UnboundTable))
        return f"SELECT {columns} FROM {' '.join(parts)}"

    def _columns(self, values: Any, source: Any, *, plain: bool = True) -> str:
        """The list of a SELECT; a star for columns of `source` that are all there, some of them changed."""
        names, there = list(values), list(source.schema.names)
        if not plain or isinstance(source, ops.UnboundTable) or names[: len(there)] != there:
            return self._listed(values)
        changed = {name: values[name] for name in there if not _is_field(values[name], source, name)}
        if len(changed) > len(there) // 2:
            return self._listed(values)
        star = f"{self._name(source)}.*"
        if changed:
            star += f" REPLACE ({self._listed(changed)})"
        more = {name: values[name] for name in names[len(there) :]}
        return f"{star}, {self._listed(more)}" if more else star

    def _listed(self, values: Any) -> str:
        return ", ".join(
            self._value(op)
            if isinstance(op, ops.Field) and op.name == name
            else f"{self._value(op)} AS {quoted(name)}"
            for name, op in values.items()
        )

    def _all(self, predicates: Iterable[Any]) -> str:
        return " AND ".join(map(self._value, predicates))


def _is_field(op: Any, source: Any, name: str) -> bool:
    return isinstance(op, ops.Field) and op.rel == source and op.name == name


def _parents(relation: Any) -> list[Any]:
    if isinstance(relation, ops.JoinChain):
        return [relation.first.parent, *(link.table.parent for link in relation.rest)]
    if isinstance(relation, ops.Union):
        return [relation.left, relation.right]
    if isinstance(relation, ops.UnboundTable):
        return []
    parent = getattr(relation, "parent", None)
    if parent is None:
        raise Unwritten(type(relation).__name__)
    return [parent]


_SELECTS: dict[type, Callable[[_Statement, Any], str]] = {
    ops.UnboundTable: _Statement.table,
    ops.Project: _Statement.project,
    ops.Filter: _Statement.filter,
    ops.Aggregate: _Statement.aggregate,
    ops.JoinChain: _Statement.join,
    ops.DropColumns: _Statement.drop,
    ops.Sort: _Statement.sort,
    ops.Limit: _Statement.limit,
    ops.Distinct: _Statement.distinct,
    ops.Union: _Statement.union,
}
