"""Settings of a run: the defaults, over them a file, over it what --set says."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from math import isfinite, nan
from pathlib import Path
from typing import Any, get_type_hints

import click

from vernost.cli.language import gettext as _
from vernost.engine import Settings

MAPPINGS = ("exchange_rates", "hourly_rates")
WHOLE = {name for name, kind in get_type_hints(Settings).items() if kind is int}


def given_settings(file: Path | None, pairs: Sequence[str], currency: str | None) -> Settings:
    """Raises click.UsageError for what is no setting or no value of it."""
    changes: dict[str, Any] = {}
    for name, value in _from_file(file).items():
        changes[name] = _checked(name, value)
    for pair in pairs:
        name, sign, text = pair.partition("=")
        if not sign:
            raise click.UsageError(_("--set takes name=value, not “{given}”.", given=pair))
        outer, _dot, inner = name.strip().partition(".")
        if inner and outer in MAPPINGS:
            changes[outer] = {**changes.get(outer, {}), inner: _number(name, text)}
        else:
            changes[name.strip()] = _parsed(name.strip(), text.strip())
    if currency:
        changes["currency"] = currency.upper()
    return replace(Settings(), **changes)


def _from_file(file: Path | None) -> Mapping[str, Any]:
    if file is None:
        return {}
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise click.UsageError(f"{file}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise click.UsageError(_("{file} is no TOML file: {reason}.", file=file, reason=error)) from error


def _default(name: str) -> object:
    if name not in {setting.name for setting in fields(Settings)}:
        raise click.UsageError(_("There is no setting {name}; see: vernost settings.", name=name))
    return getattr(Settings(), name)


def _checked(name: str, value: object) -> object:
    """A value of a TOML file."""
    default = _default(name)
    if isinstance(default, Mapping):
        if isinstance(value, Mapping):
            return {str(key): _number(f"{name}.{key}", one) for key, one in value.items()}
        raise click.UsageError(_("The setting {name} is a table of numbers.", name=name))
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise click.UsageError(_("The setting {name} cannot be {value}.", name=name, value=value))
    return _parsed(name, str(value))


def _parsed(name: str, text: str) -> object:
    default = _default(name)
    if isinstance(default, Mapping):
        raise click.UsageError(_("Say {name}.NAME=number, for instance {name}.USD=90.", name=name))
    if isinstance(default, str):
        return text
    if default is None and not text:
        return None
    return _number(name, text)


def _number(name: str, value: object) -> int | float:
    try:
        number = float(str(value).replace(",", ".").strip())
    except ValueError:
        number = nan
    if not isfinite(number):
        raise click.UsageError(_("The setting {name} is a number, not “{value}”.", name=name, value=value))
    if name not in WHOLE:
        return number
    if number != round(number):
        raise click.UsageError(
            _("The setting {name} is a whole number, not “{value}”.", name=name, value=value)
        )
    return int(number)
