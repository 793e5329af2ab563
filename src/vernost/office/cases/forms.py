from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vernost.assessment.enums import CaseOutcome, Doer
from vernost.assessment.models.case import OTHER
from vernost.assessment.wording.signals import SIGNALS
from vernost.core.models import User
from vernost.core.queries.user import people_at_work
from vernost.office.clients.forms import choices_of
from vernost.ui.day_input import DayField
from vernost.ui.long_line import LongLineField


class Snooze(forms.Form):
    use_required_attribute = False

    until = DayField(label=_("Put off until"))
    reason = forms.CharField(label=_("Why"), max_length=500)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs = {"initial": {"until": today + timedelta(days=7)}, "auto_id": "snooze_%s"} | kwargs
        super().__init__(*args, **kwargs)


class Close(forms.Form):
    use_required_attribute = False

    outcome = forms.ChoiceField(label=_("Outcome"), choices=CaseOutcome)
    cause = forms.CharField(label=_("What was the cause"), max_length=500, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"auto_id": "close_%s"} | kwargs))


class GiveTo(forms.Form):
    use_required_attribute = False

    to = forms.ModelChoiceField(label=_("To whom"), queryset=User.objects.none())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"auto_id": "give_%s"} | kwargs))
        choices_of(self, "to").queryset = people_at_work()


class NewTask(forms.Form):
    title = forms.CharField(label=_("What to do"), max_length=200)
    due_on = DayField(label=_("By"))
    person = forms.ModelChoiceField(label=_("Who"), queryset=User.objects.none())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"auto_id": "task_%s"} | kwargs))
        choices_of(self, "person").queryset = people_at_work()


class OpenCase(forms.Form):
    code = forms.ChoiceField(label=_("Reason"))
    title = forms.CharField(
        label=_("In a few words, if it is something else"), max_length=200, required=False
    )
    owner = forms.ModelChoiceField(label=_("Who has it"), queryset=User.objects.none(), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        code = self.fields["code"]
        if isinstance(code, forms.ChoiceField):
            names = sorted((gettext(one.name), key) for key, one in SIGNALS.items())
            code.choices = [(OTHER, gettext("Something else")), *((key, name) for name, key in names)]
        choices_of(self, "owner").queryset = people_at_work()


class PlaybookForm(forms.Form):
    opens_from = forms.TypedChoiceField(
        label=_("An assessment opens a case"),
        coerce=int,
        choices=[
            (1, _("always")),
            (2, _("from a warning on")),
            (3, _("only at an alarm")),
            (4, _("never")),
        ],
    )
    reopen_days = forms.IntegerField(
        label=_("A cause that comes again within so many days opens the old case again"),
        min_value=0,
        max_value=3650,
    )


class StepForm(forms.Form):
    """One step; without a title it is left out."""

    use_required_attribute = False

    title = LongLineField(label=_("What to do"), max_length=200, required=False)
    advice = forms.CharField(
        label=_("How"), required=False, widget=forms.Textarea(attrs={"rows": 2}), max_length=2000
    )
    doer = forms.ChoiceField(label=_("Who"), choices=Doer, required=False)
    days = forms.IntegerField(label=_("Within, days"), min_value=0, max_value=3650, required=False)
    optional = forms.BooleanField(label=_("May be left out"), required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("title") and data.get("days") is None:
            self.add_error("days", _("Within how many days?"))
        return data
