"""What would change a judgement: what the client lacks for a better group, level and stage, in numbers and days."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from math import ceil
from typing import Any

from vernost.assessment.wording import judgement
from vernost.assessment.wording.catalogue import gettext_noop as _
from vernost.assessment.wording.explaining import loyalty_missing
from vernost.assessment.wording.rules import group_rules
from vernost.assessment.wording.words import Words
from vernost.engine.codes import COMPONENTS, LOYALTY_LEVELS
from vernost.engine.settings import Settings

Row = Mapping[str, Any]

TO_FIND_OUT = {
    "business": _("mark how stable the client's business is, and when it was founded"),
    "need": _("estimate what the client spends a year on what we sell"),
    "values": _("mark how alike our values are"),
    "history": _("write down invoices and payments"),
    "loyalty": _("ask for a rating"),
    "orders": _("enter the orders"),
}


def group_changes(words: Words, client: Row, settings: Settings) -> list[str]:
    """What would move the client to a better group."""
    return list(_group(words, client, settings))


def loyalty_changes(words: Words, client: Row) -> list[str]:
    """What the next level asks for."""
    missing = loyalty_missing(words, client)
    if not missing or client["loyalty"] == LOYALTY_LEVELS[-1]:
        return []
    level = LOYALTY_LEVELS[LOYALTY_LEVELS.index(client["loyalty"]) + 1]
    return [
        words.gettext(
            "For the level “{level}”: {what}.",
            level=words.gettext(judgement.LOYALTY[level]),
            what=", ".join(missing),
        )
    ]


def stage_changes(words: Words, client: Row, settings: Settings, as_of: date) -> list[str]:
    """When silence would change the stage, and what a purchase would do."""
    return list(_stage(words, client, settings, as_of))


def _group(words: Words, client: Row, settings: Settings) -> Iterator[str]:
    holding = {rule.group for rule in group_rules(words, client, settings) if rule.holds}
    if "fire" in holding and client["group"] == "fire":
        lost = -min(float(client["net_contribution_window"] or 0), 0)
        yield words.gettext(
            "Out of “{group}”: {money} more net contribution a year, by price or by less effort; or the mark "
            "“promising”, if it is.",
            group=words.gettext(judgement.GROUPS["fire"]),
            money=words.money(lost),
        )
    if "discipline" in holding:
        yield from _discipline(words, client, settings)
    if client["group"] != "reward":
        yield from _reward(words, client, settings)


def _discipline(words: Words, client: Row, settings: Settings) -> Iterator[str]:
    if (client["debt_days"] or 0) > settings.debt_days:
        yield words.gettext(
            "Payment of the overdue {money}.", money=words.money(float(client["debt_overdue"]))
        )
    part, judged = client["on_time_part"], client["invoices_judged"] or 0
    if part is not None and judged >= settings.on_time_invoices and part < settings.on_time_part < 1:
        # on + n ≥ limit × (judged + n)
        more = ceil((settings.on_time_part * judged - part * judged) / (1 - settings.on_time_part))
        yield words.ngettext("{n} next invoice paid on time.", "{n} next invoices paid on time.", more)
    if (client["obligations_broken"] or 0) >= settings.broken_obligations:
        yield words.gettext("A window with fewer than {n} obligations broken.", n=settings.broken_obligations)


def _reward(words: Words, client: Row, settings: Settings) -> Iterator[str]:
    first = words.gettext(judgement.GROUPS["reward"])
    points = client["attractiveness"]
    if points is not None and points < settings.reward_attractiveness:
        yield words.gettext(
            "For “{group}”: {points} points of attractiveness more.",
            group=first,
            points=words.number(settings.reward_attractiveness - points, 1),
        )
        yield from _unknown(words, client, settings)
        yield from _weakest(words, client, settings)
    if client["stage"] in ("lost", "ended"):
        yield words.gettext("For “{group}”: the client buys again.", group=first)
    given = client["net_contribution_window"]
    if given is not None and given <= 0:
        yield words.gettext(
            "For “{group}”: {money} more net contribution in the window.",
            group=first,
            money=words.money(-float(given)),
        )


def _unknown(words: Words, client: Row, settings: Settings) -> Iterator[str]:
    """Components nobody knows: finding out may lift or lower the score, and makes it surer."""
    for name in COMPONENTS:
        if client[f"score_{name}"] is None and name in TO_FIND_OUT:
            yield words.gettext(
                "Unknown, weight {weight}: {component}. To be judged by it: {what}.",
                weight=words.number(getattr(settings, f"weight_{name}")),
                component=words.gettext(judgement.COMPONENTS[name]),
                what=words.gettext(TO_FIND_OUT[name]),
            )


def _weakest(words: Words, client: Row, settings: Settings) -> Iterator[str]:
    """The known component that could give most."""
    weights = {name: float(getattr(settings, f"weight_{name}")) for name in COMPONENTS}
    known = {name: client[f"score_{name}"] for name in COMPONENTS if client[f"score_{name}"] is not None}
    whole = sum(weights[name] for name in known)
    if whole:
        name = max(known, key=lambda one: (100 - known[one]) * weights[one])
        yield words.gettext(
            "Most could come from: {component} (now {score} of 100; full marks would give {points} points).",
            component=words.gettext(judgement.COMPONENTS[name]),
            score=words.number(known[name], 0),
            points=words.number((100 - known[name]) * weights[name] / whole, 1),
        )


def _stage(words: Words, client: Row, settings: Settings, as_of: date) -> Iterator[str]:
    occasions, interval, last = client["occasions"] or 0, client["typical_interval"], client["last_on"]
    if client["stage"] in ("aware", "interested"):
        yield words.gettext("A first purchase.")
    elif client["stage"] in ("slipping", "lost", "ended"):
        yield words.gettext("A purchase: the client is back.")
    elif occasions < settings.regular_occasions:
        more = settings.regular_occasions - occasions
        yield words.ngettext(
            "{n} more purchase makes a regular client.", "{n} more purchases make a regular client.", more
        )
    if interval is None or last is None or client["stage"] in ("aware", "interested", "ended"):
        return
    for stage, ratio in (("slipping", settings.slipping_overdue), ("lost", settings.lost_overdue)):
        day = last + timedelta(days=ceil(ratio * interval))
        if day > as_of:
            yield words.gettext(
                "“{stage}” from {day}, if nothing is bought until then.",
                stage=words.gettext(judgement.STAGES[stage]),
                day=words.day(day),
            )
