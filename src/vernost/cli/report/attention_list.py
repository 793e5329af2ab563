"""(2) Who needs attention first, why, and what to do."""

from collections.abc import Mapping, Sequence
from typing import Any

from vernost.assessment.wording import judgement
from vernost.assessment.wording.explaining import group_why, stage_why
from vernost.assessment.wording.signals import signal_advice, signal_found, signal_name
from vernost.assessment.wording.words import Words
from vernost.cli.attention import Case
from vernost.cli.report.markup import Child, Markup, element
from vernost.cli.report.material import Material
from vernost.cli.report.pieces import chip, note, section

OPEN_CASES = 20
SEVERITY_MARKS = {1: "○", 2: "◐", 3: "●"}


def attention_list(material: Material) -> Markup:
    words, attention = material.words, material.attention
    title = words.gettext("Who needs attention first")
    if not attention.cases:
        return section("attention", title, note(words.gettext("Nobody: no warning is raised on this day.")))
    shown = note(_shown(words, len(attention.cases), attention.total))
    find = element(
        "label",
        words.gettext("Find in the list"),
        " ",
        element("input", type="search", id="find"),
        class_="find",
        hidden=True,
    )
    first, more = attention.cases[:OPEN_CASES], attention.cases[OPEN_CASES:]
    return section("attention", title, shown, find, _list(material, first), _folded(material, more))


def _list(material: Material, cases: Sequence[Case]) -> Markup:
    return element("ol", [_case(material, case) for case in cases], class_="cases")


def _folded(material: Material, cases: Sequence[Case]) -> Markup | None:
    """The later cases, closed until somebody asks for them."""
    if not cases:
        return None
    words = material.words
    summary = words.ngettext("Show {n} more client", "Show {n} more clients", len(cases))
    return element("details", element("summary", summary), _list(material, cases))


def chance_list(material: Material) -> Markup:
    words, chances = material.words, material.chances
    title = words.gettext("Chances")
    if not chances.cases:
        return section("chances", title, note(words.gettext("No chance was found on this day.")))
    shown = note(_shown(words, len(chances.cases), chances.total))
    return section(
        "chances",
        title,
        shown,
        element("ol", [_case(material, case, group_too=False) for case in chances.cases], class_="cases"),
    )


def _shown(words: Words, shown: int, total: int) -> str:
    order = words.gettext("Sorted by money at stake × severity.")
    if shown == total:
        return words.ngettext("{n} client.", "{n} clients.", total) + " " + order
    return (
        words.gettext("The first {shown} of {total}.", shown=words.number(shown), total=words.number(total))
        + " "
        + order
    )


def _case(material: Material, case: Case, *, group_too: bool = True) -> Markup:
    words, client = material.words, case.client
    name = material.name_of(case.client_id)
    head = element(
        "div",
        element("h3", name),
        element("p", case.client_id, class_="note") if name != case.client_id else None,
        element("p", chip(words, client["group"])),
        element("p", words.gettext(judgement.STAGES[client["stage"]]), class_="note"),
        element("p", words.gettext("At stake: {money}", money=words.money(case.at_stake)), class_="stake"),
        class_="who",
    )
    # Among the chances the group is named, but what it calls for belongs to the list of troubles.
    called = group_too and client["group"] in ("discipline", "fire")
    why: list[Child] = [_reason(words, signal) for signal in case.signals]
    if called:
        why.append(element("li", group_why(words, client)))
    if not case.signals and client["stage"] in ("slipping", "lost"):
        why.append(element("li", stage_why(words, client)))
    todo = list(dict.fromkeys(signal_advice(words, signal["code"]) for signal in case.signals))
    if called:
        todo.append(words.gettext(judgement.GROUP_ADVICE[client["group"]]))
    return element(
        "li",
        head,
        element("div", element("h4", words.gettext("Why")), element("ul", why)),
        element(
            "div",
            element("h4", words.gettext("What to do")),
            element("ul", [element("li", text) for text in todo]),
        ),
    )


def _reason(words: Words, signal: Mapping[str, Any]) -> Markup:
    severity = signal["severity"]
    mark = element("span", SEVERITY_MARKS[severity], class_=f"severity s{severity}", aria_hidden="true")
    grave = words.gettext(judgement.SEVERITIES[severity])
    since = words.gettext("since {day}", day=words.day(signal["first_on"]))
    name = element("strong", signal_name(words, signal["code"]))
    return element("li", mark, " ", name, f" ({grave}, {since}). ", signal_found(words, signal))
