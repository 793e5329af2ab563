from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vernost.core.models import Privacy
from vernost.core.retention import kinds_kept, months_of

_MOST_MONTHS = 1200


class PrivacyForm(forms.Form):
    """Who answers for personal data, and a number of months for each kind of what grows old; empty keeps for ever."""

    operator = forms.CharField(label=_("Operator (controller)"), max_length=300, required=False)
    address = forms.CharField(label=_("Address"), max_length=300, required=False)
    responsible = forms.CharField(label=_("Who answers for personal data"), max_length=300, required=False)
    contact = forms.CharField(label=_("How to reach him"), max_length=300, required=False)

    def __init__(self, *args: Any, rules: Privacy, **kwargs: Any) -> None:
        initial = {name: getattr(rules, name) for name in ("operator", "address", "responsible", "contact")}
        initial |= {f"months_{kept.code}": months_of(kept, rules.months) for kept in kinds_kept()}
        super().__init__(*args, **({"initial": initial} | kwargs))
        for kept in kinds_kept():
            self.fields[f"months_{kept.code}"] = forms.IntegerField(
                label=kept.label, min_value=1, max_value=_MOST_MONTHS, required=False,
                help_text=_("Months; empty: for ever."),
            )  # fmt: skip

    def months(self) -> dict[str, int | None]:
        return {kept.code: self.cleaned_data[f"months_{kept.code}"] for kept in kinds_kept()}
