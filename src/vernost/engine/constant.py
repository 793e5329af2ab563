"""Columns that are the same for every row: empty because a table was not given, most of them. They need no storing."""

import ibis.expr.operations as ops
import ibis.expr.types as ir

_SAME_ROWS = (ops.Filter, ops.Sort, ops.DropColumns)
# A join that may leave its left side empty would make the constant one only of some rows.
_KEEPS_LEFT = ("inner", "left", "semi", "anti")


def constants(table: ir.Table) -> dict[str, ir.Value]:
    """The columns of `table` that are a literal, however many steps ago they were given, and the literal."""
    found = {name: _literal(table.op(), name) for name in table.columns}
    return {name: value.to_expr() for name, value in found.items() if value is not None}


def _literal(relation: ops.Relation, name: str) -> ops.Value | None:
    """The literal that `name` of the relation is, if it is one."""
    while isinstance(relation, _SAME_ROWS):
        relation = relation.parent
    if not isinstance(relation, (ops.Project, ops.JoinChain)):
        return None
    value = relation.values[name]
    if isinstance(value, ops.Literal) or (isinstance(value, ops.Cast) and isinstance(value.arg, ops.Literal)):
        return value
    if not isinstance(value, ops.Field):
        return None
    if isinstance(relation, ops.JoinChain):
        kept = all(link.how in _KEEPS_LEFT for link in relation.rest)
        return _literal(relation.first.parent, value.name) if kept and value.rel == relation.first else None
    return _literal(value.rel, value.name)
