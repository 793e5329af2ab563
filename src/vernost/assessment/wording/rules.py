"""The rules of the group in their order, each with whether it holds for the client (assessment.md, 9)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from vernost.assessment.wording.catalogue import gettext_noop as _
from vernost.assessment.wording.words import Words
from vernost.engine.settings import Settings

Row = Mapping[str, Any]
VERDICTS = {True: _("Holds"), False: _("Does not hold"), None: _("Unknown")}


@dataclass(frozen=True)
class Rule:
    """One rule in words; `holds` is None where what it asks is unknown."""

    group: str
    text: str
    holds: bool | None


def group_rules(words: Words, client: Row, settings: Settings) -> list[Rule]:
    """Every rule; the first that holds, and from which nothing protects, decides."""
    found = (
        _fire(words, client, settings),
        _discipline(words, client, settings),
        _reward(words, client, settings),
    )
    return [rule for rules in found for rule in rules]


def _fire(words: Words, client: Row, settings: Settings) -> Iterator[Rule]:
    guarded = words.gettext("; but the client is protected") if client["guards"] else ""
    holds = all_hold(
        below(client["net_contribution_window"], 0), below(client["net_contribution_previous"], 0)
    )
    text = words.gettext("fire: net contribution below zero in two windows running")
    yield Rule("fire", text + (guarded if holds else "") + ".", holds)
    old = (client["tenure_days"] or 0) > settings.window_days
    holds = all_hold(below(client["net_contribution"], 0), old)
    text = words.gettext(
        "fire: net contribution below zero since the start, if the relationship is older than {days}",
        days=words.days(settings.window_days),
    )
    yield Rule("fire", text + (guarded if holds else "") + ".", holds)


def _discipline(words: Words, client: Row, settings: Settings) -> Iterator[Rule]:
    days = client["debt_days"]
    owes = False if client["debt_overdue"] is not None and days is None else above(days, settings.debt_days)
    text = words.gettext(
        "discipline: a debt overdue by more than {days}.", days=words.days(settings.debt_days)
    )
    yield Rule("discipline", text, owes)
    judged = client["invoices_judged"]
    enough = None if judged is None else judged >= settings.on_time_invoices
    text = words.gettext(
        "discipline: less than {part} of invoices on time, with at least {n} invoices.",
        part=words.percent(settings.on_time_part),
        n=words.number(settings.on_time_invoices),
    )
    yield Rule("discipline", text, all_hold(enough, below(client["on_time_part"], settings.on_time_part)))
    broken = client["obligations_broken"]
    text = words.gettext(
        "discipline: obligations broken, {n} or more.", n=words.number(settings.broken_obligations)
    )
    yield Rule("discipline", text, None if broken is None else broken >= settings.broken_obligations)


def _reward(words: Words, client: Row, settings: Settings) -> Iterator[Rule]:
    points = client["attractiveness"]
    enough = None if points is None else points >= settings.reward_attractiveness
    here = client["stage"] not in ("lost", "ended")
    text = words.gettext(
        "reward: attractiveness of {points} or more, not lost, net contribution above zero.",
        points=words.number(settings.reward_attractiveness),
    )
    yield Rule("reward", text, all_hold(enough, here, above(client["net_contribution_window"], 0)))


def below(value: Any, limit: float) -> bool | None:
    return None if value is None else value < limit


def above(value: Any, limit: float) -> bool | None:
    return None if value is None else value > limit


def all_hold(*holds: bool | None) -> bool | None:
    """False where one is false, unknown where one is unknown."""
    if any(one is False for one in holds):
        return False
    return None if any(one is None for one in holds) else True
