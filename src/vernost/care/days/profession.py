"""Days of professions in Russia, and which one is a client's: found by the words of its industry."""

from django.utils.translation import gettext_lazy as _

from vernost.care.days.feast import Feast

_SAT, _SUN = 5, 6

PROFESSIONS = (
    Feast("press", _("Day of the Press"), 1, 13, industries=("сми", "издат", "журнал", "медиа", "press", "media", "publish")),
    Feast("science", _("Day of Science"), 2, 8, industries=("наук", "науч", "исследов", "scien", "research")),
    Feast("utilities", _("Day of Utilities and Household Services"), 3, weekday=_SUN, nth=3, industries=("жкх", "коммунал", "бытов", "utilit", "household serv")),
    Feast("theatre", _("Day of the Theatre"), 3, 27, industries=("театр", "theat")),
    Feast("geology", _("Day of the Geologist"), 4, weekday=_SUN, nth=1, industries=("геолог", "geolog")),
    Feast("space", _("Day of Cosmonautics"), 4, 12, industries=("космос", "космич", "авиац", "space", "aviation", "aerospace")),
    Feast("telecom", _("Day of Radio and Communications"), 5, 7, industries=("связь", "связи", "телеком", "telecom", "communications")),
    Feast("library", _("Day of Libraries"), 5, 27, industries=("библиот", "librar")),
    Feast("bar", _("Day of the Bar"), 5, 31, industries=("адвокат", "barrister", "bar associ")),
    Feast("social", _("Day of the Social Worker"), 6, 8, industries=("социальн", "благотвор", "social", "charit")),
    Feast("light_industry", _("Day of Light Industry and Furniture Makers"), 6, weekday=_SUN, nth=2, industries=("текстил", "швейн", "одежд", "обув", "мебел", "лёгкая пром", "легкая пром", "textile", "cloth", "furnitur", "shoe")),
    Feast("medicine", _("Day of the Medical Worker"), 6, weekday=_SUN, nth=3, industries=("медиц", "клиник", "стомат", "здраво", "больниц", "medic", "clinic", "health", "dent")),
    Feast("fishing", _("Day of Fishing"), 7, weekday=_SUN, nth=2, industries=("рыб", "fish")),
    Feast("post", _("Day of the Post"), 7, weekday=_SUN, nth=2, industries=("почт", "курьер", "postal", "courier")),
    Feast("metal", _("Day of the Metallurgist"), 7, weekday=_SUN, nth=3, industries=("металл", "metal", "steel")),
    Feast("trade", _("Day of Trade"), 7, weekday=_SAT, nth=4, industries=("торг", "рознич", "опт", "магазин", "retail", "trade", "wholesale", "shop")),
    Feast("railway", _("Day of the Railway Worker"), 8, weekday=_SUN, nth=1, industries=("железнодорож", "railway", "rail ")),
    Feast("building", _("Day of the Builder"), 8, weekday=_SUN, nth=2, industries=("строит", "девелоп", "архитект", "construct", "building", "architect")),
    Feast("mining", _("Day of the Miner"), 8, weekday=_SUN, nth=-1, industries=("горнодоб", "шахт", "уголь", "угольн", "добыч", "mining", "coal")),
    Feast("oil", _("Day of Oil and Gas"), 9, weekday=_SUN, nth=1, industries=("нефт", "газ", "oil", "gas ")),
    Feast("finance", _("Day of the Financier"), 9, 8, industries=("финанс", "инвест", "страхов", "financ", "invest", "insur")),
    Feast("software", _("Day of the Programmer"), 9, day_of_year=256, industries=("программ", "информац", "ит", "it", "software", "information tech")),
    Feast("forest", _("Day of the Forester"), 9, weekday=_SUN, nth=3, industries=("лес", "деревооб", "древес", "forest", "timber", "wood")),
    Feast("tourism", _("Day of Tourism"), 9, 27, industries=("турис", "туриз", "гостин", "отел", "touris", "travel", "hotel", "hospitality")),
    Feast("machines", _("Day of the Machine Builder"), 9, weekday=_SUN, nth=-1, industries=("машиностр", "станк", "оборудован", "производ", "machin", "manufactur", "equipment")),
    Feast("teaching", _("Day of the Teacher"), 10, 5, industries=("образован", "школ", "обучен", "вуз", "educat", "school", "training")),
    Feast("farming", _("Day of Farming"), 10, weekday=_SUN, nth=2, industries=("сельск", "агро", "ферм", "agric", "farm")),
    Feast("food", _("Day of the Food Industry"), 10, weekday=_SUN, nth=3, industries=("пищев", "продукт", "продовол", "ресторан", "кафе", "food", "restaurant", "cater")),
    Feast("roads", _("Day of Road Builders"), 10, weekday=_SUN, nth=3, industries=("дорожн", "road")),
    Feast("transport", _("Day of Motor Transport"), 10, weekday=_SUN, nth=-1, industries=("транспорт", "перевоз", "логист", "авто", "transport", "logist", "haul", "freight")),
    Feast("accounting", _("Day of the Accountant"), 11, 21, industries=("бухгалт", "аудит", "налог", "account", "audit", "tax")),
    Feast("banking", _("Day of the Bank Worker"), 12, 2, industries=("банк", "bank")),
    Feast("law", _("Day of the Lawyer"), 12, 3, industries=("юрид", "прав", "нотар", "law", "legal", "notar")),
    Feast("energy", _("Day of the Energy Worker"), 12, 22, industries=("энерг", "электр", "energ", "power", "electr")),
)  # fmt: skip
PROFESSION_BY_CODE = {one.code: one for one in PROFESSIONS}
# "ит" and "it" are words, not beginnings.
_WHOLE = {"ит", "it"}


def profession_of(industry: str) -> Feast | None:
    """The day of the profession whose words stand in the industry's name; None for an industry that has none."""
    words = industry.casefold().replace("-", " ").replace(",", " ").split()
    text = " ".join(words) + " "
    for one in PROFESSIONS:
        for stem in one.industries:
            if stem in _WHOLE:
                if stem in words:
                    return one
            elif text.startswith(stem) or f" {stem}" in text:
                return one
    return None
