"""(8) How far the outlook can be trusted."""

from vernost.assessment.wording.outlook import MODELS, WARNINGS
from vernost.cli.report.markup import Child, Markup, element
from vernost.cli.report.material import Material
from vernost.cli.report.pieces import note, section, table


def outlook_quality(material: Material) -> Markup:
    words, outlook = material.words, material.company["outlook"]
    title = words.gettext("How far the outlook can be trusted")
    parts: list[Child] = [note(words.gettext(MODELS[outlook["model"]]))] if outlook["model"] in MODELS else []
    parts += [element("p", words.gettext(WARNINGS[code]), class_="warning") for code in outlook["warnings"]]
    parts.append(_holdout(material))
    fit: list[tuple[Child, Child]] = [
        (name, words.number(value, 4)) for name, value in outlook["params"].items()
    ]
    fit.append((words.gettext("log-likelihood"), words.number(outlook["log_likelihood"], 1)))
    fit.append((words.gettext("clients in the fit"), words.number(outlook["clients"])))
    summary = element("summary", words.gettext("Parameters of the model"))
    parts.append(
        element("details", summary, table((words.gettext("Parameter"), words.gettext("Value")), fit))
    )
    return section("outlook", title, parts)


def _holdout(material: Material) -> Markup:
    words, holdout = material.words, material.company["outlook"]["holdout"]
    if holdout is None:
        return note(words.gettext("Not tried on the past: the history is too short to hide a part of it."))
    said = words.gettext(
        "Tried on the past: from {start} to {end} it expected {expected} purchases, and there were {actual} "
        "(ratio {ratio}; mean error by client class {error}).",
        start=words.day(holdout["from"]),
        end=words.day(holdout["until"]),
        expected=words.number(holdout["expected_orders"]),
        actual=words.number(holdout["actual_orders"]),
        ratio=words.number(holdout["ratio"], 2),
        error=words.number(holdout["calibration_error"], 3),
    )
    return element("p", said)
