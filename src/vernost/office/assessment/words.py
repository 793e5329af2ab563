"""The words of the engine's codes in the language of the page."""

from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext

from vernost.assessment.models import Signal
from vernost.assessment.queries.client_assessment import row_of
from vernost.assessment.wording import judgement
from vernost.assessment.wording.signals import signal_found, tells_money
from vernost.assessment.wording.words import WHOLE_MONEY, Words
from vernost.core.queries.company import company
from vernost.ui import formats
from vernost.ui.html import EMPTY, Tone, badge

GROUP_TONES: dict[str, Tone] = {"reward": "good", "manage": "accent", "discipline": "warn", "fire": "bad"}
STAGE_TONES: dict[str, Tone] = {"regular": "good", "won_back": "good", "slipping": "warn", "lost": "bad"}
LOYALTY_TONES: dict[str, Tone] = {"devotion": "accent", "partnership": "good"}
SEVERITY_TONES: dict[int, Tone] = {1: "neutral", 2: "warn", 3: "bad"}


class OfficeWords(Words):
    """Writes sums as the rest of the page does."""

    def money(self, value: float | None) -> str:
        whole = value is not None and (abs(value) >= WHOLE_MONEY or value == 0)
        return formats.money(round(value) if whole and value is not None else value, self.currency)


def words(currency: str = "") -> Words:
    """Words with Django's translations; without `currency` sums are in the company's."""
    language = "ru" if (get_language() or "en").startswith("ru") else "en"
    return OfficeWords(language, gettext, ngettext, currency or company().currency)


def group_badge(code: str | None) -> SafeString:
    return badge(gettext(judgement.GROUPS[code]), GROUP_TONES[code]) if code else EMPTY


def stage_badge(code: str | None) -> SafeString:
    return badge(gettext(judgement.STAGES[code]), STAGE_TONES.get(code, "neutral")) if code else EMPTY


def loyalty_badge(code: str | None, *, assumed: bool = False) -> SafeString:
    """An assumed level stays grey: nobody asked the client."""
    if not code:
        return EMPTY
    text = gettext(judgement.LOYALTY[code])
    if assumed:
        return badge(gettext("%(level)s, assumed") % {"level": text})
    return badge(text, LOYALTY_TONES.get(code, "neutral"))


def evidence(said: Words, signal: Signal, *, money: bool) -> str:
    """What was found, with its numbers; empty where they are sums or shares and the reader may not see money."""
    return "" if tells_money(signal.code) and not money else signal_found(said, row_of(signal))


def severity_badge(severity: int) -> SafeString:
    return badge(gettext(judgement.SEVERITIES[severity]), SEVERITY_TONES[severity])
