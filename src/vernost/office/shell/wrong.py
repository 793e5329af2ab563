"""What an action would refuse, said at the fields of its form before it is asked."""

from collections.abc import Mapping
from typing import Any

from django import forms


def say_wrong(form: forms.Form, found: Mapping[str, Any]) -> None:
    """`found` as WrongValues has it; a field that has its error already gets no second one."""
    for column, what in found.items():
        name = column.removesuffix("_id")
        if name not in form.errors:
            form.add_error(name if name in form.fields else None, what)
