"""The names under which people's exports carry our columns, Russian and English, in normalised form.

Add a name: any spelling; case, ё, punctuation, spaces and a trailing unit do not matter (see header.normalise).
"""

_CLIENT_ID = """
    client id, client, client code, client number, client no, customer, customer id, customer code, customer number, customer no, cust id,
    account, account id, account number, account no, buyer, buyer id, counterparty, counterparty id, contractor, payer, company id,
    user id, member id, id клиента, клиент, клиент id, код клиента, номер клиента, контрагент, код контрагента, id контрагента,
    покупатель, код покупателя, id покупателя, заказчик, код заказчика, плательщик, партнер, код партнера, организация клиента,
    инн, инн клиента, инн контрагента, лицевой счет, абонент
"""

_MINUTES = "minutes, min, duration minutes, duration, time spent, минуты, минут, мин, длительность, длительность мин, время мин, затрачено минут"
_PERSON = """person, employee, staff, manager, user, agent, our person, сотрудник, исполнитель, менеджер, ответственный, работник, специалист"""

# Column -> names; a table's own names come first, those under "" hold for every table.
SYNONYMS: dict[str, dict[str, str]] = {
    "": {
        "client_id": _CLIENT_ID,
        "minutes": _MINUTES,
        "person": _PERSON,
        "currency": "currency, currency code, ccy, валюта, код валюты, валюта документа",
        "amount": """amount, sum, total, total amount, total sum, revenue, сумма, сумма документа, сумма всего, итоговая сумма,
            сумма с ндс, всего с ндс""",
        "quantity": "quantity, qty, count, количество, кол-во, кол во, колво",
        "unit_price": "unit price, price, price per unit, item price, rate, цена, цена за единицу, цена за ед, цена за штуку, цена с ндс",
        "name": "name, full name, title, имя, наименование, название, фио",
        "email": "email, e-mail, mail, email address, почта, электронная почта, эл почта, адрес электронной почты",
        "phone": "phone, telephone, phone number, mobile, tel, телефон, номер телефона, тел, мобильный, моб телефон",
        "role": "role, position, job title, должность, роль",
        "comment": "comment, comments, note, notes, remark, комментарий, примечание, заметка",
    },
    "orders": {
        "ordered_on": """date, order date, ordered on, ordered at, invoice date, sale date, purchase date, transaction date, document date,
            doc date, timestamp, created at, order datetime, order timestamp, дата, дата заказа, дата документа, дата продажи, дата покупки,
            дата отгрузки, дата реализации, дата операции, дата сделки, период, дата и время""",
        "amount": """order amount, order total, order sum, order value, sales, sale amount, invoice amount, net amount, line total, value,
            spend, turnover, gross amount, transaction amount, стоимость, выручка, сумма заказа, сумма продажи, сумма продаж,
            сумма покупки, сумма реализации, сумма отгрузки, оборот, сумма операции, сумма сделки, продажи""",
        "order_id": """order, order id, order number, order no, invoice, invoice no, invoice number, invoice id, document, document number,
            document no, receipt, receipt id, transaction id, deal id, заказ, номер заказа, id заказа, номер, номер документа, документ,
            номер накладной, накладная, номер чека, чек, номер сделки, регистратор, № заказа, № документа, № накладной, №""",
        "direct_cost": """cost, direct cost, cogs, cost of goods, cost of goods sold, cost price, себестоимость, прямые затраты,
            сумма себестоимости, закупочная стоимость""",
        "service_line": """service line, product line, category, product category, service, product group, line of business, department,
            вид услуги, вид услуг, услуга, категория, категория товара, группа товаров, номенклатурная группа, вид номенклатуры,
            направление, вид товара""",
        "status": "status, order status, state, статус, статус заказа, состояние, состояние заказа",
        "is_extra": "is extra, extra, extra service, upsell, дополнительная услуга, доп услуга, дополнительно, допуслуга, допродажа",
        "engagement_id": """engagement, engagement id, matter, matter id, case, project, project id, contract, contract id, contract number,
            договор, номер договора, проект, дело, номер дела, поручение""",
    },
    "clients": {
        "client_id": "id, code, код, идентификатор",
        "name": """client name, customer name, company, company name, account name, имя клиента, название клиента, наименование клиента,
            компания, полное наименование, краткое наименование, название компании""",
        "kind": "kind, type, client type, customer type, legal form, вид, тип, тип клиента, вид клиента, вид контрагента, юр физ лицо",
        "founded_on": "founded on, founded, foundation date, incorporated on, дата основания, основана, дата регистрации, год основания",
        "since": """since, client since, customer since, start date, relationship start, first contact, join date, клиент с,
            дата начала, начало отношений, дата первого договора, дата начала работы, дата начала отношений""",
        "segment": "segment, client segment, customer segment, tier, сегмент, сегмент клиента, категория клиента, группа клиента",
        "owner": """owner, account manager, account owner, manager, responsible, sales rep, responsible person, ответственный, менеджер,
            ответственный менеджер, основной менеджер, куратор, владелец""",
        "industry": "industry, sector, business, line of business, отрасль, вид деятельности, сфера, сфера деятельности, оквэд, бизнес",
        "business_stability": "business stability, stability, устойчивость, устойчивость бизнеса, стабильность, стабильность бизнеса",
        "values_fit": "values fit, fit, culture fit, value fit, близость ценностей, ценности, совпадение ценностей, общность ценностей",
        "annual_potential": """annual potential, potential, wallet, annual wallet, annual spend, потенциал, годовой потенциал,
            потенциал в год, объем закупок в год""",
        "promising": "promising, is promising, перспективный, перспективен, перспектива",
        "strategic": "strategic, is strategic, key account, стратегический, стратегический клиент, ключевой клиент",
        "compelled": "compelled, is compelled, locked in, вынужденный, по принуждению, вынужденно",
        "referred_by": "referred by, referrer, recommended by, referral source, рекомендатель, кто рекомендовал, рекомендован, рекомендация от",
        "ended_on": """ended on, end date, churn date, closed on, left on, дата окончания, дата ухода, дата расторжения, окончание отношений,
            дата окончания отношений""",
    },
    "invoices": {
        "amount": """invoice amount, invoice total, amount due, invoice sum, value, сумма счета, сумма к оплате, сумма накладной,
            сумма задолженности, стоимость""",
        "due_on": """due on, due date, due, payment due, payment due date, pay by, deadline, срок оплаты, оплатить до, дата платежа по договору,
            срок платежа, крайний срок оплаты, плановая дата оплаты, дата оплаты план""",
        "invoice_id": """invoice, invoice id, invoice number, invoice no, number, document number, счет, номер счета, № счета, номер, номер документа,
            документ, №""",
        "issued_on": """issued on, issue date, invoice date, date, issued, document date, дата, дата счета, дата выставления, дата документа,
            выставлен""",
        "paid_on": """paid on, paid, payment date, paid date, settled date, settled on, settlement date, date paid, дата оплаты, оплачен,
            оплачено дата, дата платежа, фактическая дата оплаты, дата оплаты факт""",
        "paid_amount": "paid amount, amount paid, payment, payment amount, paid sum, оплачено, сумма оплаты, оплаченная сумма, сумма платежа",
    },
    "interactions": {
        "at": """at, date, day, interaction date, contact date, call date, timestamp, created at, дата, дата контакта, дата взаимодействия,
            дата звонка, дата и время, когда""",
        "direction": "direction, in out, inbound outbound, направление, кто начал, вход исход",
        "kind": "kind, type, interaction type, activity type, activity, вид, тип, вид контакта, тип контакта, тип взаимодействия, вид взаимодействия",
        "channel": "channel, via, medium, source, канал, канал связи, способ связи, способ",
        "outcome": "outcome, result, reaction, результат, исход, итог, реакция",
        "answered_at": """answered at, answered on, answer date, reply date, replied at, response date, дата ответа, ответ дата, когда ответили,
            дата исполнения""",
        "mood": "mood, sentiment, настроение, тон, тональность",
        "free_of_charge": "free of charge, free, pro bono, gratis, бесплатно, бесплатная работа, безвозмездно",
    },
    "ratings": {
        "at": "at, date, rating date, survey date, response date, timestamp, дата, дата оценки, дата опроса, дата ответа",
        "measure": "measure, metric, question, kind, rating type, показатель, вид оценки, вопрос, метрика, что оценивали",
        "value": "value, score, mark, rating, nps, points, оценка, балл, значение, баллы, отметка",
    },
    "complaints": {
        "opened_on": """opened on, opened, date, complaint date, open date, received on, created at, date received, дата, дата жалобы,
            дата обращения, дата претензии, дата поступления, открыта, дата открытия""",
        "closed_on": "closed on, closed, close date, resolved on, resolution date, date resolved, дата закрытия, закрыта, дата решения, дата ответа",
        "justified": "justified, valid, founded, upheld, обоснована, обоснованная, обоснованность, справедлива, признана",
        "satisfied_after": "satisfied after, satisfied, content, happy, удовлетворен, доволен, клиент доволен, удовлетворен ответом",
        "cost": "cost, settlement cost, compensation, cost of settling, стоимость урегулирования, компенсация, затраты, расходы",
        "value": "value, at stake, claim, claim amount, disputed amount, цена вопроса, сумма претензии, сумма иска, сумма требований",
    },
    "acts": {
        "on": "on, date, day, act date, дата, день, дата поступка, дата события",
        "kind": "kind, type, act, event, вид, тип, поступок, событие, действие",
    },
    "costs": {
        "on": "on, date, day, cost date, дата, день, дата расхода, дата затрат, дата работы",
        "money": "money, amount, cost, expense, expenses, sum, сумма, расход, расходы, затраты, стоимость",
        "purpose": "purpose, aim, goal, цель, назначение, цель затрат, назначение затрат",
        "minutes": "hours minutes, work minutes",
    },
}


def names_of(table: str, column: str) -> list[str]:
    """Every known name of a column: the table's own and those that hold for every table, as written above."""
    own = SYNONYMS.get(table, {}).get(column, "")
    shared = SYNONYMS[""].get(column, "")
    return [name.strip() for name in f"{own},{shared}".split(",") if name.strip()]
