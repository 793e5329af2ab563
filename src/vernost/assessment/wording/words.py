"""One language: translated sentences, and numbers, money, days and plurals as that language writes them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from gettext import NullTranslations

from babel import Locale
from babel.dates import format_date
from babel.numbers import (
    NumberPattern,
    format_compact_decimal,
    format_currency,
    format_decimal,
    format_percent,
    parse_pattern,
)

from vernost.assessment.wording.catalogue import load_catalogue

UNKNOWN = "—"
# Sums from here on are shown without the small coin.
WHOLE_MONEY = 100


@cache
def _pattern(text: str) -> NumberPattern:
    return parse_pattern(text)


@dataclass(frozen=True)
class Words:
    """Speaks `language`; `translate` and `translate_plural` are gettext and ngettext of a catalogue or of Django.

    `currency` is an ISO 4217 code, or empty where the company did not state it: sums are then bare numbers.
    """

    language: str
    translate: Callable[[str], str]
    translate_plural: Callable[[str, str, int], str]
    currency: str = ""

    @classmethod
    def load(cls, language: str, currency: str = "") -> "Words":
        """The words of the shipped catalogue, read without Django."""
        catalogue: NullTranslations = load_catalogue(language)
        return cls(language, catalogue.gettext, catalogue.ngettext, currency)

    @property
    def locale(self) -> Locale:
        return Locale.parse(self.language)

    def gettext(self, message: str, **values: object) -> str:
        """`message` (a msgid) in this language, with `values` put into its {places}."""
        translated = self.translate(message)
        return translated.format(**values) if values else translated

    def ngettext(self, one: str, many: str, n: int, **values: object) -> str:
        """The form for `n`; {n} in it becomes the number as this language writes it."""
        return self.translate_plural(one, many, n).format(n=self.number(n), **values)

    def number(self, value: float | None, digits: int = 0) -> str:
        """With exactly `digits` decimals and a true minus sign; unknown is a dash."""
        if value is None:
            return UNKNOWN
        return _number(float(value), digits, self.language)

    def percent(self, value: float | None, digits: int = 0) -> str:
        """A part 0–1 as percent."""
        if value is None:
            return UNKNOWN
        pattern = self.locale.percent_formats[None].pattern
        whole = pattern.replace("#,##0", "#,##0" + ("." + "0" * digits if digits else ""))
        return _minus(format_percent(value, format=_pattern(whole), locale=self.locale))

    def money(self, value: float | None) -> str:
        """A sum in the company's currency, without the small coin from 100 on."""
        if value is None:
            return UNKNOWN
        digits = 0 if abs(value) >= WHOLE_MONEY or value == 0 else 2
        if not self.currency:
            return self.number(value, digits)
        pattern = (
            self.locale.currency_formats["standard"].pattern.split(";")[0].replace(".00", "." + "0" * digits)
        )
        sized = _pattern(pattern.replace("0.", "0") if digits == 0 else pattern)
        shown = format_currency(value, self.currency, format=sized, locale=self.locale, currency_digits=False)
        return _minus(shown)

    def short_money(self, value: float | None) -> str:
        """A sum in few characters, without the currency: 1.2M, 340K."""
        if value is None:
            return UNKNOWN
        rounded = round(value) if abs(value) < 1000 else value
        digits = 0 if abs(value) < 1e6 else 1
        return _minus(format_compact_decimal(rounded, locale=self.locale, fraction_digits=digits))

    def day(self, value: date | None) -> str:
        """A day with its month as a word: no doubt which number is the month."""
        return UNKNOWN if value is None else format_date(value, "d MMM y", locale=self.locale)

    def days(self, value: float | None) -> str:
        """A number of days, with the word."""
        if value is None:
            return UNKNOWN
        if round(value, 1) != round(value):
            return self.gettext("{part} days", part=self.number(value, 1))
        return self.ngettext("{n} day", "{n} days", round(value))

    def yes_no(self, value: bool | None) -> str:
        if value is None:
            return UNKNOWN
        return self.gettext("yes") if value else self.gettext("no")


@lru_cache(10_000)
def _number(value: float, digits: int, language: str) -> str:
    pattern = _pattern("#,##0" + ("." + "0" * digits if digits else ""))
    return _minus(format_decimal(value, format=pattern, locale=Locale.parse(language)))


def _minus(text: str) -> str:
    return text.replace("-", "−")
