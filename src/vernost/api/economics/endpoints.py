"""Whether effort follows profit, and what keeping clients is worth (B6, K1–K3)."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ninja import Query

from vernost.api.economics.schemas import (
    AssumedShown,
    BalanceShown,
    GroupResources,
    OwnerResources,
    ResourceLine,
    ResourcesAsked,
    ResourcesShown,
    ScenarioAsked,
    ScenarioShown,
    ScenarioYear,
)
from vernost.api.economics.winning import costs_of, flows_of, quarters_shown, whale_of
from vernost.api.shell.http import Request
from vernost.api.shell.operations import Operations
from vernost.api.shell.words import words
from vernost.assessment.balance import balance
from vernost.assessment.declared import GROUPS
from vernost.assessment.queries.retention import own_numbers
from vernost.assessment.queries.run import latest_run
from vernost.assessment.queries.tally import Sums, has_sums, part, sums_by, tallied_for, total
from vernost.assessment.queries.winning import facts_of
from vernost.assessment.scenario import RANGES, assumptions, scenario
from vernost.assessment.wording.economics import balance_sentences, group_sentence, proportion
from vernost.assessment.wording.words import Words
from vernost.core.access import Action

operations = Operations("judgement")


@operations.reads("/resources", right=Action.VIEW_MONEY, answer=ResourcesShown)
def show_resources(request: Request, asked: Query[ResourcesAsked]) -> ResourcesShown:
    """Our time, money and extra services against income and profit, by group and by owner, of the last year."""
    rows, said = tallied_for(request.auth, owner=asked.owner_id, segment=asked.segment_id), words()
    groups, owners = sums_by("group", rows), sums_by("owner_id", rows)
    everything, run = total(groups), latest_run()
    return ResourcesShown(
        judged_on=run.as_of if run is not None and has_sums() else None,
        sentences=[group_sentence(said, code, groups.get(code, Sums()), everything) for code in GROUPS],
        by_group=[
            GroupResources(group=code, **_line(said, groups.get(code, Sums()), everything)) for code in GROUPS
        ],
        by_owner=[
            OwnerResources(owner_id=pk, **_line(said, one, everything))
            for pk, one in sorted(owners.items(), key=lambda pair: (-pair[1].revenue, pair[0] or 0))
        ],
        together=ResourceLine(**_line(said, everything, everything) | {"judgement": ""}),
    )


@operations.reads("/winning-and-keeping", right=Action.VIEW_COMPANY, answer=BalanceShown)
def show_winning_and_keeping(request: Request) -> BalanceShown:
    """What winning a client costs against keeping one, the balance of new, regular and leaving, the whale curve."""
    run = latest_run()
    if run is None or not has_sums():
        return BalanceShown(
            judged_on=None, verdict="unknown", sentences=[], costs=None, quarters=[], flows=[], whale=[]
        )
    facts = facts_of(run)
    found = balance(facts.flows, facts.marketing)
    return BalanceShown(
        judged_on=run.as_of,
        verdict=found.verdict,
        sentences=balance_sentences(words(), found),
        costs=costs_of(facts.costs),
        quarters=quarters_shown(run),
        flows=flows_of(facts.flows, found),
        whale=whale_of(run),
    )


@operations.reads("/scenario", right=Action.VIEW_COMPANY, answer=ScenarioShown)
def show_scenario(request: Request, asked: Query[ScenarioAsked]) -> ScenarioShown:
    """What a few more points of retention do to the profit of today's clients; the assumptions are yours to change."""
    run = latest_run()
    own = own_numbers(run) if run is not None and has_sums() else None
    if run is None or own is None:
        return ScenarioShown(
            judged_on=None, own=None, assumed=None, years=[],
            profit_as_is=None, profit_grown=None, change=None, part=None,
        )  # fmt: skip
    given = asked.model_dump()
    chosen = {name: own[name] if given[name] is None else given[name] for name in RANGES}
    found = scenario(assumptions(own, chosen))
    return ScenarioShown(
        judged_on=run.as_of,
        own=_assumed(own),
        assumed=_assumed(chosen),
        years=[ScenarioYear(**vars(year)) for year in found.years],
        profit_as_is=found.profit_as_is,
        profit_grown=found.profit_grown,
        change=found.change,
        part=found.part,
    )


def _assumed(values: Mapping[str, Any]) -> AssumedShown:
    return AssumedShown(**{name: values[name] for name in RANGES})


def _line(said: Words, one: Sums, everything: Sums) -> dict[str, Any]:
    def of_all(name: str) -> float | None:
        found: float | Decimal = getattr(one, name)
        return part(found, getattr(everything, name))

    return {
        "clients": one.clients,
        "hours": one.hours,
        "hours_part": of_all("minutes"),
        "effort": one.service,
        "effort_part": of_all("service"),
        "extra_orders": one.extra_orders,
        "free_hours": one.free_minutes / 60,
        "revenue": one.revenue,
        "revenue_part": of_all("revenue"),
        "contribution": one.contribution,
        "contribution_part": of_all("contribution"),
        "contribution_an_hour": float(one.contribution) / one.hours if one.minutes else None,
        "judgement": proportion(said, one, everything),
    }
