"""Two programs, or a program and a person, write the same record: who says what he saw overwrites nothing else."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from vernost.api.shell.problems import Code, Refusal, Wrong


def standing_of(record: models.Model, saw: Mapping[str, Any] | None) -> dict[str, Any]:
    """The values that the action must find when it writes. Refused where another one stands than the program `saw`."""
    saw = saw or {}
    changed = [
        Wrong(
            where=f"body.if_unchanged.{name}",
            what=_("It has another value now."),
            stands=getattr(record, name),
        )
        for name, value in saw.items()
        if getattr(record, name) != value
    ]
    if changed:
        raise Refusal(Code.CHANGED_MEANWHILE, errors=changed)
    return {name: getattr(record, name) for name in saw}
