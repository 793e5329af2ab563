"""Every signal has a playbook shipped, whole in both languages."""

import pytest

from vernost.assessment.enums import Doer
from vernost.assessment.wording.catalogue import load_catalogue
from vernost.assessment.wording.playbooks import PLAYBOOKS
from vernost.engine.codes import SIGNALS


def test_every_signal_has_one():
    assert set(PLAYBOOKS) == {signal.code for signal in SIGNALS}


@pytest.mark.parametrize("code", sorted(PLAYBOOKS))
def test_it_can_be_done(code):
    steps = PLAYBOOKS[code]

    assert 2 <= len(steps) <= 5
    assert [step.days for step in steps] == sorted(step.days for step in steps)
    assert {step.doer for step in steps} <= set(Doer.values)
    assert any(not step.optional for step in steps)


@pytest.mark.parametrize("code", sorted(PLAYBOOKS))
def test_it_is_whole_in_both_languages(code):
    russian = load_catalogue("ru")
    for step in PLAYBOOKS[code]:
        assert 0 < len(step.title) <= 200
        assert 0 < len(russian.gettext(step.title)) <= 200
        assert russian.gettext(step.title) != step.title
