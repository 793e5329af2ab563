"""Rules and touches in words."""

from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from vernost.care.days.feast import FEAST_BY_CODE
from vernost.care.days.profession import PROFESSION_BY_CODE
from vernost.care.enums import Hold, OwnDay, Responsible, TouchState
from vernost.care.models import Rule, Touch
from vernost.ui.html import Tone, badge

_TONES: dict[str, Tone] = {"planned": "accent", "done": "good", "missed": "bad", "held": "warn"}


def occasion_name(code: str) -> str:
    if code in OwnDay.values:
        return str(OwnDay(code).label)
    feast = FEAST_BY_CODE.get(code) or PROFESSION_BY_CODE.get(code)
    return str(feast.name) if feast else code


def how_often(rule: Rule) -> str:
    """ "2 times a quarter", or the occasion."""
    if rule.occasion:
        if rule.occasion == OwnDay.FIXED:
            return f"{rule.fixed_day:02}.{rule.fixed_month:02}"
        return occasion_name(rule.occasion)
    times = rule.times or 1
    every = rule.every or 1
    unit = _UNITS[rule.unit](every)
    return ngettext("%(times)d time %(unit)s", "%(times)d times %(unit)s", times) % {
        "times": times,
        "unit": unit,
    }


_UNITS: dict[str, Any] = {
    "day": lambda n: ngettext("in %(n)d day", "in %(n)d days", n) % {"n": n},
    "week": lambda n: ngettext("in %(n)d week", "in %(n)d weeks", n) % {"n": n},
    "month": lambda n: ngettext("in %(n)d month", "in %(n)d months", n) % {"n": n},
    "quarter": lambda n: ngettext("in %(n)d quarter", "in %(n)d quarters", n) % {"n": n},
    "year": lambda n: ngettext("in %(n)d year", "in %(n)d years", n) % {"n": n},
}


def who(rule: Rule) -> str:
    match rule.responsible:
        case Responsible.ROLE:
            return str(rule.get_role_display())
        case Responsible.PERSON:
            return str(rule.person)
        case _:
            return str(Responsible(rule.responsible).label)


def state_badge(touch: Touch) -> SafeString:
    return badge(TouchState(touch.state).label, _TONES.get(touch.state, "neutral"))


def why_held(touch: Touch) -> str:
    return str(Hold(touch.hold).label) if touch.hold else touch.reason


def asked_by(touch: Touch) -> str:
    """The note of the rule, or the name of the plan, that asks for it."""
    if touch.action:
        return touch.action.plan.name
    return touch.rule.note if touch.rule else ""


def about(touch: Touch) -> str:
    """What, and with whom."""
    return f"{touch.what}: {touch.contact.name}" if touch.contact else touch.what
