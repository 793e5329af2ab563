"""The whole report: one file that opens offline, with its style and script inside."""

from importlib.resources import files

from vernost.cli.report.about import gaps, settings_used
from vernost.cli.report.attention_list import attention_list, chance_list
from vernost.cli.report.client_map import client_map
from vernost.cli.report.cohorts import cohorts
from vernost.cli.report.concentration import concentration
from vernost.cli.report.flow import flow
from vernost.cli.report.markup import Markup, element, join
from vernost.cli.report.material import Material
from vernost.cli.report.outlook_quality import outlook_quality
from vernost.cli.report.rhythm_strips import rhythm_strips
from vernost.cli.report.standing import standing


def page(material: Material) -> str:
    """The report as HTML text."""
    words = material.words
    title = words.gettext("Clients on {day}", day=words.day(material.as_of))
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", title),
        element("style", Markup(_asset("style.css"))),
    )
    body = element(
        "body",
        element("a", words.gettext("To the content"), href="#standing", class_="skip"),
        element(
            "header",
            element("h1", title),
            element("p", words.gettext("From {files}", files=", ".join(material.files)), class_="note"),
            _contents(material),
        ),
        element("main", _sections(material)),
        element("footer", element("p", "Vernost", class_="note")),
        element("script", Markup(_asset("script.js"))),
    )
    return f"<!doctype html>\n{element('html', head, body, lang=words.language)}\n"


def _sections(material: Material) -> Markup:
    return join(
        [
            standing(material),
            attention_list(material),
            chance_list(material),
            client_map(material),
            concentration(material),
            flow(material),
            cohorts(material),
            rhythm_strips(material),
            outlook_quality(material),
            gaps(material),
            settings_used(material),
        ]
    )


def _contents(material: Material) -> Markup:
    words = material.words
    places = {
        "standing": words.gettext("Where we stand"),
        "attention": words.gettext("Attention"),
        "chances": words.gettext("Chances"),
        "map": words.gettext("Map"),
        "concentration": words.gettext("Concentration"),
        "movement": words.gettext("Movement"),
        "cohorts": words.gettext("Cohorts"),
        "rhythm": words.gettext("Rhythm"),
        "outlook": words.gettext("Outlook"),
        "gaps": words.gettext("Not judged"),
        "settings": words.gettext("Settings"),
    }
    links = [element("a", name, href=f"#{anchor}") for anchor, name in places.items()]
    return element("nav", links, aria_label=words.gettext("Contents"))


def _asset(name: str) -> str:
    return files("vernost.cli.report").joinpath(name).read_text(encoding="utf-8")
