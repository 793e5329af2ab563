from typing import Any

from django import forms


class DayInput(forms.DateInput):
    """The browser's own field for a day; it takes and gives ISO dates, whatever the language of the page."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class DayField(forms.DateField):
    def __init__(self, label: Any = None, **given: Any) -> None:
        super().__init__(label=label, widget=DayInput(), **given)
