"""Queries whose SQL is made once: making it takes Django up to ten times as long as a database to answer."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property, lru_cache
from itertools import islice
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Model, QuerySet
from django.db.models.base import ModelState
from django.db.models.query import get_related_populators

from vernost.core.access import Action
from vernost.core.models import User

# Stand in for the values while the SQL is made, and stand in it nowhere else.
_FIRST_PLACE = 9_700_009_700
# So many kinds of values (lengths of lists, roles, days) are remembered for each query.
_MOST = 64

type Value = User | int | str | Sequence[int] | date | Enum | bool | Fixed | None
type _Places = Iterator[int]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that is no condition, as how many rows: `make` gets it as it is, and is called anew for each."""

    value: Hashable


class Prepared:
    """A queryset as a function of people, numbers, texts and lists of numbers, for what is asked on every page.

    `make` builds the queryset once for each kind of values: from numbers and texts that stand in, from lists of them,
    and for a person from one of the same role who stands in. It must hand them on to conditions (`=` and `in`) and
    neither look at them nor at anything else that may change. Days, enums, flags and None it may look at: for each of
    their values it is called anew.
    """

    def __init__(self, make: Callable[..., QuerySet[Any, Any]]) -> None:
        self._make = make
        self._made = lru_cache(_MOST)(self._compiled)

    def rows(self, *values: Value) -> list[tuple[Any, ...]]:
        """Lines of a `values_list`; nobody at all where a list is empty."""
        if [] in values:
            return []
        made = self._made(*map(_kind_of, values))
        return made.rows(values) if made else list(self._plain(values))

    def records(self, *values: Value) -> list[Any]:
        """Records, with those of `select_related`."""
        if [] in values:
            return []
        made = self._made(*map(_kind_of, values))
        return made.records(values) if made else list(self._plain(values))

    def record(self, *values: Value) -> Any:
        """The first record, or None."""
        return next(iter(self.records(*values)), None)

    def _plain(self, values: Sequence[Value]) -> QuerySet[Any, Any]:
        return self._make(*(one.value if isinstance(one, Fixed) else one for one in values))

    def _compiled(self, *kinds: Hashable) -> "_Compiled | None":
        """None where `make` itself asks the database: what it would hear of who stands in would be wrong."""
        places = iter(range(_FIRST_PLACE, _FIRST_PLACE + 1_000_000))
        given = [_stand_in(kind, places) for kind in kinds]
        with connection.execute_wrapper(_refuse):
            try:
                return _Compiled(self._plain(given), given)
            except _Asked:
                return None


class _Asked(Exception):
    """The database was asked while a query was only to be made."""


def _refuse(*_: object) -> Any:
    raise _Asked


def _kind_of(value: Value) -> Hashable:
    match value:
        case User():
            return _Person(value.role, value.is_active, value.team_id is not None, value.held_to)
        case None | bool() | date() | Enum() | Fixed():
            return value
        case int():
            return _Number()
        case str():
            return _Text()
        case _:
            return _Length(len(value))


def _stand_in(kind: Hashable, places: _Places) -> Any:
    match kind:
        case _Person():
            team = next(places) if kind.in_team else None
            person = User(pk=next(places), role=kind.role, is_active=kind.is_active, team_id=team)
            person.held_to = kind.held_to
            return person
        case _Length():
            return list(islice(places, kind.items))
        case _Number():
            return next(places)
        case _Text():
            return str(next(places))
        case _:
            return kind


def _flat(values: Sequence[Value]) -> list[int | str | None]:
    """What may stand among the parameters, always in the same order."""
    found: list[int | str | None] = []
    for value in values:
        match value:
            case User():
                found += value.pk, value.team_id
            case None | bool() | date() | Enum() | Fixed():
                pass
            case int() | str():
                found.append(value)
            case _:
                found += value
    return found


@dataclass(frozen=True, slots=True)
class _Number:
    pass


@dataclass(frozen=True, slots=True)
class _Text:
    pass


@dataclass(frozen=True, slots=True)
class _Person:
    role: str
    is_active: bool
    in_team: bool
    held_to: frozenset[Action] | None


@dataclass(frozen=True, slots=True)
class _Length:
    items: int


class _Compiled:
    """SQL, and how Django makes lines and records of the answer."""

    def __init__(self, asked: QuerySet[Any, Any], given: Sequence[Any]) -> None:
        self._fetching = asked._fetch_mode  # type: ignore[attr-defined]  # newer than the stubs
        self._compiler = asked.query.get_compiler(connection.alias)
        try:
            self._sql, parameters = self._compiler.as_sql()
        except EmptyResultSet:
            self._sql, parameters = "", ()
        where = {one: at for at, one in enumerate(_flat(given)) if one is not None}
        told = set(_flat([one for one in given if not isinstance(one, User)]))
        if self._sql and not told <= set(parameters):
            raise ValueError(f"a prepared query makes something else of its values: {self._sql}")
        #: a place in the values, or None and what stands there always
        self._parameters = [(where.get(one), one) for one in parameters]
        select = self._compiler.select
        self._converters = self._compiler.get_converters(
            [one[0] for one in select[: self._compiler.col_count]]
        )

    def rows(self, values: Sequence[Value]) -> list[tuple[Any, ...]]:
        if not self._sql:
            return []
        given = _flat(values)
        parameters = [always if at is None else given[at] for at, always in self._parameters]
        with connection.cursor() as cursor:
            cursor.execute(self._sql, parameters)
            found: list[tuple[Any, ...]] = cursor.fetchall()
        if not self._converters:
            return found
        return [tuple(row) for row in self._compiler.apply_converters(found, self._converters)]

    def records(self, values: Sequence[Value]) -> list[Any]:
        model, names, first, end, others = self._how
        made = _maker(model, self._fetching)
        found = []
        for row in self.rows(values):
            record = made(connection.alias, names, row[first:end])
            for other in others:
                other.populate(row, record)
            for name, place in self._compiler.annotation_col_map.items():
                setattr(record, name, row[place])
            found.append(record)
        return found

    @cached_property
    def _how(self) -> tuple[type[Model], list[str], int, int, list[Any]]:
        """Model, its columns, where they begin and end, and what fills in the related records."""
        kind, select = self._compiler.klass_info, self._compiler.select
        places = kind["select_fields"]
        names = [select[at][0].target.attname for at in places]
        others = get_related_populators(kind, select, connection.alias, self._fetching)
        for other in others:
            _make_quickly(other, self._fetching)
        return kind["model"], names, places[0], places[-1] + 1, others


def _maker(model: type[Model], fetching: Any) -> Callable[[str, Sequence[str], Sequence[Any]], Any]:
    """As `model.from_db`, without what Django does there for models of other kinds: our models make nothing of their
    values when they come into being, and nobody listens. It takes a third of the time.
    """

    def made(alias: str, names: Sequence[str], values: Sequence[Any]) -> Any:
        state = ModelState()
        state.adding, state.db, state.fetch_mode = False, alias, fetching
        record = model.__new__(model)
        record.__dict__.update(zip(names, values, strict=True), _state=state)
        return record

    return made


def _make_quickly(populator: Any, fetching: Any) -> None:
    """The related records too, and theirs."""
    populator.from_db = _maker(populator.model_cls, fetching)
    for other in populator.related_populators:
        _make_quickly(other, fetching)
