from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vernost.assessment.scenario import RANGES
from vernost.clients.enums import MarketingPurpose
from vernost.clients.models import Segment
from vernost.core.queries.user import people_at_work
from vernost.ui.day_input import DayField
from vernost.ui.long_line import LongLineField


class PlanForm(forms.Form):
    """What is done so that the client may leave without endangering the company."""

    aim = LongLineField(
        label=_("Aim"),
        max_length=300,
        help_text=_("For instance: his part of the income below 15% in a year."),
    )
    owner = forms.ModelChoiceField(label=_("Responsible"), queryset=people_at_work())
    due_on = DayField(_("Done by"))
    review_on = DayField(_("Looked at again on"))
    steps = forms.CharField(
        label=_("Steps"), widget=forms.Textarea(attrs={"rows": 5}), help_text=_("One a line.")
    )


class ClosePlanForm(forms.Form):
    outcome = LongLineField(label=_("What came of it"), max_length=300)


class MarketingCostForm(forms.Form):
    """Money spent on clients in general. What was spent on one client belongs to his costs."""

    purpose = forms.ChoiceField(label=_("Purpose"), choices=MarketingPurpose)
    spent_on = DayField(_("Day"))
    amount = forms.DecimalField(label=_("Sum"), min_value=0, max_digits=18, decimal_places=2)
    currency = forms.CharField(label=_("Currency"), min_length=3, max_length=3)
    segment = forms.ModelChoiceField(
        label=_("Segment"), queryset=Segment.objects.order_by("name"), required=False
    )
    note = LongLineField(label=_("For what"), max_length=300, required=False)

    def __init__(self, *args: Any, currencies: set[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._currencies = currencies

    def clean_amount(self) -> Any:
        amount = self.cleaned_data["amount"]
        if amount == 0:
            raise forms.ValidationError(_("The sum is above zero."))
        return amount

    def clean_currency(self) -> str:
        currency: str = self.cleaned_data["currency"].upper()
        if currency not in self._currencies:
            raise forms.ValidationError(
                _("There is no rate for this currency. Known: %(known)s."),
                params={"known": ", ".join(sorted(self._currencies))},
            )
        return currency


def _assumed(kind: type[forms.IntegerField], name: str) -> forms.IntegerField:
    least, most = RANGES[name]
    return kind(min_value=least, max_value=most)


class ScenarioForm(forms.Form):
    """Assumptions in percent and years; each is a slider."""

    growth = _assumed(forms.FloatField, "growth")
    retention = _assumed(forms.FloatField, "retention")
    margin = _assumed(forms.FloatField, "margin")
    years = _assumed(forms.IntegerField, "years")
    discount = _assumed(forms.FloatField, "discount")
