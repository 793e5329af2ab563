"""The company's own definitions, as the engine wants them."""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from vernost.core.models import AuditEntry, CompanySettings, User
from vernost.core.queries.company import company
from vernost.core.queries.prepared import Prepared
from vernost.engine.settings import Settings

_RATES = Prepared(lambda: User.objects.filter(hourly_rate__isnull=False).values_list("pk", "hourly_rate"))
# What stands elsewhere: the company's currency, and each person's price of an hour.
ELSEWHERE = ("currency", "hourly_rates")


def method_of(own: CompanySettings, changes: Mapping[str, Any] | None = None) -> Settings:
    """The engine's defaults, over them what the company has changed, over it `changes`."""
    known = {setting.name for setting in fields(Settings)}
    values = {name: value for name, value in own.method.items() if name in known}
    return replace(
        Settings(),
        **values,
        **(changes or {}),
        currency=own.currency,
        hourly_rates={str(pk): float(rate) for pk, rate in _RATES.rows()},
    )


def method() -> Settings:
    """The settings by which the next assessment judges."""
    return method_of(company())


def as_json(settings: Settings) -> dict[str, Any]:
    """Every setting in JSON values."""
    values = {setting.name: getattr(settings, setting.name) for setting in fields(Settings)}
    return {name: plain(value) for name, value in values.items()}


def changed_since(moment: datetime) -> bool:
    """Whether anybody has changed a definition after `moment`: what was tried before says nothing any more."""
    own = AuditEntry.objects.filter(kind=CompanySettings._meta.label_lower, object_id=company().pk)
    return own.filter(at__gt=moment, changes__has_key="method").exists()


def changes_of(current: Settings, chosen: Mapping[str, Any]) -> dict[str, Any]:
    """What of `chosen` differs from the definitions, by name; None and an empty text: back to the default."""
    defaults, found = Settings(), {}
    for name, value in chosen.items():
        default = plain(getattr(defaults, name))
        wanted = default if value in (None, "") else plain(value)
        if wanted != plain(getattr(current, name)):
            found[name] = None if wanted == default else wanted
    return found


def plain(value: Any) -> Any:
    """A setting as JSON has it."""
    return dict(value) if isinstance(value, Mapping) else value
