"""What a person is told at a gate, and how he answers for an exception (core/gates.py)."""

from dataclasses import dataclass

from vernost.assessment.wording.policy import objection_text
from vernost.core.gates import GateRefused, Override
from vernost.office.assessment.words import words
from vernost.office.shell.http import Request


@dataclass(frozen=True)
class Refusal:
    """For the template office/shell/refusal.html."""

    sentences: list[str]
    may_override: bool
    why: str


def override_of(request: Request) -> Override | None:
    """The reason that the person wrote under the refusal, if he did."""
    why = request.POST.get("why", "").strip()
    return Override(why) if why else None


def refusal_of(refused: GateRefused, request: Request) -> Refusal:
    said = words()
    sentences = [objection_text(said, one.code, one.found, one.allowed) for one in refused.objections]
    return Refusal(sentences, refused.may_override, request.POST.get("why", ""))
