from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vernost.care.enums import DOWN, Step
from vernost.office.dealings.forms import sum_field
from vernost.ui.day_input import DayField
from vernost.ui.long_line import LongLineField

_LABELS = {step.value: step.label for step in Step}


def _text(label: Any, *, required: bool = False) -> forms.CharField:
    return forms.CharField(label=label, required=required, widget=forms.Textarea(attrs={"rows": 4}))


class DeclarationForm(forms.Form):
    declared_on = DayField(_("Declared"))
    rules = _text(_("The rules"), required=True)
    client_duties = _text(_("What the client undertakes"))
    our_duties = _text(_("What we undertake"))


class AcknowledgementForm(forms.Form):
    acknowledged_on = DayField(_("Acknowledged"))
    acknowledged_by = forms.CharField(label=_("Who acknowledged"), max_length=200)
    document = forms.CharField(label=_("Document: number, place or link"), max_length=300, required=False)
    file = forms.FileField(
        label=_("The signed paper"),
        help_text=_("PDF, JPEG, PNG or DOCX, at most 10 MiB."),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png,.docx"}),
    )


class PromiseForm(forms.Form):
    promised_on = DayField(_("Promised"))
    due_on = DayField(_("To be paid by"))
    amount = sum_field(_("Sum"), least=0.01)
    currency = forms.CharField(label=_("Currency"), min_length=3, max_length=3)
    promised_by = forms.CharField(label=_("Who promised"), max_length=200, required=False)
    note = LongLineField(label=_("Note"), max_length=500, required=False)


class StepForm(forms.Form):
    step = forms.ChoiceField(label=_("Step"), choices=[(one.value, _LABELS[one.value]) for one in DOWN])
    taken_on = DayField(_("Day"))
    note = LongLineField(label=_("Note"), max_length=500, required=False)


class ReturnForm(forms.Form):
    why = LongLineField(label=_("Why, if not everything is met"), max_length=500, required=False)
