from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vernost.care.enums import Ground, Reason
from vernost.ui.day_input import DayField

_LEFT = [(one.value, one.label) for one in Reason if one != Reason.OURS]


def _text(label: Any, *, required: bool = False) -> forms.CharField:
    return forms.CharField(label=label, required=required, widget=forms.Textarea(attrs={"rows": 3}))


class ConsiderForm(forms.Form):
    """`guarded`: the client is protected; `may_set_aside`: this person may go on with a reason."""

    grounds = forms.MultipleChoiceField(
        label=_("Grounds"), choices=Ground, widget=forms.CheckboxSelectMultiple
    )
    note = _text(_("In words"))
    guard_why = forms.CharField(label=_("Why in spite of the protection"), max_length=500, required=False)

    def __init__(self, *args: Any, may_set_aside: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_set_aside:
            del self.fields["guard_why"]


class LeftForm(forms.Form):
    ended_on = DayField(_("Day"))
    reason = forms.ChoiceField(label=_("Reason"), choices=_LEFT)
    note = _text(_("In words"))
    contacts_a_year = forms.TypedChoiceField(
        label=_("Greetings a year afterwards"), choices=[(1, "1"), (2, "2")], coerce=int, initial=1
    )


class ChanceForm(forms.Form):
    offered_on = DayField(_("Day"))
    until_on = DayField(_("Answer until"))
    new_price = forms.CharField(label=_("New price"), max_length=300, required=False)
    new_terms = _text(_("New terms"))


class DecideForm(forms.Form):
    why = forms.CharField(label=_("Why"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class FinishForm(forms.Form):
    ended_on = DayField(_("Last day"))
    partner = forms.CharField(label=_("Handed over to"), max_length=300, required=False)
    contacts_a_year = forms.TypedChoiceField(
        label=_("Greetings a year afterwards"), choices=[(1, "1"), (2, "2")], coerce=int, initial=1
    )
