"""Letter templates: the list, changing one, seeing it with a real client's data, and a test letter to oneself."""

from typing import Any

from django.db import IntegrityError
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vernost.care.actions.client_letter import try_letter
from vernost.care.actions.letter_template import (
    bring_in_templates,
    change_template,
    create_template,
    remove_template,
)
from vernost.care.enums import LetterPurpose
from vernost.care.letters.places import PLACES
from vernost.care.models import LetterTemplate
from vernost.care.queries.letter_places import Filled, filled_for
from vernost.care.queries.letter_template import text_in, texts_of
from vernost.channels.tasks import request_delivery
from vernost.clients.models import Client, Invoice
from vernost.clients.queries.client import visible_to
from vernost.clients.queries.debt import unpaid
from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now, today
from vernost.core.enums import Face, Language
from vernost.office.letters.forms import TemplateForm
from vernost.office.letters.tabs import tabs_for
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request
from vernost.office.shell.seen import Seen
from vernost.office.shell.toasts import toast

_CLIENTS_OFFERED = 50


@require_GET
@demand(Action.WRITE_LETTER)
def letter_templates(request: Request) -> HttpResponse:
    context = {
        "templates": LetterTemplate.objects.filter(deleted_at=None).order_by("name"),
        "may_change": may(request.user, Action.CHANGE_TEMPLATES),
        "tabs": tabs_for(request.user, "letter_templates"),
    }
    return render(request, "office/letters/templates.html", context)


@require_POST
@demand(Action.CHANGE_TEMPLATES)
def bring_in(request: Request) -> HttpResponse:
    language, run = (get_language() or "en")[:2], new_run("templates")
    made = bring_in_templates(language=language, by=request.user, at=now(), face=Face.WEB, run=run)
    text = ngettext("%(count)d template is there.", "%(count)d templates are there.", len(made))
    toast(request, text % {"count": len(made)}, undo_run=run if made else "")
    return redirect("letter_templates")


@require_http_methods(["GET", "POST"])
@demand(Action.CHANGE_TEMPLATES)
def letter_template(request: Request, pk: int | None = None) -> HttpResponse:
    found = _template(pk) if pk else None
    initial = {name: getattr(found, name) for name in TemplateForm.base_fields} if found else {}
    form = TemplateForm(request.POST or None, initial=initial)
    seen, run, saved = Seen(request, form, found), new_run("template"), []

    def save(values: dict[str, Any]) -> None:
        given: dict[str, Any] = {"by": request.user, "at": now(), "face": Face.WEB, "run": run, **values}
        saved.append(change_template(template=found, **given) if found else create_template(**given))

    try:
        if seen.write(save):
            toast(request, _("Saved. So it looks with a client's data."), undo_run=run)
            return redirect("preview_letter_template", saved[0].pk)
    except IntegrityError:
        form.add_error("name", _("There is a template with this name."))
    context = {"form": form, "seen": seen, "template": found, "places": PLACES.items()}
    return render(request, "office/letters/template.html", context)


@require_POST
@demand(Action.CHANGE_TEMPLATES)
def remove(request: Request, pk: int) -> HttpResponse:
    found, run = _template(pk), new_run("template")
    remove_template(template=found, by=request.user, at=now(), face=Face.WEB, run=run)
    toast(request, _("%(name)s is taken away.") % {"name": found.name}, undo_run=run)
    return redirect("letter_templates")


@require_http_methods(["GET", "POST"])
@demand(Action.WRITE_LETTER)
def preview(request: Request, pk: int) -> HttpResponse:
    """With the data of ?client= in ?language=; POST sends it to oneself."""
    found = _template(pk)
    text = text_in(found, request.GET.get("language", (get_language() or "en")[:2]))
    clients = _fitting(visible_to(request.user).order_by("name"), found)
    client = _asked_client(request, clients)
    shown: Filled | None = None
    if client is not None:
        shown = filled_for(
            client, subject=text.subject, body=text.body, purpose=found.purpose, language=text.language,
            person=request.user, on=today(),
        )  # fmt: skip
    if request.method == "POST" and shown is not None:
        one = try_letter(subject=shown.subject, body=shown.body, by=request.user, at=now())
        request_delivery(request.user)
        toast(request, tried(one))
        return redirect(request.get_full_path())
    context = {
        "template": found,
        "client": client,
        "clients": clients.only("pk", "name")[:_CLIENTS_OFFERED],
        "shown": shown,
        "language": text.language,
        "languages": [(code, Language(code).label) for code in texts_of(found)],
        "may_change": may(request.user, Action.CHANGE_TEMPLATES),
    }
    return render(request, "office/letters/preview.html", context)


def tried(letter: Any) -> str:
    """What became of a test letter, for a toast."""
    if letter.trouble:
        text = _("The test letter to %(address)s is held back: %(why)s.")
        return text % {"address": letter.to_address, "why": letter.get_trouble_display()}
    return _("The test letter to %(address)s is on its way.") % {"address": letter.to_address}


def _fitting(clients: QuerySet[Client], template: LetterTemplate) -> QuerySet[Client]:
    """Those with whose data the template makes sense, if there are any: a reminder of a debt needs a debt."""
    if template.purpose != LetterPurpose.OVERDUE:
        return clients
    owing = clients.filter(pk__in=unpaid(Invoice.objects.all(), today()).values("client_id"))
    return owing if owing.exists() else clients


def _asked_client(request: Request, clients: QuerySet[Client]) -> Client | None:
    asked = request.GET.get("client", "")
    found = clients.select_related("owner").filter(pk=asked).first() if asked.isdecimal() else None
    return found or clients.select_related("owner").first()


def _template(pk: int) -> LetterTemplate:
    found = LetterTemplate.objects.filter(pk=pk, deleted_at=None).first()
    if found is None:
        raise Http404
    return found
