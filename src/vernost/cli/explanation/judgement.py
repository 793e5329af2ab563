"""Steps 6–10: stage, loyalty, attractiveness, group, signals."""

from vernost.assessment.wording import judgement
from vernost.assessment.wording.explaining import (
    group_why,
    guards_why,
    loyalty_missing,
    loyalty_why,
    stage_why,
)
from vernost.assessment.wording.signals import signal_advice, signal_found, signal_name
from vernost.cli.explanation.rules import rules
from vernost.cli.explanation.step import Step, Subject, numbers_of
from vernost.engine.codes import COMPONENTS


def stage(subject: Subject) -> Step:
    words, settings = subject.words, subject.settings
    step = Step(words.gettext("Stage"), numbers_of(subject, "stage"), [stage_why(words, subject.client)])
    step.sentences.append(
        words.gettext(
            "Slipping: silence over {slipping} usual intervals, or probability under {slipping_p}; "
            "lost: over {lost}, or under {lost_p}.",
            slipping=words.number(settings.slipping_overdue, 1),
            slipping_p=words.percent(settings.slipping_p_alive),
            lost=words.number(settings.lost_overdue, 1),
            lost_p=words.percent(settings.lost_p_alive),
        )
    )
    return step


def loyalty(subject: Subject) -> Step:
    words, client = subject.words, subject.client
    columns = ("loyalty", "rating_last", "nps_last", "share_of_wallet", "complaints_open", "partner_acts")
    step = Step(words.gettext("Loyalty"), numbers_of(subject, *columns), [loyalty_why(words, client)])
    if client["loyalty_assumed"]:
        step.sentences.append(words.gettext("The level is assumed from behaviour: nobody asked the client."))
    if client["by_compulsion"]:
        step.sentences.append(words.gettext("Regular by compulsion: loyalty may be less than it looks."))
    missing = loyalty_missing(words, client)
    if missing:
        step.sentences.append(words.gettext("Missing for the next level: {what}.", what=", ".join(missing)))
    return step


def attractiveness(subject: Subject) -> Step:
    words, client, settings = subject.words, subject.client, subject.settings
    step = Step(words.gettext("Attractiveness"), numbers_of(subject, "attractiveness", "confidence"))
    weights = {name: float(getattr(settings, f"weight_{name}")) for name in COMPONENTS}
    known = sum(weight for name, weight in weights.items() if client[f"score_{name}"] is not None)
    for name, weight in weights.items():
        score, title = client[f"score_{name}"], words.gettext(judgement.COMPONENTS[name])
        if score is None:
            text = words.gettext(
                "{component}: unknown; its weight of {weight} is spread over the others.",
                component=title,
                weight=words.number(weight),
            )
        else:
            text = words.gettext(
                "{component}: {score} of 100 × weight {weight} (with the spread {spread}) = {points} points.",
                component=title,
                score=words.number(score, 1),
                weight=words.number(weight),
                spread=words.number(100 * weight / known, 1),
                points=words.number(score * weight / known, 1),
            )
        step.sentences.append(text)
    return step


def group(subject: Subject) -> Step:
    words, client = subject.words, subject.client
    columns = (
        "group",
        "net_contribution_window",
        "net_contribution_previous",
        "debt_overdue",
        "on_time_part",
    )
    step = Step(words.gettext("Group"), numbers_of(subject, *columns))
    step.sentences += rules(subject)
    step.sentences += guards_why(words, client)
    step.sentences.append(
        words.gettext("So: {group}.", group=words.gettext(judgement.GROUPS[client["group"]]))
    )
    step.sentences.append(group_why(words, client))
    step.sentences.append(words.gettext(judgement.GROUP_ADVICE[client["group"]]))
    return step


def signals(subject: Subject) -> Step:
    words = subject.words
    step = Step(words.gettext("Signals"))
    for signal in subject.signals:
        grave = words.gettext(judgement.SEVERITIES[signal["severity"]])
        since = words.gettext("since {day}", day=words.day(signal["first_on"]))
        step.sentences.append(
            f"{signal_name(words, signal['code'])} ({grave}, {since}). {signal_found(words, signal)} "
            f"{signal_advice(words, signal['code'])}"
        )
    if not subject.signals:
        step.sentences.append(words.gettext("None is raised on this day."))
    return step
