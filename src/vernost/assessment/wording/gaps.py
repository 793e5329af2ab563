"""What could not be judged, and what would allow it."""

from collections.abc import Iterable, Mapping

from vernost.assessment.wording import judgement
from vernost.assessment.wording.catalogue import gettext_noop as _
from vernost.assessment.wording.signals import SIGNALS
from vernost.assessment.wording.words import Words
from vernost.engine.tables import INPUTS

GAPS = {
    "margin": _("margin"),
    "service_lines": _("kinds of service"),
    "extras": _("extra services"),
    "business": _("stability of the client's business"),
    "need": _("need we do not yet meet"),
    "values": _("likeness of values"),
    "referral_income": _("income by recommendation"),
    "payment_discipline": _("payment discipline"),
    "complaints": _("complaints"),
    "stated_loyalty": _("loyalty in the client's own words"),
    "partnership": _("partnership"),
    "winning_cost": _("cost of winning a client"),
    "cost_to_serve": _("cost to serve"),
    "outlook": _("outlook"),
    "p_alive": _("probability that still a client"),
}
OTHER_NEEDS = {
    "more_clients": _("{what}: too few clients have bought."),
    "longer_history": _("{what}: the history does not tell who has left from who is waiting."),
}


def gaps_in_words(words: Words, gaps: Iterable[Mapping[str, str]]) -> list[str]:
    """A sentence for each thing that would allow more: a table, one of its columns, more clients, a longer history."""
    by_need: dict[str, list[str]] = {}
    for gap in gaps:
        by_need.setdefault(gap["needs"], []).append(gap_name(words, gap["what"]))
    return [_sentence(words, needs, what) for needs, what in by_need.items()]


def needs_in_words(words: Words, gaps: Iterable[Mapping[str, str]]) -> list[str]:
    """The same for who enters data by hand or by import: what would have to be known, not how a command gets it."""
    by_need: dict[str, list[str]] = {}
    for gap in gaps:
        by_need.setdefault(gap["needs"], []).append(gap_name(words, gap["what"]))
    return [_need(words, needs, what) for needs, what in by_need.items()]


def _need(words: Words, needs: str, what: list[str]) -> str:
    if needs in OTHER_NEEDS:
        return _sentence(words, needs, what)
    table, _dot, column = needs.partition(".")
    wanted = words.gettext(judgement.TABLES[table])
    if column:
        wanted += f": {words.gettext(INPUTS[table][column].meaning)}"
    named = ", ".join(what)
    return words.gettext("{what} — needed: {wanted}.", what=named[:1].upper() + named[1:], wanted=wanted)


def gap_name(words: Words, what: str) -> str:
    """The name of what could not be judged."""
    kind, _colon, code = what.partition(":")
    if kind == "signal":
        return words.gettext("signal “{name}”", name=words.gettext(SIGNALS[code].name))
    return words.gettext(GAPS[what])


def _sentence(words: Words, needs: str, what: list[str]) -> str:
    named = ", ".join(what)
    named = named[:1].upper() + named[1:]
    if needs in OTHER_NEEDS:
        return words.gettext(OTHER_NEEDS[needs], what=named)
    table, _dot, column = needs.partition(".")
    if table == "orders":
        return words.gettext("{what}: give the orders the column {column}.", what=named, column=column)
    values = {
        "what": named,
        "table": words.gettext(judgement.TABLES[table]),
        "option": table,
        "column": column,
    }
    if column:
        return words.gettext(
            "{what}: give the table of {table} (--{option}) with the column {column}.", **values
        )
    return words.gettext("{what}: give the table of {table} (--{option}).", **values)
