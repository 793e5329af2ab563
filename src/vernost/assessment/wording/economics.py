"""What the numbers of economics say, in sentences. Each rule is written down in docs/concepts/economics.md."""

from vernost.assessment.balance import Balance
from vernost.assessment.queries.tally import Sums, part
from vernost.assessment.wording import judgement
from vernost.assessment.wording.catalogue import gettext_noop as _
from vernost.assessment.wording.words import Words

# Part of the profit ÷ part of the effort: from here on more, up to here less.
_MORE, _LESS = 1.25, 0.8

BALANCE = {
    "unknown": _(
        "How income and effort stand to one another cannot be said: one of them is not written down."
    ),
    "balanced": _(
        "Effort on new clients is in proportion: the regular do not pay for it with our attention."
    ),
    "leans": _(
        "Beware: new clients take far more of our effort than they bring, and the regular get less than they bring. "
        "Income holds so far."
    ),
    "starves": _(
        "Warning: effort on new clients starves the regular. They get less than they bring, and clients of before "
        "already bring less than a year ago."
    ),
}
RULES = {
    "main_income": _("regular clients bring half of the income or more"),
    "more_than_new": _("there are more regular clients than new ones"),
    "more_than_leaving": _("there are more regular clients than leaving ones"),
}


def effort_part(one: Sums, everything: Sums) -> float | None:
    """The part of our time, or where no time is written down of the effort in money."""
    if everything.minutes:
        return part(one.minutes, everything.minutes)
    return part(one.service, everything.service)


def proportion(words: Words, one: Sums, everything: Sums) -> str:
    """Whether the part of the profit is more or less than the part of the effort; empty where one is unknown."""
    effort, profit = effort_part(one, everything), part(one.contribution, everything.contribution)
    if effort is None or profit is None or (effort == 0 and profit == 0):
        return ""
    if profit >= _MORE * effort:
        return words.gettext("brings more than it takes")
    if profit <= _LESS * effort:
        return words.gettext("takes more than it brings")
    return words.gettext("in proportion")


def group_sentence(words: Words, group: str, one: Sums, everything: Sums) -> str:
    """“Reward gets 18 % of the time and brings 55 % of the profit”."""
    effort, profit = effort_part(one, everything), part(one.contribution, everything.contribution)
    name = words.gettext(judgement.GROUPS[group])
    if one.clients == 0:
        return words.gettext("“{group}”: nobody.", group=name)
    if effort is None or profit is None:
        return words.gettext("“{group}”: effort or profit is not known.", group=name)
    message = (
        _("“{group}” gets {effort} of the time and brings {profit} of the profit")
        if everything.minutes
        else _("“{group}” gets {effort} of the effort in money and brings {profit} of the profit")
    )
    sentence = words.gettext(message, group=name, effort=words.percent(effort), profit=words.percent(profit))
    verdict = proportion(words, one, everything)
    return f"{sentence}: {verdict}." if verdict else f"{sentence}."


def balance_sentences(words: Words, found: Balance) -> list[str]:
    """The verdict, and which of the three statements of S3 hold."""
    holds = [words.gettext(RULES[rule]) for rule, is_so in found.rules.items() if is_so]
    fails = [words.gettext(RULES[rule]) for rule, is_so in found.rules.items() if not is_so]
    sentences = [words.gettext(BALANCE[found.verdict])]
    if holds:
        sentences.append(words.gettext("As in a sound firm: {statements}.", statements="; ".join(holds)))
    if fails:
        sentences.append(words.gettext("Not so: {statements}.", statements="; ".join(fails)))
    return sentences
