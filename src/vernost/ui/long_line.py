"""A line that may be long: as wide as the form, and higher as it is written."""

from typing import Any

from django import forms


class LongLineField(forms.CharField):
    """One line for the program, whatever the person breaks it into."""

    def __init__(self, **given: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 1, "class": "long-line"}), **given)

    def to_python(self, value: Any) -> str:
        return " ".join((super().to_python(value) or "").split())
