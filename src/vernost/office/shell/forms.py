from django import forms

from vernost.core.enums import Language, Theme


class Looks(forms.Form):
    language = forms.ChoiceField(choices=Language, required=False)
    theme = forms.ChoiceField(choices=Theme, required=False)
    next = forms.CharField(required=False)
