"""A letter to a client: seen, changed by hand, printed or taken as a Word document. Nothing is sent."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from vernost.care.letters import LETTERS, TEXTS
from vernost.care.queries.ending import ending_of
from vernost.care.queries.letter import letter_for
from vernost.core.access import Action
from vernost.core.clock import today
from vernost.core.enums import Language
from vernost.office.shell.access import client_for
from vernost.office.shell.http import Request
from vernost.ui.docx import TYPE as DOCX
from vernost.ui.docx import docx_of


@require_http_methods(["GET", "POST"])
def letter(request: Request, pk: int, kind: str) -> HttpResponse:
    """GET fills the template (?language=); POST shows the changed text to print, or with `file` gives it as a file:
    "docx", or "txt" for a mail.
    """
    client = client_for(request.user, pk, Action.CHANGE_CLIENT)
    language = request.GET.get("language", "") or (get_language() or "en")[:2]
    if kind not in LETTERS or language not in TEXTS:
        raise Http404
    found = letter_for(kind, language, client=client, ending=ending_of(client), by=request.user, on=today())
    subject = request.POST.get("subject", found.subject)
    body = request.POST.get("body", found.body)
    if request.method == "POST" and (wanted := request.POST.get("file")):
        name = f"{kind}-{slugify(client.name) or client.pk}"
        return _file(subject, body, language, wanted, name)
    context = {
        "client": client,
        "kind": kind,
        "title": LETTERS[kind],
        "language": language,
        "languages": [(code, label) for code, label in Language.choices if code in TEXTS],
        "subject": subject,
        "body": body,
        "printed": request.method == "POST",
    }
    return render(request, "office/endings/letter.html", context)


def _file(subject: str, body: str, language: str, wanted: str, name: str) -> HttpResponse:
    if wanted == "docx":
        content, media = docx_of(subject=subject, body=body, language=language), DOCX
    else:
        wanted, media = "txt", "text/plain; charset=utf-8"
        content = f"{subject}\n\n{body}\n".encode()
    response = HttpResponse(content, content_type=media)
    response["Content-Disposition"] = f'attachment; filename="{name}.{wanted}"'
    return response
