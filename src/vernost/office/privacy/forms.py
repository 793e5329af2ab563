from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vernost.core.models import Privacy
from vernost.core.retention import kinds_kept, months_of

_MOST_MONTHS, _MONTHS = 1200, "months_"


class PrivacyForm(forms.Form):
    """Who answers for personal data, and a number of months for each kind of what grows old; empty keeps for ever."""

    operator = forms.CharField(label=_("Operator (controller)"), max_length=300, required=False)
    address = forms.CharField(label=_("Address"), max_length=300, required=False)
    responsible = forms.CharField(label=_("Who answers for personal data"), max_length=300, required=False)
    contact = forms.CharField(label=_("How to reach him"), max_length=300, required=False)

    def __init__(self, *args: Any, rules: Privacy, **kwargs: Any) -> None:
        initial = {name: getattr(rules, name) for name in ("operator", "address", "responsible", "contact")}
        super().__init__(*args, **({"initial": initial | months_given(rules)} | kwargs))
        for kept in kinds_kept():
            self.fields[_MONTHS + kept.code] = forms.IntegerField(
                label=kept.label, min_value=1, max_value=_MOST_MONTHS, required=False,
                help_text=_("Months; empty: for ever."),
            )  # fmt: skip


def months_given(rules: Privacy) -> dict[str, int | None]:
    """As the form names them."""
    return {_MONTHS + kept.code: months_of(kept, rules.months) for kept in kinds_kept()}


def as_rules(values: Mapping[str, Any]) -> dict[str, Any]:
    """What the form gives as the action takes it."""
    months = {name.removeprefix(_MONTHS): values[name] for name in values if name.startswith(_MONTHS)}
    return {name: value for name, value in values.items() if not name.startswith(_MONTHS)} | {
        "months": months
    }
