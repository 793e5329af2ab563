"""Unsubscribing by the link in a letter: without logging in, one click, no questions."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from vernost.care.actions.client_letter import unsubscribe
from vernost.care.enums import CONSENT_FOR
from vernost.care.models import ClientLetter
from vernost.channels.actions.delivery import secret_hash
from vernost.clients.enums import ConsentPurpose
from vernost.core.clock import now
from vernost.core.queries.company import company


@csrf_exempt  # mail programs post by themselves (RFC 8058); the secret is the proof
@login_not_required
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, secret: str) -> HttpResponse:
    """GET asks, because programs that scan letters open every link; POST does it, as often as it comes."""
    behind = (
        ClientLetter.objects.select_related("letter", "contact", "mailing")
        .filter(letter__unsubscribe_hash=secret_hash(secret=secret))
        .first()
    )
    letter = behind.letter if behind else None
    status = 200 if letter else 404
    done = False
    if request.method == "POST" and letter is not None:
        unsubscribe(letter=letter, everything="everything" in request.POST, at=now())
        done = True
    language = behind.mailing.language if behind and behind.mailing else company().language
    with override(language):
        purpose = ConsentPurpose(CONSENT_FOR[behind.purpose]).label if behind else ""
        context = {"letter": letter, "purpose": purpose, "done": done, "company": company().name}
        response = render(request, "office/letters/unsubscribe.html", context, status=status)
    # The address is a secret: it goes nowhere else, and nobody keeps the page.
    response["Referrer-Policy"] = "no-referrer"
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    if status != 200:
        setattr(response, "_has_been_logged", True)  # noqa: B010 (Django would write the secret into the log)
    return response
