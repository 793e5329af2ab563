from vernost.engine.tables.inputs import ACT_KINDS
from vernost.voice.enums import ActKind


def test_acts_are_those_of_the_engine():
    assert tuple(ActKind.values) == ACT_KINDS
