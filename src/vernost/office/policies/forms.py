from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vernost.assessment.enums import Staffing
from vernost.assessment.models import Policy
from vernost.assessment.queries.policy import RANGES


def _whole(label: Any, name: str) -> forms.IntegerField:
    least, most = RANGES[name]
    return forms.IntegerField(label=label, min_value=least, max_value=most)


def _decimal(label: Any, name: str, places: int = 2) -> forms.DecimalField:
    least, most = RANGES[name]
    return forms.DecimalField(label=label, min_value=least, max_value=most, decimal_places=places)


class PolicyForm(forms.Form):
    """The terms of one group."""

    response_hours = _whole(_("Answer to an inquiry within, hours"), "response_hours")
    staffing = forms.ChoiceField(label=_("Served by"), choices=Staffing)
    priority = _whole(_("Place in the queue, 1 is first"), "priority")
    contact_days = _whole(_("In touch at least every, days"), "contact_days")
    free_hours = _decimal(_("Free advice, hours"), "free_hours", 1)
    free_days = _whole(_("Free advice is counted over, days"), "free_days")
    extras = _whole(_("Extra services for nothing, a year"), "extras")
    discount_percent = _decimal(_("Discount up to, %"), "discount_percent")
    payment_days = _whole(_("Pays within, days"), "payment_days")
    gifts_percent = _decimal(_("Gifts and attention, % of the year's revenue"), "gifts_percent")
    debt_stops_orders = forms.BooleanField(label=_("No new order while a debt is unpaid"), required=False)
    note = forms.CharField(label=_("In words"), required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, policy: Policy, **kwargs: Any) -> None:
        kwargs["initial"] = {name: getattr(policy, name) for name in self.base_fields}
        super().__init__(*args, **kwargs)


class Answer(forms.Form):
    why = forms.CharField(label=_("Why is it right?"), max_length=500)
