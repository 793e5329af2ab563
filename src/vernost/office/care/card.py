"""What care adds to the card: the next touch with its acts, and with what the client came."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from vernost.care.actions.first_words import write_first_words
from vernost.care.models import FirstWords, Touch
from vernost.care.queries.touch import next_touch
from vernost.clients.models import Client
from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.core.needs import Act
from vernost.core.queries.prepared import Prepared
from vernost.core.queries.user import owner_choices
from vernost.office.care.needs import acts_on
from vernost.office.care.words import about
from vernost.office.shell.access import client_for
from vernost.office.shell.http import Request
from vernost.office.shell.seen import Seen
from vernost.office.shell.toasts import toast
from vernost.voice.models import Interaction


@dataclass(frozen=True)
class CarePanel:
    """`words` is None while nobody has written down with what the client came; `asked` says that it is time to."""

    touch: Touch | None
    what: str
    acts: tuple[Act, ...]
    people: list[tuple[str, str]]
    words: FirstWords | None
    asked: bool
    on: date


_WORDS = Prepared(lambda client: FirstWords.objects.filter(client=client).select_related("heard_by"))


def care_panel(user: User, client: Client, on: date, *, acting: bool) -> CarePanel:
    touch = next_touch(client)
    acts = acts_on(touch) if touch and acting else ()
    words: FirstWords | None = _WORDS.record(client.pk)
    return CarePanel(
        touch=touch,
        what=about(touch) if touch else "",
        acts=acts,
        people=owner_choices(user) if acts else [],
        words=words,
        asked=acting and words is None and _is_new(client),
        on=on,
    )


def _is_new(client: Client) -> bool:
    """Whether there has been one contact alone, and no order."""
    contacts = Interaction.objects.filter(client=client, deleted_at=None)[:2]
    return client.last_ordered_on is None and len(contacts) == 1


class FirstWordsForm(forms.Form):
    task = forms.CharField(
        label=gettext_lazy("With what does the client come? In his own words"),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    wishes = forms.CharField(
        label=gettext_lazy("What does he wish of us?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@require_http_methods(["GET", "POST"])
def first_words(request: Request, pk: int) -> HttpResponse:
    """Asked once after the first contact; can be put right later."""
    client = client_for(request.user, pk, Action.LOG_INTERACTION)
    known = FirstWords.objects.filter(client=client).first()
    initial = {"task": known.task, "wishes": known.wishes} if known else {}
    form = FirstWordsForm(request.POST or None, initial=initial)
    seen = Seen(request, form, known)
    if seen.write(
        lambda values: write_first_words(
            client=client, by=request.user, at=now(), face=Face.WEB, run=new_run("words"),
            **({"task": known.task, "wishes": known.wishes} | values if known else values),
        )
    ):  # fmt: skip
        toast(request, _("Written down; it stands on the card."))
        return redirect(client)
    return render(request, "office/care/first_words.html", {"form": form, "seen": seen, "client": client})
