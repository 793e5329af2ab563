"""The rules of the group in their order, each with whether it holds for the client."""

from vernost.assessment.wording.rules import group_rules
from vernost.cli.explanation.history import verdict
from vernost.cli.explanation.step import Subject


def rules(subject: Subject) -> list[str]:
    """A sentence for each rule; the first that holds decides."""
    found = group_rules(subject.words, subject.client, subject.settings)
    return [f"{verdict(subject, rule.holds)}: {rule.text}" for rule in found]
