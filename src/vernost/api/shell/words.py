from django.utils.translation import get_language, gettext, ngettext

from vernost.assessment.wording.words import Words
from vernost.core.queries.company import company


def words() -> Words:
    """The words of the engine's codes in the language of the answer; sums are in the company's currency."""
    language = "ru" if (get_language() or "en").startswith("ru") else "en"
    return Words(language, gettext, ngettext, company().currency)
