"""The rows of a form (steps of a playbook, actions of a template) as one value of it. Another's rows are kept or
replaced together: what stood in the third row says nothing about a third row among others.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms

_WITHIN, _BETWEEN = ", ", "; "


@dataclass(frozen=True)
class Rows:
    """`needed`: the field without which a row is left out; `as_kept`: of what was typed, what the action is given."""

    label: object
    formset: "forms.BaseFormSet[Any]"
    needed: str
    as_kept: Callable[[dict[str, Any]], Mapping[str, Any]] = dict

    @property
    def written(self) -> list[Mapping[str, Any]]:
        return [self.as_kept(row) for row in self.formset.cleaned_data if row.get(self.needed)]

    def shown(self, rows: Iterable[Mapping[str, Any]]) -> str:
        """In the words of the form, in the order of its fields."""
        fields = self.formset.empty_form.fields
        return _BETWEEN.join(
            _WITHIN.join(said for name, field in fields.items() if (said := _in_words(field, row.get(name))))
            for row in rows
        )


def _in_words(field: forms.Field, value: Any) -> str:
    match value:
        case None | "" | False:
            return ""
        case True:
            return str(field.label)
    if isinstance(field, forms.ChoiceField):
        choices: Any = field.choices
        return str({str(key): label for key, label in choices}.get(str(value), value))
    if isinstance(field, forms.IntegerField):
        return f"{field.label}: {value}"
    return str(value)
