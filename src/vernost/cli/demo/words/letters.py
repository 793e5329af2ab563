"""What the demo's people wrote to one another by mail: (subject, text), theirs and ours by turns."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class LetterWords:
    """`talk` are letters of clients with our answers after them, `strangers` (address, name, subject, text)."""

    talk: tuple[tuple[str, str], ...]
    answers: tuple[str, ...]
    strangers: tuple[tuple[str, str, str, str], ...]
    quoted: str


LETTERS: Mapping[str, LetterWords] = {
    "en": LetterWords(
        talk=(
            (
                "Draft of the agreement",
                "Good day,\n\nwe have read the draft. Two points are not clear to us: the term of notice and the penalty in 4.2. Could we talk tomorrow before noon?",
            ),
            (
                "Papers for the quarter",
                "Hello,\n\nthe papers are attached. Our accountant asks whether the act can be dated by the end of the month.",
            ),
            (
                "Thank you",
                "Thank you for yesterday. It was the first meeting at which nobody looked at the clock.",
            ),
            (
                "A question before the summer",
                "Good day,\n\nfrom July on we have a second site. What would it cost if you took that over too?",
            ),
            (
                "About the last invoice",
                "Good day,\n\nthe invoice names eleven hours, we had agreed on eight. Please have a look.",
            ),
        ),
        answers=(
            "Good day,\n\ntomorrow at ten suits us. I will have both points ready, with a wording that protects you better.",
            "Hello,\n\nreceived, thank you. The end of the month is fine.",
            "Thank you. So it was for us. Until Thursday!",
            "Good day,\n\nI will count it by Friday and send two variants.",
            "Good day,\n\nyou are right, three hours were ours. The corrected invoice comes today.",
        ),
        strangers=(
            (
                "new.director@client.example",
                "Helen Marsh",
                "Introducing myself",
                "Good day,\n\nI have been the new finance director since Monday and would like to know with whom I speak on your side.",
            ),
            (
                "newsletter@fair.example",
                "Trade Fair",
                "Programme of the spring fair",
                "The programme is complete. Early booking ends on Friday.",
            ),
            (
                "m.reed@newcomer.example",
                "Martin Reed",
                "Recommended by a colleague",
                "Good day,\n\nyou were recommended to me. Do you take on small companies too?",
            ),
        ),
        quoted="wrote:",
    ),
    "ru": LetterWords(
        talk=(
            (
                "Проект договора",
                "Добрый день!\n\nПрочитали проект. Два места нам непонятны: срок уведомления и неустойка в 4.2. Сможем поговорить завтра до обеда?",
            ),
            (
                "Документы за квартал",
                "Здравствуйте!\n\nДокументы во вложении. Бухгалтер спрашивает, можно ли поставить в акте конец месяца.",
            ),
            ("Спасибо", "Спасибо за вчерашнюю встречу. Впервые никто не смотрел на часы."),
            (
                "Вопрос до лета",
                "Добрый день!\n\nС июля у нас вторая площадка. Сколько будет стоить, если вы возьмёте и её?",
            ),
            (
                "О последнем счёте",
                "Добрый день!\n\nВ счёте одиннадцать часов, а договаривались на восемь. Посмотрите, пожалуйста.",
            ),
        ),
        answers=(
            "Добрый день!\n\nЗавтра в десять удобно. Подготовлю оба места и вариант, который защищает вас лучше.",
            "Здравствуйте!\n\nПолучили, спасибо. Конец месяца подходит.",
            "Спасибо, нам тоже было хорошо. До четверга!",
            "Добрый день!\n\nПосчитаю к пятнице и пришлю два варианта.",
            "Добрый день!\n\nВы правы, три часа — наши. Исправленный счёт будет сегодня.",
        ),
        strangers=(
            (
                "new.director@client.example",
                "Елена Маркова",
                "Знакомство",
                "Добрый день!\n\nС понедельника я новый финансовый директор. Хотела бы знать, с кем у вас говорить.",
            ),
            (
                "newsletter@fair.example",
                "Выставка",
                "Программа весенней выставки",
                "Программа готова. Ранняя регистрация — до пятницы.",
            ),
            (
                "m.reed@newcomer.example",
                "Михаил Рудин",
                "По рекомендации коллеги",
                "Добрый день!\n\nВас мне рекомендовали. Берёте ли вы небольшие компании?",
            ),
        ),
        quoted="пишет:",
    ),
}
