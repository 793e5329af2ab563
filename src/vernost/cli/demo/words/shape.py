"""What has to be invented in a language before a demo company can be built in it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class CompanyWords:
    """One company of the demo: `lines` are its four service lines, `subjects` what an order of each is about."""

    name: str
    lines: tuple[str, str, str, str]
    subjects: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    extra: str
    complaints: tuple[str, ...]


@dataclass(frozen=True)
class Words:
    """`staff` and `people` are (name, is a woman); `notes` are by the kind of an interaction, `bad_notes` for a bad
    mood and `good_notes` for a good one; the keys of segments, industries and acts are the simulation's codes.
    """

    companies: Mapping[str, CompanyWords]
    currency: str
    #: what one unit of the simulation's money is worth
    rate: int
    staff: tuple[str, ...]
    teams: tuple[str, str]
    first_women: tuple[str, ...]
    first_men: tuple[str, ...]
    last_women: tuple[str, ...]
    last_men: tuple[str, ...]
    company_stems: tuple[str, ...]
    company_forms: tuple[str, ...]
    twin: str
    # What comes with a token through the API.
    program: str
    segments: Mapping[str, str]
    industries: Mapping[str, str]
    positions: Mapping[str, tuple[str, ...]]
    notes: Mapping[str, tuple[str, ...]]
    bad_notes: tuple[str, ...]
    good_notes: tuple[str, ...]
    acts: Mapping[str, str]
    rating_notes: tuple[str, ...]
    costs: tuple[str, ...]
    marketing: Mapping[str, tuple[str, ...]]
    dependence_plan: tuple[str, tuple[str, ...]]
    competitors: tuple[str, ...]
    sources: tuple[str, ...]
    peculiarities: tuple[str, ...]
    why_us: tuple[str, ...]
    likes: tuple[str, ...]
    dislikes: tuple[str, ...]
    expects: tuple[str, ...]
    why_not_all: tuple[str, ...]
    decision_reasons: tuple[str, str, str, str]
    case_causes: tuple[str, ...]
    case_waits: str
    case_skips: str
    case_notes: tuple[str, str]
    case_step: str
    skipped: str
    # What is said of development plans.
    plan_risk: str
    plan_reached: str
    plan_decided: str
    plan_aim: str
    plan_why: str
    plan_outcome: str
    plan_dropped: str
    tasks: tuple[str, ...]
    wishes: tuple[str, ...]
