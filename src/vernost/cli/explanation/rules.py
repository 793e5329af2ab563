"""The rules of the group in their order, each with whether it holds for the client."""

from collections.abc import Iterator
from typing import Any

from vernost.cli.explanation.history import verdict
from vernost.cli.explanation.step import Subject


def rules(subject: Subject) -> list[str]:
    """A sentence for each rule; the first that holds decides."""
    return [
        f"{verdict(subject, holds)}: {text}"
        for text, holds in (*_fire(subject), *_discipline(subject), *_reward(subject))
    ]


def _fire(subject: Subject) -> Iterator[tuple[str, bool | None]]:
    words, client, settings = subject.words, subject.client, subject.settings
    now, before = client["net_contribution_window"], client["net_contribution_previous"]
    guarded = bool(client["guards"])
    unless = words.gettext("; but the client is protected") if guarded else ""
    holds = _all(_below(now, 0), _below(before, 0))
    yield (
        words.gettext("fire: net contribution below zero in two windows running")
        + (unless if holds else "")
        + ".",
        holds,
    )
    old = (client["tenure_days"] or 0) > settings.window_days
    holds = _all(_below(client["net_contribution"], 0), old)
    since = words.gettext(
        "fire: net contribution below zero since the start, if the relationship is older than {days}"
    )
    yield since.format(days=words.days(settings.window_days)) + (unless if holds else "") + ".", holds


def _discipline(subject: Subject) -> Iterator[tuple[str, bool | None]]:
    words, client, settings = subject.words, subject.client, subject.settings
    days = client["debt_days"]
    owes = False if client["debt_overdue"] is not None and days is None else _above(days, settings.debt_days)
    yield (
        words.gettext("discipline: a debt overdue by more than {days}.", days=words.days(settings.debt_days)),
        owes,
    )
    judged = client["invoices_judged"]
    enough = None if judged is None else judged >= settings.on_time_invoices
    text = words.gettext(
        "discipline: less than {part} of invoices on time, with at least {n} invoices.",
        part=words.percent(settings.on_time_part),
        n=words.number(settings.on_time_invoices),
    )
    yield text, _all(enough, _below(client["on_time_part"], settings.on_time_part))
    broken = client["obligations_broken"]
    text = words.gettext(
        "discipline: obligations broken, {n} or more.", n=words.number(settings.broken_obligations)
    )
    yield text, None if broken is None else broken >= settings.broken_obligations


def _reward(subject: Subject) -> Iterator[tuple[str, bool | None]]:
    words, client, settings = subject.words, subject.client, subject.settings
    points = client["attractiveness"]
    enough = None if points is None else points >= settings.reward_attractiveness
    here = client["stage"] not in ("lost", "ended")
    text = words.gettext(
        "reward: attractiveness of {points} or more, not lost, net contribution above zero.",
        points=words.number(settings.reward_attractiveness),
    )
    yield text, _all(enough, here, _above(client["net_contribution_window"], 0))


def _below(value: Any, limit: float) -> bool | None:
    return None if value is None else value < limit


def _above(value: Any, limit: float) -> bool | None:
    return None if value is None else value > limit


def _all(*holds: bool | None) -> bool | None:
    """False where one is false, unknown where one is unknown."""
    if any(one is False for one in holds):
        return False
    return None if any(one is None for one in holds) else True
