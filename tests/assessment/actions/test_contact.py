from datetime import timedelta

from tests.factories.moments import AT, TODAY
from vernost.assessment.actions.contact import SIGNAL_OF_ACT, log_contact
from vernost.assessment.models import Case, CaseEvidence, Signal
from vernost.assessment.queries.engine_tables import engine_tables
from vernost.core.actions.undo import undo_run
from vernost.core.enums import Face
from vernost.engine.codes import SIGNAL_BY_CODE
from vernost.engine.settings import Settings
from vernost.engine.tables.inputs import ACT_KINDS
from vernost.voice.enums import ActKind, Direction
from vernost.voice.models import Act, Interaction

CONFLICT, REFUSED = ActKind.VALUES_CONFLICT, ActKind.TRIFLE_REFUSED


def log(client, by, *acts, happened_at=AT):
    return log_contact(
        client=client, happened_at=happened_at, acts=acts, by=by, at=AT, face=Face.WEB,
        run="said", direction=Direction.IN, kind="call", note="Was rude",
    )  # fmt: skip


def test_acts_open_cases_at_once_and_reach_the_engine(client_one, anna):
    said, cases = log(client_one, anna, CONFLICT, REFUSED)

    assert [case.code for case in cases] == ["values_conflict", "trifle_refused"]
    assert cases[0].tasks.count() == 3
    assert set(said.acts.values_list("kind", flat=True)) == {"values_conflict", "trifle_refused"}
    assert CaseEvidence.objects.filter(act__note="Was rude").count() == 2
    table = engine_tables(Settings(currency="RUB"), lambda name: None)["acts"]
    assert table.to_pydict()["kind"] == ["values_conflict", "trifle_refused"]


def test_a_second_time_counts_up_in_the_same_case(client_one, anna):
    log(client_one, anna, CONFLICT)
    log(client_one, anna, CONFLICT)

    assert Case.objects.count() == 1
    assert Signal.objects.get().observed == 2


def test_all_of_it_is_undone(client_one, anna):
    log(client_one, anna, CONFLICT)

    undo_run(run="said", by=anna, at=AT, face=Face.WEB)

    assert not Interaction.objects.filter(deleted_at=None).exists()
    assert not Act.objects.filter(deleted_at=None).exists()
    assert not Case.objects.filter(deleted_at=None).exists()
    assert not Signal.objects.exists()


def test_an_act_too_old_for_the_engine_opens_nothing(client_one, anna):
    _said, cases = log(client_one, anna, REFUSED, happened_at=AT - timedelta(days=91))

    assert cases == []
    assert Act.objects.get().happened_on < TODAY


def test_acts_and_signals_are_the_engines():
    assert {kind.value for kind in SIGNAL_OF_ACT} <= set(ACT_KINDS)
    assert set(SIGNAL_OF_ACT.values()) <= set(SIGNAL_BY_CODE)
    given = {code for code, signal in SIGNAL_BY_CODE.items() if signal.kind == "act"}
    assert given <= set(SIGNAL_OF_ACT.values())
