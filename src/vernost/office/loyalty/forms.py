from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vernost.assessment.enums import Aspect, FactorArea, FactorKind, Met
from vernost.ui.day_input import DayField
from vernost.ui.long_line import LongLineField

_UNKNOWN = ("", _("unknown"))


class NoteFactor(forms.Form):
    state = forms.ChoiceField(
        label=_("State"), choices=[*Met.choices, _UNKNOWN], required=False, widget=forms.RadioSelect
    )
    noted_on = DayField(_("Day"))
    source = forms.CharField(label=_("From whom we know"), max_length=300)
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea(attrs={"rows": 3}))


class Factor(forms.Form):
    name = LongLineField(label=_("Name"), max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), choices=FactorKind)
    area = forms.ChoiceField(label=_("Area of contact"), choices=FactorArea)


class Scorecard(forms.Form):
    """Of each aspect what the client expects and how we do; an aspect left empty is not noted."""

    noted_on = DayField(_("Day"))
    source = forms.CharField(label=_("From whom we know"), max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for aspect in Aspect:
            for name, label in (("wanted", _("expects")), ("given", _("we do"))):
                self.fields[f"{aspect.value}_{name}"] = forms.IntegerField(
                    label=f"{aspect.label}: {label}", min_value=1, max_value=10, required=False
                )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for aspect in Aspect:
            wanted, given = data.get(f"{aspect.value}_wanted"), data.get(f"{aspect.value}_given")
            if wanted is None and given is not None:
                self.add_error(f"{aspect.value}_wanted", _("Say what is expected too, 1–10."))
        return data

    def scores(self) -> dict[Aspect, tuple[int, int | None]]:
        data = self.cleaned_data
        return {
            aspect: (data[f"{aspect.value}_wanted"], data.get(f"{aspect.value}_given"))
            for aspect in Aspect
            if data.get(f"{aspect.value}_wanted") is not None
        }
