"""Forms of decisions. They save nothing themselves."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vernost.office.decisions.words import value_name
from vernost.ui.day_input import DayField

# A term that is offered; every decision has one.
TERM = timedelta(days=90)


class Decide(forms.Form):
    """A value of `subject`, why, and until when; `values` are those that the person may choose."""

    decided = forms.ChoiceField(label=_("Decision"))
    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        required=False,
        help_text=_("Needed where you say otherwise than the program."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    until_on = DayField(_("Holds until"))
    next = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, subject: str, values: Iterable[str], today: date, **kwargs: Any) -> None:
        kwargs["initial"] = {"until_on": today + TERM} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        choice = self.fields["decided"]
        if isinstance(choice, forms.ChoiceField):
            choice.choices = [(value, value_name(subject, value)) for value in values]


class AnswerMany(forms.Form):
    """Until when the answers to all marked questions hold."""

    until_on = DayField(_("Holds until"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **({"auto_id": "answer_%s", "initial": {"until_on": today + TERM}} | kwargs))
