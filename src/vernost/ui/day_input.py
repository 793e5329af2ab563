from django import forms


class DayInput(forms.DateInput):
    """The browser's own field for a day; it takes and gives ISO dates, whatever the language of the page."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")
