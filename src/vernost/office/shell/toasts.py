"""Short notes after an action, with a way back where there is one."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _


def toast(request: HttpRequest, text: str, *, undo_run: str = "") -> None:
    """Shows `text` on the next page or partial; with `undo_run` a button that takes the run back."""
    messages.success(request, text, extra_tags=reverse("undo", args=[undo_run]) if undo_run else "")


def toast_faults(request: HttpRequest, form: Form) -> None:
    """What was wrong with a form that has no page of its own."""
    faults = "; ".join(str(fault) for faults in form.errors.values() for fault in faults)
    toast(request, _("Nothing was saved: %(faults)s") % {"faults": faults})
