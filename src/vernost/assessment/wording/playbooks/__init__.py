"""Shipped playbooks: what to do about each signal, step by step; a file for each area. A company may write its own."""

from vernost.assessment.wording.playbooks import (
    chance,
    change,
    dependence,
    difficulty,
    ending,
    inattention,
    unhappy,
)
from vernost.assessment.wording.playbooks.step import Step

__all__ = ["PLAYBOOKS", "Step"]

PLAYBOOKS: dict[str, tuple[Step, ...]] = {
    **unhappy.PLAYBOOKS,
    **difficulty.PLAYBOOKS,
    **change.PLAYBOOKS,
    **dependence.PLAYBOOKS,
    **ending.PLAYBOOKS,
    **inattention.PLAYBOOKS,
    **chance.PLAYBOOKS,
}
