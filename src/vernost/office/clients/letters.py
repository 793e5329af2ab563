"""A personal letter to a client's contact, and what the contact agreed to."""

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vernost.care.actions.client_letter import write_letter
from vernost.care.enums import LetterPurpose
from vernost.care.letters.places import fill
from vernost.care.models import LetterTemplate
from vernost.care.queries.client_letter import letters_of
from vernost.care.queries.letter_places import known_of
from vernost.care.queries.letter_template import text_in
from vernost.channels.models import Letter
from vernost.channels.tasks import request_delivery
from vernost.clients.actions.consent import record_consent
from vernost.clients.enums import ConsentPurpose, ConsentSource
from vernost.clients.models import Client, Contact
from vernost.clients.queries.consent import history_of, standing_of
from vernost.core.access import Action
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.office.letters.forms import ConsentForm, LetterForm
from vernost.office.shell.access import client_for, may_on
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast
from vernost.ui.html import badge

_SHOWN = 5


@require_http_methods(["GET", "POST"])
def new_letter(request: Request, pk: int) -> HttpResponse:
    """Empty, or begun with ?template= for ?contact=."""
    client = client_for(request.user, pk, Action.WRITE_LETTER)
    contact = _contact(client, request.GET.get("contact", ""))
    form = LetterForm(request.POST or None, client=client, initial=_begun(request, client, contact))
    if request.method == "POST" and form.is_valid():
        toast(request, _said(_write(request, client, form)))
        return redirect(client)
    context = {
        "client": client,
        "form": form,
        "once": now().strftime("%Y%m%d%H%M%S%f"),
        "is_reachable": bool(client.email) or _people_with_mail(client).exists(),
        "templates": LetterTemplate.objects.filter(deleted_at=None).order_by("name"),
        "contact": contact,
        "before": letters_of(client)[:_SHOWN],
    }
    return render(request, "office/letters/write.html", context)


def _write(request: Request, client: Client, form: LetterForm) -> Letter | None:
    """Sent twice by an impatient hand it is one letter."""
    data, once = form.cleaned_data, request.POST.get("once", "")[:40]
    written = write_letter(
        client=client,
        contact=data["contact"],
        purpose=LetterPurpose.WORK,
        subject=data["subject"],
        body=data["body"],
        dedupe_key=f"personal:{request.user.pk}:{once}" if once else "",
        by=request.user,
        at=now(),
    )
    request_delivery(request.user)
    return written.letter


def _said(letter: Letter | None) -> str:
    if letter is not None and letter.trouble:
        return _("The letter is held back: %(why)s.") % {"why": letter.get_trouble_display()}
    return _("The letter is on its way. When it is sent, it is written down as a contact.")


@require_http_methods(["GET", "POST"])
def consents(request: Request, pk: int, contact_pk: int) -> HttpResponse:
    """Every word of the contact about being written to; who may change the client adds one."""
    client = client_for(request.user, pk)
    contact = client.contacts.filter(pk=contact_pk, deleted_at=None).first()
    if contact is None:
        raise Http404
    may_change = may_on(request.user, client, Action.CHANGE_CLIENT)
    form = ConsentForm(request.POST or None, initial={"said_on": today()})
    if request.method == "POST":
        client_for(request.user, pk, Action.CHANGE_CLIENT)
        if form.is_valid():
            data = form.cleaned_data
            record_consent(
                contact=contact, purpose=ConsentPurpose(data["purpose"]), given=data["given"] == "yes",
                source=ConsentSource(data["source"]), said_on=data["said_on"], note=data["note"],
                by=request.user, at=now(), face=Face.WEB,
            )  # fmt: skip
            toast(request, _("Saved."))
            return redirect("consents", client.pk, contact.pk)
    standing = standing_of([contact.pk])
    context = {
        "client": client,
        "contact": contact,
        "form": form if may_change else None,
        "now": [(one.label, _badge(standing.get((contact.pk, one)))) for one in ConsentPurpose],
        "history": history_of(contact),
    }
    return render(request, "office/letters/consents.html", context)


def _badge(word: object) -> str:
    if word is None:
        return badge(_("never asked"))
    return badge(_("agreed"), "good") if getattr(word, "given", False) else badge(_("no"), "warn")


def _people_with_mail(client: Client) -> QuerySet[Contact]:
    return client.contacts.filter(deleted_at=None).exclude(email="")


def _contact(client: Client, asked: str) -> Contact | None:
    people = _people_with_mail(client)
    return people.filter(pk=asked).first() if asked.isdecimal() else people.order_by("pk").first()


def _begun(request: Request, client: Client, contact: Contact | None) -> dict[str, object]:
    asked = request.GET.get("template", "")
    template = LetterTemplate.objects.filter(pk=asked, deleted_at=None).first() if asked.isdecimal() else None
    if template is None:
        return {"contact": contact}
    language, subject, body = text_in(template, (get_language() or "en")[:2])
    known = known_of(
        client, contact, person=request.user, language=language, on=today(), debt="{debt}" in subject + body
    )
    return {"contact": contact, "subject": fill(subject, known), "body": fill(body, known)}
