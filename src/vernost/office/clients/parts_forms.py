"""Forms of what hangs on a client: people, competitors, potential. They save nothing themselves."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vernost.clients.enums import Confidence, ContactLevel, Influence
from vernost.clients.models import Competitor
from vernost.core.models import User
from vernost.core.queries.user import people_at_work
from vernost.office.clients.forms import choices_of
from vernost.ui.day_input import DayField

_UNKNOWN = [("", _("unknown"))]


class ContactForm(forms.Form):
    name = forms.CharField(label=pgettext_lazy("of a person", "Name"), max_length=200)
    role = forms.CharField(label=_("Position"), max_length=200, required=False)
    level = forms.ChoiceField(label=_("Level"), choices=[*_UNKNOWN, *ContactLevel.choices], required=False)
    influence = forms.ChoiceField(
        label=_("Influence"), choices=[*_UNKNOWN, *Influence.choices], required=False
    )
    email = forms.EmailField(label=_("E-mail"), required=False)
    phone = forms.CharField(label=_("Telephone"), max_length=50, required=False)
    talks_to = forms.ModelChoiceField(
        label=_("Who of us talks to them"), queryset=User.objects.none(), required=False
    )
    birthday_on = DayField(_("Birthday"), required=False)
    consented_on = DayField(_("Agreed to be congratulated on"), required=False)
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices_of(self, "talks_to").queryset = people_at_work()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("birthday_on") and not data.get("consented_on"):
            self.add_error("consented_on", _("A birthday is kept only of whom agreed: say when."))
        return data


class CompetitorForm(forms.Form):
    """A known competitor or a new one by name; a `known` estimate stays with competitors that are written in."""

    competitor = forms.ModelChoiceField(
        label=_("Competitor"), queryset=Competitor.objects.order_by("name"), required=False
    )
    new_name = forms.CharField(label=_("or a new one"), max_length=200, required=False)
    estimated_on = DayField(_("Day of the estimate"))
    part_percent = forms.DecimalField(
        label=_("Part of the client's purchases, %"),
        min_value=0,
        max_value=100,
        decimal_places=2,
        required=False,
    )
    source = forms.CharField(label=_("From whom we know"), max_length=300)
    confidence = forms.ChoiceField(label=_("Confidence"), choices=Confidence, initial=Confidence.MIDDLE)

    def __init__(self, *args: Any, known: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if known:
            del self.fields["new_name"]
            self.fields["competitor"].required = True

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "new_name" in self.fields and bool(data.get("competitor")) == bool(data.get("new_name")):
            self.add_error("competitor", _("Choose one or write a new name, not both."))
        return data


class PotentialForm(forms.Form):
    estimated_on = DayField(_("Day of the estimate"))
    annual_amount = forms.DecimalField(
        label=_("Spends a year, with us and with others"), min_value=0, max_digits=18, decimal_places=2
    )
    currency = forms.CharField(label=_("Currency"), min_length=3, max_length=3)
    share_percent = forms.DecimalField(
        label=_("Our part, %"), min_value=0, max_value=100, decimal_places=2, required=False
    )
    source = forms.CharField(label=_("From whom we know"), max_length=300, required=False)
    confidence = forms.ChoiceField(label=_("Confidence"), choices=Confidence, initial=Confidence.MIDDLE)
