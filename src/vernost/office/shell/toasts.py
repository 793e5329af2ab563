"""Short notes after an action, with a way back where there is one."""

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse


def toast(request: HttpRequest, text: str, *, undo_run: str = "") -> None:
    """Shows `text` on the next page or partial; with `undo_run` a button that takes the run back."""
    messages.success(request, text, extra_tags=reverse("undo", args=[undo_run]) if undo_run else "")
