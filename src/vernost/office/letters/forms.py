from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vernost.care.enums import LetterPurpose
from vernost.care.letter_faults import wrong_in_letter
from vernost.care.letters.places import UnknownPlace, check_places
from vernost.clients.enums import ConsentPurpose, ConsentSource
from vernost.clients.models import Client, Contact
from vernost.core.enums import Language
from vernost.office.shell.wrong import say_wrong
from vernost.ui.day_input import DayField


class _Places(forms.CharField):
    """A text with places in braces; one that is not known is an error of this field."""

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        try:
            check_places(text)
        except UnknownPlace as refused:
            raise forms.ValidationError(str(refused)) from refused
        return text


def _subject(label: Any, *, required: bool = True) -> _Places:
    return _Places(label=label, max_length=300, required=required)


def _body(label: Any, *, required: bool = True) -> _Places:
    return _Places(label=label, required=required, widget=forms.Textarea(attrs={"rows": 14}))


class TemplateForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=100)
    purpose = forms.ChoiceField(label=_("What it is for"), choices=LetterPurpose)
    subject_ru = _subject(_("Subject, in Russian"), required=False)
    body_ru = _body(_("Text, in Russian"), required=False)
    subject_en = _subject(_("Subject, in English"), required=False)
    body_en = _body(_("Text, in English"), required=False)

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        whole = [bool(data.get(f"subject_{code}") and data.get(f"body_{code}")) for code in Language.values]
        if not self.errors and not any(whole):
            raise forms.ValidationError(_("Write subject and text in one language at least."))
        return data


class MailingForm(forms.Form):
    name = forms.CharField(label=_("What it is about"), max_length=200)
    purpose = forms.ChoiceField(
        label=_("What it is for"),
        choices=LetterPurpose,
        help_text=_("Decides whose consent is needed and what the cap counts."),
    )
    language = forms.ChoiceField(label=_("Language of the letters"), choices=Language)
    subject = _subject(pgettext_lazy("letter", "Subject"))
    body = _body(_("Text"))


class LetterForm(forms.Form):
    """A personal letter; `contact` is one with an address, or empty for the client's own."""

    contact = forms.ModelChoiceField(label=_("To whom"), queryset=Contact.objects.none(), required=False)
    subject = forms.CharField(label=pgettext_lazy("letter", "Subject"), max_length=300)
    body = forms.CharField(label=_("Text"), widget=forms.Textarea(attrs={"rows": 16}))

    def __init__(self, *args: Any, client: Client, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = client.contacts.filter(deleted_at=None).exclude(email="").order_by("name")
        self._client = client
        field: Any = self.fields["contact"]
        field.queryset = people
        field.label_from_instance = lambda one: f"{one.name} <{one.email}>"
        field.empty_label = client.email or None
        field.required = not client.email

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        say_wrong(self, wrong_in_letter(data, self._client))
        return data


class WriteToThem(forms.Form):
    """Under the list of clients: with which letter a mailing begins. `templates` are (number, name)."""

    template = forms.ChoiceField(label=_("Template"))

    def __init__(self, *args: Any, templates: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["template"]
        field.choices = list(templates)


class ConsentForm(forms.Form):
    purpose = forms.ChoiceField(label=_("For what"), choices=ConsentPurpose)
    given = forms.ChoiceField(
        label=_("What was said"), choices=[("yes", _("agreed")), ("no", _("took the consent back"))]
    )
    source = forms.ChoiceField(
        label=_("How we know"),
        choices=[
            (one.value, one.label) for one in (ConsentSource.TOLD, ConsentSource.PAPER, ConsentSource.LETTER)
        ],
    )
    said_on = DayField(_("Day"))
    note = forms.CharField(label=_("Note"), max_length=300, required=False)
