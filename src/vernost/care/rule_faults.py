"""What speaks against a rule of the standard before it is kept."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from vernost.assessment.wording.judgement import GROUPS, LOYALTY, STAGES
from vernost.care.days.feast import FEAST_BY_CODE
from vernost.care.days.profession import PROFESSION_BY_CODE
from vernost.care.enums import FITTING, OwnDay, Purpose, Responsible
from vernost.care.models import Rule
from vernost.clients.enums import ContactLevel
from vernost.core.access import Action, Scope, scope_of
from vernost.core.enums import Role
from vernost.core.models import User

_PERIOD = ("times", "every", "unit")
_CODES = {
    "groups": set(GROUPS),
    "stages": set(STAGES),
    "loyalties": set(LOYALTY),
    "contact_levels": set(ContactLevel.values),
}


def wrong_in_rule(values: Mapping[str, Any]) -> dict[str, str]:
    """Column -> what is wrong, of a rule with these values; a value that is missing is looked at by nobody."""
    return dict(
        [*_wrong_time(values), *_wrong_channel(values), *_wrong_people(values), *_wrong_codes(values)]
    )


def whole_rule(rule: Rule) -> dict[str, Any]:
    """Every value of it, under the names of its columns."""
    return {column.name: getattr(rule, column.name) for column in rule._meta.concrete_fields}


def tidied_rule(values: Mapping[str, Any]) -> dict[str, Any]:
    """Without what the rule does not use: the period of one with an occasion, the role of one that an owner does."""
    tidy = dict(values)
    if values.get("occasion"):
        tidy.update(times=None, every=None, unit="")
    if values.get("occasion") != OwnDay.FIXED:
        tidy.update(fixed_month=None, fixed_day=None)
    if values.get("responsible") != Responsible.ROLE:
        tidy["role"] = ""
    if values.get("responsible") != Responsible.PERSON:
        tidy["person"] = None
    return tidy


def _wrong_time(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    period, occasion = [values.get(name) for name in _PERIOD], values.get("occasion")
    if occasion and any(period):
        yield "occasion", _("Give either a period or an occasion, not both.")
    elif occasion and occasion not in (*OwnDay.values, *FEAST_BY_CODE, *PROFESSION_BY_CODE):
        yield "occasion", _("There is no such occasion.")
    elif not occasion and not all(period):
        yield (
            "times",
            _("Say how often: times, in every so many, and the unit; or choose an occasion."),
        )
    if occasion == OwnDay.FIXED and not (values.get("fixed_month") and values.get("fixed_day")):
        yield "fixed_month", _("Give month and day of the own day.")


def _wrong_channel(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    purpose, channel = values.get("purpose"), values.get("channel")
    if purpose and channel and channel not in FITTING[purpose]:
        fitting = ", ".join(str(one.label) for one in FITTING[purpose])
        text = _("Does not fit the purpose “%(purpose)s”. These do: %(channels)s.")
        yield "channel", text % {"purpose": Purpose(purpose).label, "channels": fitting}


def _wrong_people(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Whoever is named must see all clients, or the touches would stand on nobody's page."""
    blind = _("sees only his own clients; choose the client's owner instead.")
    role: Any = values.get("role")
    person: Any = values.get("person")
    match values.get("responsible"):
        case Responsible.ROLE if not role:
            yield "role", _("Choose a role.")
        case Responsible.ROLE if scope_of(User(role=role), Action.LOG_INTERACTION) is not Scope.ALL:
            yield "role", f"{Role(role).label} {blind}"
        case Responsible.PERSON if person is None:
            yield "person_id", _("Choose a person.")
        case Responsible.PERSON if scope_of(person, Action.LOG_INTERACTION) is not Scope.ALL:
            yield "person_id", f"{person.name} {blind}"


def _wrong_codes(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, known in _CODES.items():
        unknown = sorted(set(values.get(name) or ()) - known)
        if unknown:
            yield name, _("There is no such code: %(codes)s.") % {"codes": ", ".join(unknown)}
