"""What the demo's people would do better."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Ideas:
    """`ideas` are (line, more words, area); the first is accepted, then declined, done, discussed, new, nameless."""

    group: str
    task: str
    ideas: tuple[tuple[str, str, str], ...]
    accepted: str
    declined: str
    done: str
    effect: str
    remarks: tuple[str, ...]
    suggestion: str


IDEAS: Mapping[str, Ideas] = {
    "en": Ideas(
        group="Nobody waits",
        task="Every client is answered the same day; we look once a week at who was not.",
        ideas=(
            ("A page about each key client that a deputy can read in two minutes",
             "When somebody is ill, the deputy begins from nothing and the client notices.", "work"),
            ("Free parking for visitors", "Two clients asked last month.", "other"),
            ("Say in the offer who will do the work", "Clients buy from people, and ask for them by name.", "talk"),
            ("A yearly meeting with each partner-client about the next year", "", "talk"),
            ("A shorter contract for repeated work", "Three pages are enough the second time.", "terms"),
            ("Give new colleagues one client to listen to before they talk to any", "", "people"),
        ),
        accepted="Yes, with the ten largest first.",
        declined="The building has no more places; we pay visitors' parking across the street instead.",
        done="Good, and it costs nothing.",
        effect="In every offer since spring; two clients asked for the same people again.",
        remarks=("We do this with our largest client already.", "Let us begin with those who ask for it."),
        suggestion="Send one report a month instead of one for each task",
    ),
    "ru": Ideas(
        group="Никто не ждёт",
        task="Каждому клиенту отвечаем в тот же день; раз в неделю смотрим, кому не ответили.",
        ideas=(
            ("Страница о каждом ключевом клиенте, которую замещающий прочтёт за две минуты",
             "Когда кто-то болеет, замещающий начинает с нуля, и клиент это замечает.", "work"),
            ("Бесплатная парковка для посетителей", "В прошлом месяце спрашивали двое.", "other"),
            ("В предложении называть, кто будет делать работу", "Покупают у людей и потом просят тех же.", "talk"),
            ("Раз в год встреча с каждым клиентом-партнёром о следующем годе", "", "talk"),
            ("Короткий договор на повторную работу", "Во второй раз хватит трёх страниц.", "terms"),
            ("Новый коллега сначала слушает одного клиента, а потом говорит с другими", "", "people"),
        ),
        accepted="Да, сначала для десяти крупнейших.",
        declined="Мест у здания больше нет; вместо этого оплачиваем стоянку напротив.",
        done="Хорошо, и ничего не стоит.",
        effect="С весны в каждом предложении; двое попросили снова тех же людей.",
        remarks=("С нашим крупнейшим клиентом мы так уже делаем.", "Начнём с тех, кто сам просит."),
        suggestion="Присылать один отчёт в месяц, а не по каждой задаче",
    ),
}  # fmt: skip
