"""What the demo's people wrote on the discipline track, endings and winning back."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Ways:
    exceptions: tuple[str, ...]
    promised_by: str
    step_notes: tuple[str, ...]
    document: str
    considered: str
    new_price: str
    new_terms: str
    decision: str
    partner: str
    left: tuple[str, ...]
    mended: str
    attempts: tuple[str, ...]


WAYS: Mapping[str, Ways] = {
    "en": Ways(
        exceptions=("Agreed before the policy was there", "The delay of the last work was ours"),
        promised_by="their chief accountant",
        step_notes=(
            "By letter",
            "Met their director",
            "Handed over on paper",
            "Agreed in writing",
            "After two broken promises",
        ),
        document="Annex 2 to the contract",
        considered="For two years serving them has cost more than it brought.",
        new_price="Hourly rate + 20 %",
        new_terms="Half of the sum in advance, one person who gives tasks.",
        decision="The loss goes on, and the last chance was declined.",
        partner="Alpha Advice",
        left=("Late twice in a row, and nobody called", "Found it too dear", "Has a lawyer of their own now"),
        mended="A second person on each task, a call every week",
        attempts=("Lunch with their director", "A letter with news", "Offered a free review"),
    ),
    "ru": Ways(
        exceptions=("Договорились раньше, чем появилась политика", "В прошлый раз срок сорвали мы"),
        promised_by="их главный бухгалтер",
        step_notes=(
            "Письмом",
            "Встретились с их директором",
            "Вручены на бумаге",
            "Согласовано письменно",
            "После двух нарушенных обещаний",
        ),
        document="Приложение № 2 к договору",
        considered="Второй год обслуживание стоит дороже, чем приносит.",
        new_price="Час дороже на 20 %",
        new_terms="Половина суммы заранее, задачи даёт один человек.",
        decision="Убыток продолжается, от последнего шанса отказались.",
        partner="Бюро «Альфа»",
        left=(
            "Дважды подряд сорвали срок, и никто не позвонил",
            "Посчитали, что дорого",
            "Теперь у них свой юрист",
        ),
        mended="На каждом деле второй человек, звонок каждую неделю",
        attempts=("Обед с их директором", "Письмо с новостями", "Предложили бесплатный обзор"),
    ),
}
