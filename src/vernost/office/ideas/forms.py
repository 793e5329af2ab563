from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vernost.clients.queries.client import visible_to as clients_visible_to
from vernost.core.models import User
from vernost.core.queries.user import people_at_work
from vernost.office.shell.wrong import say_wrong
from vernost.programmes.enums import IdeaArea
from vernost.programmes.group_faults import wrong_in_group
from vernost.programmes.models import WorkingGroup
from vernost.ui.day_input import DayField
from vernost.ui.long_line import LongLineField


def _text(label: Any, *, required: bool = True, rows: int = 3, **given: Any) -> forms.CharField:
    return forms.CharField(
        label=label, required=required, widget=forms.Textarea(attrs={"rows": rows}), **given
    )


class IdeaForm(forms.Form):
    """One line is enough; the rest helps whoever answers."""

    title = LongLineField(label=_("In a line: what should we do better?"), max_length=200)
    text = _text(_("In more words"), required=False, rows=5)
    area = forms.ChoiceField(label=_("About"), choices=IdeaArea, initial=IdeaArea.OTHER)
    client = forms.IntegerField(required=False, widget=forms.HiddenInput)
    group = forms.ModelChoiceField(
        label=_("Working group"),
        queryset=WorkingGroup.objects.filter(deleted_at=None).order_by("name"),
        required=False,
    )
    nameless = forms.BooleanField(
        label=_("Without my name"),
        required=False,
        help_text=_(
            "Nobody learns whose it is, the audit log neither: the answer then stands on the page alone."
        ),
    )

    def __init__(self, *args: Any, user: User, is_new: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._user = user
        if not is_new:
            del self.fields["nameless"]

    def clean_client(self) -> Any:
        number = self.cleaned_data["client"]
        if number is None:
            return None
        client = clients_visible_to(self._user).filter(pk=number).first()
        if client is None:
            raise forms.ValidationError(_("There is no such client among those whom you see."))
        return client


class RemarkForm(forms.Form):
    text = _text(_("What do you say?"))


class AcceptForm(forms.Form):
    use_required_attribute = False

    responsible = forms.ModelChoiceField(label=_("Who does it"), queryset=people_at_work())
    due_on = DayField(_("Done by"))
    answer = _text(_("Answer to the author"), required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        given = {"initial": {"due_on": today + timedelta(days=30)}, "auto_id": "accept_%s"}
        super().__init__(*args, **(given | kwargs))
        self._today = today

    def clean_due_on(self) -> date:
        due: date = self.cleaned_data["due_on"]
        if due < self._today:
            raise forms.ValidationError(_("Choose a day that is still to come."))
        return due


class DeclineForm(forms.Form):
    use_required_attribute = False

    answer = _text(_("Why not: this is what the author is told"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"auto_id": "decline_%s"} | kwargs))


class DoneForm(forms.Form):
    use_required_attribute = False

    done_on = DayField(_("Done"))
    effect = _text(_("What came of it"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **({"initial": {"done_on": today}, "auto_id": "done_%s"} | kwargs))


class WorkingGroupForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=200)
    task = _text(_("What it is for"), required=False)
    people = forms.ModelMultipleChoiceField(
        label=_("Who is in it"), queryset=people_at_work(), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, group: WorkingGroup | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._group = group

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        say_wrong(self, wrong_in_group(self._group, data))
        return data
