"""A small file of each kind, to look at or to fill in; headers and words in the language of the reader."""

import csv
from io import StringIO

from django.utils.translation import get_language

from vernost.transfer.kinds import KINDS

# Column -> its cells; a pair is (Russian, English).
type Cells = tuple[str | tuple[str, str], ...]
_WHO = ("1001", "1002", "1003")
_SAMPLES: dict[str, dict[str, Cells]] = {
    "clients": {
        "code": _WHO,
        "name": (("ООО «Альфа»", "Alpha Ltd"), ("Банк «Бета»", "Beta Bank"), ("Иванова Мария", "Mary Jones")),
        "kind": (("компания", "company"), ("компания", "company"), ("человек", "person")),
        "tax_id": ("7701234567", "7807654321", ""),
        "email": ("info@alpha.example", "office@beta.example", "mary@people.example"),
        "phone": ("+7 495 000-00-01", "+7 812 000-00-02", ""),
        "industry": (("Оптовая торговля", "Wholesale"), ("Финансы", "Finance"), ""),
        "segment": (("Торговля", "Trade"), ("Банки", "Banks"), ""),
        "since": ("2021-04-12", "2019-09-01", "2024-02-20"),
        "strategic": (("нет", "no"), ("да", "yes"), ("нет", "no")),
    },
    "contacts": {
        "client_id": ("1001", "1001", "1002"),
        "name": (("Пётр Сидоров", "Peter Smith"), ("Анна Петрова", "Ann Brown"), ("Олег Ким", "Oliver Kim")),
        "role": (("директор", "director"), ("бухгалтер", "accountant"), ("юрист", "lawyer")),
        "level": (("высшее руководство", "top management"), ("сотрудники", "staff"), ("сотрудники", "staff")),
        "email": ("ps@alpha.example", "ab@alpha.example", "ok@beta.example"),
        "phone": ("+7 495 000-00-11", "", ""),
    },
    "orders": {
        "order_id": ("A-1", "A-2", "B-1"),
        "client_id": ("1001", "1001", "1002"),
        "ordered_on": ("2026-01-15", "2026-02-16", "2026-02-03"),
        "amount": ("120000.00", "-5000.00", "310000.50"),
        "currency": ("RUB", "RUB", "RUB"),
        "subject": (("Сопровождение сделки", "Deal support"), ("Возврат", "Return"), ("Проверка", "Due diligence")),
        "service_line": (("Сделки", "Deals"), ("Сделки", "Deals"), ("Проверки", "Reviews")),
        "status": (("выполнен", "done"), ("выполнен", "done"), ("открыт", "open")),
    },
    "invoices": {
        "invoice_id": ("101", "102", "103"),
        "client_id": ("1001", "1001", "1002"),
        "issued_on": ("2026-01-15", "2026-02-16", "2026-02-03"),
        "due_on": ("2026-01-30", "2026-03-02", "2026-02-20"),
        "amount": ("120000.00", "45000.00", "310000.50"),
        "paid_on": ("2026-01-28", "", "2026-02-25"),
    },
    "payments": {
        "number": ("501", "502", "503"),
        "client_id": ("1001", "1002", "1002"),
        "paid_on": ("2026-01-28", "2026-02-10", "2026-02-25"),
        "amount": ("120000.00", "110000.50", "200000.00"),
        "currency": ("RUB", "RUB", "RUB"),
    },
    "interactions": {
        "client_id": _WHO,
        "at": ("2026-02-02", "2026-02-03", "2026-02-05"),
        "direction": (("от нас", "from us"), ("от клиента", "from the client"), ("от нас", "from us")),
        "kind": (("звонок", "call"), ("письмо", "letter"), ("встреча", "meeting")),
        "mood": ("1", "-1", "0"),
        "minutes": ("15", "5", "60"),
        "note": (("Обсудили сроки", "Talked of dates"), ("Просят счёт", "Ask for a bill"), ("Знакомство", "Met")),
    },
    "ratings": {
        "client_id": _WHO,
        "at": ("2026-02-02", "2026-02-03", "2026-02-05"),
        "measure": ("nps", "quality", "relations"),
        "value": ("9", "4", "5"),
    },
    "complaints": {
        "number": ("1", "2", "3"),
        "client_id": _WHO,
        "opened_on": ("2026-01-10", "2026-01-20", "2026-02-11"),
        "closed_on": ("2026-01-15", "", "2026-02-12"),
        "subject": (("Долго отвечали", "Slow answer"), ("Ошибка в счёте", "Wrong bill"), ("Опоздание", "Late")),
        "justified": (("да", "yes"), "", ("нет", "no")),
    },
    "acts": {
        "client_id": _WHO,
        "on": ("2026-01-10", "2026-01-20", "2026-02-11"),
        "kind": ("referral", "suggestion", "management_changed"),
        "note": (("Привёл «Гамму»", "Sent us Gamma"), ("Отчёт раз в месяц", "A monthly report"), ""),
    },
    "potentials": {
        "client_id": _WHO,
        "estimated_on": ("2026-01-10", "2026-01-20", "2026-02-11"),
        "annual_amount": ("1200000.00", "5000000.00", "90000.00"),
        "share_percent": ("40", "15", ""),
        "source": (("Отчётность", "Their accounts"), ("Директор", "The director"), ""),
    },
    "costs": {
        "client_id": _WHO,
        "on": ("2026-01-10", "2026-01-20", "2026-02-11"),
        "money": ("1500.00", "", "800.00"),
        "minutes": ("", "90", ""),
        "subject": (("Подарок", "A present"), ("Выезд", "A visit"), ("Такси", "A taxi")),
    },
    "marketing_costs": {
        "spent_on": ("2026-01-15", "2026-02-10", "2026-02-28"),
        "purpose": (
            ("привлечение новых клиентов", "winning new clients"), ("удержание клиентов", "keeping clients"),
            ("имя компании в целом", "the brand as a whole"),
        ),
        "amount": ("150000.00", "40000.00", "85000.50"),
        "currency": ("RUB", "RUB", "RUB"),
        "note": (("Реклама", "Advertising"), ("Обед с клиентами", "A dinner"), ("Конференция", "A conference")),
    },
}  # fmt: skip


def sample_file(kind: str) -> str:
    """CSV in the active language, as an import reads it without a question."""
    place = 0 if (get_language() or "en").startswith("ru") else 1
    columns = _SAMPLES[kind]
    text = StringIO()
    writer = csv.writer(text, delimiter=";" if place == 0 else ",")
    writer.writerow([KINDS[kind].label_of(column) for column in columns])
    for row in zip(*columns.values(), strict=True):
        writer.writerow([cell if isinstance(cell, str) else cell[place] for cell in row])
    return text.getvalue()
