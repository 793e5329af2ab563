"""Steps 1–5: basics, rhythm, outlook, share, regular."""

from itertools import pairwise

from vernost.assessment.wording.outlook import MODELS, WARNINGS
from vernost.cli.explanation.step import Step, Subject, numbers_of
from vernost.engine.tables.outputs import BASICS, OUTLOOK, RHYTHM


def basics(subject: Subject) -> Step:
    names = [column.name for column in BASICS if column.name != "client_id"]
    return Step(subject.words.gettext("Basics"), numbers_of(subject, *names))


def rhythm(subject: Subject) -> Step:
    words, client = subject.words, subject.client
    step = Step(words.gettext("Rhythm"), numbers_of(subject, *(column.name for column in RHYTHM)))
    days = [day for day, _amount in subject.occasions]
    last = days[-(subject.settings.rhythm_intervals + 1) :]
    if len(last) > 1:
        gaps = [(after - before).days for before, after in pairwise(last)]
        shown = ", ".join(words.number(gap) for gap in gaps)
        step.sentences.append(words.gettext("The last intervals, in days: {gaps}.", gaps=shown))
    prior = subject.company["rhythm"]["prior_interval"]
    if prior is not None and (client["intervals"] or 0) < 2:
        step.sentences.append(
            words.gettext(
                "Fewer than two intervals: the usual interval is drawn towards the company's, {days}.",
                days=words.days(round(prior, 1)),
            )
        )
    return step


def outlook(subject: Subject) -> Step:
    words, client, fit = subject.words, subject.client, subject.company["outlook"]
    step = Step(words.gettext("Outlook"), numbers_of(subject, *(column.name for column in OUTLOOK)))
    if fit["model"] in MODELS:
        step.sentences.append(words.gettext(MODELS[fit["model"]]) + ".")
    if fit["params"]:
        params = ", ".join(f"{name} = {words.number(value, 4)}" for name, value in fit["params"].items())
        step.sentences.append(words.gettext("Parameters of the company's model: {params}.", params=params))
    if client["first_on"] is not None:
        step.sentences.append(
            words.gettext(
                "What goes into the formula: x = {x} purchases after the first, t_x = {t_x} from the first to the "
                "last, T = {T} from the first until now; horizon {horizon}, yearly discount {discount}.",
                x=words.number(client["occasions"] - 1),
                t_x=words.days((client["last_on"] - client["first_on"]).days),
                T=words.days((subject.company["as_of"] - client["first_on"]).days),
                horizon=words.days(subject.settings.horizon_days),
                discount=words.percent(subject.settings.discount_rate),
            )
        )
    step.sentences += [words.gettext(WARNINGS[code]) for code in fit["warnings"]]
    return step


def share(subject: Subject) -> Step:
    words, settings = subject.words, subject.settings
    step = Step(words.gettext("Share"), numbers_of(subject, "share", "revenue_rank", "abc"))
    value = subject.client["share"]
    if value is not None:
        limit = words.percent(settings.dependence_share)
        if value >= settings.dependence_share:
            step.sentences.append(
                words.gettext("From {limit} on it is dependence: the limit is reached.", limit=limit)
            )
        else:
            step.sentences.append(words.gettext("From {limit} on it would be dependence.", limit=limit))
    return step


def regular(subject: Subject) -> Step:
    words, client, settings = subject.words, subject.client, subject.settings
    step = Step(words.gettext("Regular?"), numbers_of(subject, "regular"))
    ratio = client["overdue_ratio"]
    for text, holds in (
        (
            words.gettext(
                "purchases {found}, needed {limit}",
                found=words.number(client["occasions"]),
                limit=words.number(settings.regular_occasions),
            ),
            (client["occasions"] or 0) >= settings.regular_occasions,
        ),
        (
            words.gettext(
                "silence {found} of the usual interval, at most {limit}",
                found=words.number(ratio, 2),
                limit=words.number(settings.regular_overdue, 1),
            ),
            None if ratio is None else ratio <= settings.regular_overdue,
        ),
    ):
        step.sentences.append(f"{verdict(subject, holds)}: {text}.")
    return step


def verdict(subject: Subject, holds: bool | None) -> str:
    """Whether a rule holds, in words."""
    words = subject.words
    if holds is None:
        return words.gettext("Unknown")
    return words.gettext("Holds") if holds else words.gettext("Does not hold")
