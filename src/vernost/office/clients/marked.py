"""What can be done with the marked clients of the list."""

from collections.abc import Iterable
from datetime import date

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from vernost.care.queries.letter_template import template_choices
from vernost.clients.queries.segment import segment_choices
from vernost.core.access import Action
from vernost.core.clock import today
from vernost.core.models import User
from vernost.core.queries.user import owner_choices
from vernost.office.clients.forms import MassEdit
from vernost.office.handovers.forms import HandoverForm
from vernost.office.letters.forms import WriteToThem
from vernost.office.shell.access import may
from vernost.ui.remembered import remembered


def fields_for_marked(user: User) -> dict[str, SafeString]:
    """The fields of each form that `user` may send."""
    found = {}
    if may(user, Action.HAND_OVER_CLIENT):
        owners = tuple(owner_choices(user))
        on = today()
        found["hand_over"] = remembered(("hand over", owners, on), lambda: _hand_over(user, owners, on))
    if may(user, Action.CHANGE_CLIENT):
        segments = tuple(segment_choices())
        found["mass_edit"] = remembered(("mass edit", segments), lambda: _mass_edit(segments))
    if may(user, Action.SEND_MAILING):
        templates = tuple(template_choices())
        found["write"] = remembered(("write", templates), lambda: _write(templates))
    return found


def _hand_over(user: User, owners: Iterable[tuple[str, str]], on: date) -> str:
    # The other forms of the marked clients are sent with this one: what is empty here must not hold them up.
    form = HandoverForm(user=user, owners=owners, on=on, auto_id="hand_over_%s", use_required_attribute=False)
    return render_to_string("office/clients/hand_over.html", {"form": form})


def _mass_edit(segments: Iterable[tuple[str, str]]) -> str:
    return render_to_string("office/clients/mass_edit.html", {"form": MassEdit(segments=segments)})


def _write(templates: Iterable[tuple[str, str]]) -> str:
    return render_to_string("office/letters/write_to_them.html", {"form": WriteToThem(templates=templates)})
