from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vernost.core.models import User
from vernost.core.queries.user import owners_for
from vernost.office.clients.forms import choices_of
from vernost.ui.day_input import DayField

_INTRODUCED_IN = timedelta(days=7)


class HandoverForm(forms.Form):
    """`owners`, where they are known already, are what `owner_choices` says of `user`; `owner_id` has the client."""

    to = forms.ModelChoiceField(label=_("Who takes over"), queryset=User.objects.none())
    reason = forms.CharField(
        label=_("Why"), max_length=500, help_text=_("Both will read it, and it stays with the client.")
    )
    introduce_on = DayField(_("To be introduced to the client by"))

    def __init__(
        self,
        *args: Any,
        user: User,
        on: date,
        owner_id: int | None = None,
        owners: Iterable[tuple[str, str]] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **({"initial": {"introduce_on": on + _INTRODUCED_IN}} | kwargs))
        to = choices_of(self, "to")
        to.queryset = owners_for(user).exclude(pk=owner_id or 0)
        if owners is not None:
            to.choices = [("", to.empty_label or ""), *owners]


class TakenForm(forms.Form):
    taken = forms.BooleanField(required=False)
    note = forms.CharField(max_length=500, required=False)


class FinishForm(forms.Form):
    note = forms.CharField(
        label=_("What remains to be said"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
