"""Where the firm stands, in sentences: the terminal and the report say the same."""

from collections.abc import Iterator, Mapping
from typing import Any

from vernost.assessment.wording.words import Words
from vernost.engine import Settings

Company = Mapping[str, Any]


def findings(words: Words, company: Company, settings: Settings, names: Mapping[str, str]) -> list[str]:
    """The sentences that matter, the gravest first."""
    return [
        *_dependence(words, company, settings, names),
        *_silent(words, company),
        *_regular(words, company),
        *_concentration(words, company),
        *_change_of_revenue(words, company),
        *_scenario(words, company),
    ]


def _dependence(
    words: Words, company: Company, settings: Settings, names: Mapping[str, str]
) -> Iterator[str]:
    for client in company["dependent"]:
        yield words.gettext(
            "{client} alone gives {share} of revenue; from {limit} on it is a danger: widen the portfolio.",
            client=names.get(client["client_id"], client["client_id"]),
            share=words.percent(client["share"]),
            limit=words.percent(settings.dependence_share),
        )


def _silent(words: Words, company: Company) -> Iterator[str]:
    for signal in company["signals"]:
        if signal["code"] == "silent" and signal["clients"]:
            yield words.ngettext(
                "{n} client is silent for too long; at stake: {money}.",
                "{n} clients are silent for too long; at stake: {money}.",
                signal["clients"],
                money=words.money(signal["at_stake"]),
            )


def _regular(words: Words, company: Company) -> Iterator[str]:
    totals = company["totals"]
    if totals["regular_revenue_part"] is not None:
        yield words.ngettext(
            "{n} regular client brings {part} of revenue.",
            "{n} regular clients bring {part} of revenue.",
            totals["regular"],
            part=words.percent(totals["regular_revenue_part"]),
        )


def _concentration(words: Words, company: Company) -> Iterator[str]:
    part = company["concentration"]["top_20_percent"]
    if part is not None:
        yield words.gettext(
            "The largest fifth of clients brings {part} of revenue.", part=words.percent(part)
        )


def _change_of_revenue(words: Words, company: Company) -> Iterator[str]:
    change = revenue_change(company)
    if change is None:
        return
    if change >= 0:
        yield words.gettext("Revenue is {part} above the window before.", part=words.percent(change))
    else:
        yield words.gettext("Revenue is {part} below the window before.", part=words.percent(-change))


def _scenario(words: Words, company: Company) -> Iterator[str]:
    scenario = company["loyalty_scenario"]
    if scenario and scenario["part"] and company["previous_known"]:
        yield words.gettext(
            "If loyalty grew by {growth}, net contribution would change by {money} ({part}).",
            growth=words.percent(scenario["growth"]),
            money=words.money(scenario["net_contribution_change"]),
            part=words.percent(scenario["part"], 1),
        )


def revenue_change(company: Company) -> float | None:
    """Revenue of the window against the one before, as a part; None where the orders do not cover both."""
    if not company["previous_known"]:
        return None
    before = company["totals"]["revenue_previous"]
    now = company["totals"]["revenue_window"]
    return float(now) / float(before) - 1 if before and float(before) > 0 and now is not None else None
