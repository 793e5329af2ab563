"""A gate stops a person, lets him answer for an exception, and writes down what nobody answered for."""

from decimal import Decimal

import pytest

from tests.factories.moments import AT
from vernost.core import gates
from vernost.core.enums import Face
from vernost.core.gates import Gate, GateRefused, Objection, Override

OBJECTION = Objection("too_much", Decimal(7), Decimal(5))


class Record:
    def __init__(self, client):
        self.client = client


@pytest.fixture
def passages(monkeypatch):
    kept = []
    monkeypatch.setattr(gates, "_keepers", [lambda *, passage: kept.append(passage)])
    return kept


@pytest.fixture
def gate():
    gate = Gate("test")
    gate.checked_by(lambda record: OBJECTION)
    return gate


def ask(gate, client, by, override=None, face=Face.WEB):
    gate.ask(Record(client), override=override, by=by, at=AT, face=face, run="")


def test_nothing_is_kept_where_nothing_speaks_against_it(passages, client_one, boris):
    ask(Gate("open"), client_one, boris)

    assert passages == []


def test_person_is_stopped_with_what_speaks_against_it(passages, gate, client_one, boris):
    with pytest.raises(GateRefused) as refused:
        ask(gate, client_one, boris)

    assert refused.value.objections == (OBJECTION,)
    assert refused.value.may_override
    assert passages == []


def test_who_has_the_right_goes_on_with_a_reason(passages, gate, client_one, boris):
    ask(gate, client_one, boris, Override("Agreed with the director"))

    assert [(one.objections, one.override.why, one.by) for one in passages] == [
        ((OBJECTION,), "Agreed with the director", boris)
    ]


@pytest.mark.parametrize("why", ["", "   "])
def test_empty_reason_is_none(passages, gate, client_one, boris, why):
    with pytest.raises(GateRefused):
        ask(gate, client_one, boris, Override(why))


def test_owner_of_the_client_may_not_answer_for_himself(passages, gate, client_one, anna):
    with pytest.raises(GateRefused) as refused:
        ask(gate, client_one, anna, Override("I want to"))

    assert not refused.value.may_override


def test_head_may_not_answer_for_another_team(passages, gate, client_two, boris):
    with pytest.raises(GateRefused):
        ask(gate, client_two, boris, Override("I want to"))


def test_import_is_not_stopped_but_written_down(passages, gate, client_one, boris):
    ask(gate, client_one, boris, face=Face.IMPORT)

    assert [one.override for one in passages] == [None]
