"""Words of people for yes, no, nothing and for our codes."""

YES = frozenset(["да", "yes", "y", "true", "t", "1", "истина", "д", "+", "верно", "x", "х", "v", "✓", "1.0"])
NO = frozenset(["нет", "no", "n", "false", "f", "0", "ложь", "н", "0.0"]) | {"-"}
# What programs write where there is no value. In ids and text a dash may be meant, so there only the first line counts.
EMPTY_TEXT = frozenset(("null", "nan", "none", "#n/a", "n/a", "<na>", "nat", "<не указан>", "<пусто>"))
EMPTY = EMPTY_TEXT | {"-", "—", "–", "na", "нет данных", "не указано", "не указан"}

# Code -> other words for it (lower case); one code means the same in every table.
CODE_WORDS: dict[str, tuple[str, ...]] = {
    "in": ("inbound", "incoming", "received", "вх", "входящий", "входящее", "входящая", "от клиента", "к нам", "клиент"),
    "out": ("outbound", "outgoing", "sent", "исх", "исходящий", "исходящее", "исходящая", "от нас", "клиенту", "мы"),
    "answered": ("answer", "replied", "success", "reached", "ответил", "ответила", "ответили", "ответ", "дозвонились", "успешно"),
    "no_answer": ("no reply", "missed", "not reached", "нет ответа", "не ответил", "не ответила", "не ответили", "без ответа", "недозвон"),
    "refused": ("refusal", "declined", "rejected", "отказ", "отказал", "отказался", "отказалась", "отказались"),
    "done": (
        "completed", "complete", "closed", "paid", "shipped", "delivered", "fulfilled", "finished",
        "выполнен", "выполнено", "завершен", "завершён", "закрыт", "отгружен", "оплачен", "доставлен", "исполнен", "проведен", "проведён",
    ),
    "open": (
        "new", "pending", "processing", "in progress", "draft", "active",
        "новый", "открыт", "в работе", "в обработке", "черновик", "ожидает", "активен",
    ),
    "cancelled": ("canceled", "cancel", "void", "voided", "отменен", "отменён", "отмена", "отменено", "аннулирован", "удален", "удалён"),
    "company": ("business", "organisation", "organization", "legal entity", "юрлицо", "юр. лицо", "юридическое лицо", "организация", "компания", "юл"),
    "person": ("individual", "consumer", "private", "физлицо", "физ. лицо", "физическое лицо", "человек", "частное лицо", "ип", "фл"),
    "nps": ("recommend", "recommendation", "net promoter score", "рекомендация", "готовность рекомендовать", "индекс лояльности"),
    "quality": ("качество", "качество услуг", "качество работы"),
    "relations": ("relationship", "отношения", "отношение", "общение"),
    "solving": ("problem solving", "решение", "решение задач", "решение проблем"),
    "winning": ("acquisition", "acquire", "new", "привлечение", "завоевание", "новый клиент"),
    "keeping": ("retention", "retain", "service", "удержание", "обслуживание", "сохранение"),
    "referral": ("реферал", "привёл клиента", "привел клиента"),
    "suggestion": ("idea", "предложение", "идея"),
    "recommendation": ("рекомендация", "отзыв", "testimonial"),
    "joint_project": ("совместный проект",),
    "competitor_news": ("новости о конкурентах", "новость о конкуренте"),
    "obligation_broken": ("нарушил обязательство", "нарушение обязательств", "нарушенное обязательство"),
    "values_conflict": ("конфликт ценностей",),
    "loss_making_terms": ("убыточные условия", "невыгодные условия"),
    "competitor_compared": ("сравнил с конкурентом", "сравнение с конкурентом"),
    "trifle_refused": ("отказ в мелочи",),
    "contact_changed": ("смена контактного лица", "смена контакта"),
    "management_changed": ("смена руководства", "смена руководителя"),
    "ownership_changed": ("смена собственника", "смена владельца"),
    "strategy_changed": ("смена стратегии",),
    "market_changed": ("изменение рынка", "смена рынка"),
}  # fmt: skip

# Signs and short words of money -> ISO 4217.
CURRENCIES = {
    "₽": "RUB", "руб": "RUB", "руб.": "RUB", "р.": "RUB", "р": "RUB", "rur": "RUB", "рубль": "RUB", "рублей": "RUB", "643": "RUB",
    "$": "USD", "us$": "USD", "доллар": "USD", "долл.": "USD", "840": "USD", "€": "EUR", "евро": "EUR", "978": "EUR",
    "£": "GBP", "¥": "CNY", "юань": "CNY", "₸": "KZT", "тенге": "KZT", "тг": "KZT",
}  # fmt: skip
