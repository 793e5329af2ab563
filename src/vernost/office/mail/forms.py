from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vernost.channels.enums import Problem, Security
from vernost.channels.models import Mailbox
from vernost.clients.models import Client, Contact
from vernost.clients.queries.client import visible_to
from vernost.core.models import Team, User
from vernost.office.clients.forms import choices_of
from vernost.ui.day_input import DayField

_FIELDS = ("address", "host", "port", "security", "login", "folder_in", "folder_sent", "since_on", "is_on")


class GivenTo(forms.Form):
    """A client and, where one is named, a person at it."""

    client = forms.ModelChoiceField(queryset=Client.objects.none())
    contact = forms.ModelChoiceField(queryset=Contact.objects.filter(deleted_at=None), required=False)
    name = forms.CharField(max_length=200, required=False)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices_of(self, "client").queryset = visible_to(user)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        contact, client = data.get("contact"), data.get("client")
        if contact and client and contact.client_id != client.pk:
            self.add_error("contact", _("This person is not at this client."))
        return data


class TaskForm(forms.Form):
    title = forms.CharField(label=gettext_lazy("What is to be done"), max_length=200)
    due_on = DayField(gettext_lazy("By when"))


class MailboxForm(forms.Form):
    """The password is asked for once; left empty it stays as it is."""

    address = forms.EmailField(label=gettext_lazy("E-mail address"))
    host = forms.CharField(
        label=gettext_lazy("Server (IMAP)"),
        max_length=200,
        help_text=gettext_lazy("For example imap.firm.example; your provider names it."),
    )
    port = forms.IntegerField(label=gettext_lazy("Port"), min_value=1, max_value=65535, initial=993)
    security = forms.ChoiceField(label=gettext_lazy("Protection"), choices=Security, initial=Security.TLS)
    login = forms.CharField(label=gettext_lazy("Login"), max_length=200)
    password = forms.CharField(
        label=gettext_lazy("Password"),
        max_length=500,
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
    folder_in = forms.CharField(
        label=gettext_lazy("Folder of letters to you"), max_length=200, initial="INBOX"
    )
    folder_sent = forms.CharField(
        label=gettext_lazy("Folder of letters from you"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Empty: the one that the server marks as such."),
    )
    since_on = DayField(gettext_lazy("Letters from this day on"))
    is_on = forms.BooleanField(label=gettext_lazy("Read it"), required=False, initial=True)

    def __init__(self, *args: Any, mailbox: Mailbox | None = None, **kwargs: Any) -> None:
        self._mailbox = mailbox
        initial = {name: getattr(mailbox, name) for name in _FIELDS} if mailbox else {}
        super().__init__(*args, **({"initial": initial | kwargs.pop("initial", {})} | kwargs))
        self.fields["password"].help_text = (
            _("Empty: as it was. It is kept encrypted and never shown.")
            if mailbox
            else _("It is kept encrypted and never shown. Many providers want one made for programs.")
        )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if not data.get("password") and not (self._mailbox and self._mailbox.sealed_password):
            self.add_error("password", _("Without the password the mailbox cannot be read."))
        return data

    def ask_password_again(self) -> None:
        """A page never carries a password back."""
        if self.cleaned_data["password"]:
            again = _("Type the password once more: it is not sent back to the page.")
            self["password"].help_text = again

    def told(self, problem: Problem, detail: str) -> None:
        """Puts what the server said to the field that it is about."""
        where = {
            Problem.UNREACHABLE: "host",
            Problem.NOT_SECURE: "security",
            Problem.LOGIN_REFUSED: "password",
            Problem.NO_PASSWORD: "password",
            Problem.NO_FOLDER: "folder_in",
        }.get(problem)
        said = str(problem.label) + (f" ({detail})" if detail else "")
        self.add_error(where, f"{said} {_('Nothing was saved.')}")


class CompanyMailboxForm(MailboxForm):
    team = forms.ModelChoiceField(
        label=gettext_lazy("Who reads it"),
        queryset=Team.objects.order_by("name"),
        required=False,
        empty_label=gettext_lazy("everybody who works with clients"),
    )

    def __init__(self, *args: Any, mailbox: Mailbox | None = None, **kwargs: Any) -> None:
        initial = {"team": mailbox.team_id} if mailbox else {}
        super().__init__(*args, mailbox=mailbox, **({"initial": initial} | kwargs))
