from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from vernost.care.enums import Reason, Result
from vernost.office.dealings.forms import sum_field
from vernost.ui.day_input import DayField
from vernost.ui.long_line import LongLineField


class WinBackForm(forms.Form):
    reason = forms.ChoiceField(label=_("Why the client is gone"), choices=Reason)
    note = forms.CharField(label=_("In words"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    changed_on = DayField(_("Our terms have changed on"), required=False)
    mended_on = DayField(_("Quality was mended on"), required=False)
    what_changed = LongLineField(label=_("What was changed or mended"), max_length=500, required=False)
    budget = sum_field(_("Winning back may cost up to"), least=0)
    next_on = DayField(_("Next attempt"), required=False)


class AttemptForm(forms.Form):
    tried_on = DayField(_("Day"))
    what = LongLineField(label=_("What was done"), max_length=500)
    result = forms.ChoiceField(label=_("Result"), choices=Result)
    cost = sum_field(_("What it cost"), least=0, required=False)
    next_on = DayField(_("Next attempt"), required=False)

    def clean_cost(self) -> Decimal:
        cost: Decimal | None = self.cleaned_data["cost"]
        return cost or Decimal()
