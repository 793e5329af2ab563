from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vernost.assessment.enums import Staffing
from vernost.assessment.models import Policy


def _whole(label: Any, most: int, *, least: int = 0) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=least, max_value=most)


def _part(label: Any) -> forms.DecimalField:
    return forms.DecimalField(label=label, min_value=0, max_value=100, decimal_places=2)


class PolicyForm(forms.Form):
    """The terms of one group."""

    response_hours = _whole(_("Answer to an inquiry within, hours"), 1000, least=1)
    staffing = forms.ChoiceField(label=_("Served by"), choices=Staffing)
    priority = _whole(_("Place in the queue, 1 is first"), 9, least=1)
    contact_days = _whole(_("In touch at least every, days"), 1000, least=1)
    free_hours = forms.DecimalField(
        label=_("Free advice, hours"), min_value=0, max_value=1000, decimal_places=1
    )
    free_days = _whole(_("Free advice is counted over, days"), 365, least=1)
    extras = _whole(_("Extra services for nothing, a year"), 1000)
    discount_percent = _part(_("Discount up to, %"))
    payment_days = _whole(_("Pays within, days"), 365)
    gifts_percent = _part(_("Gifts and attention, % of the year's revenue"))
    debt_stops_orders = forms.BooleanField(label=_("No new order while a debt is unpaid"), required=False)
    note = forms.CharField(label=_("In words"), required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, policy: Policy, **kwargs: Any) -> None:
        kwargs["initial"] = {name: getattr(policy, name) for name in self.base_fields}
        super().__init__(*args, **kwargs)


class Answer(forms.Form):
    why = forms.CharField(label=_("Why is it right?"), max_length=500)
