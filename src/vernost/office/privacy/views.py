"""Personal data: the register of processing, how long what is kept, who came to whose data."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from vernost.core.access import Action
from vernost.core.actions.privacy import set_privacy
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.queries.company import company
from vernost.core.queries.privacy import accesses as all_accesses
from vernost.core.queries.privacy import due_to_go, privacy
from vernost.office.privacy.activities import activities
from vernost.office.privacy.forms import PrivacyForm, as_rules, months_given
from vernost.office.privacy.lists import access_list
from vernost.office.shell.access import demand
from vernost.office.shell.http import Request
from vernost.office.shell.seen import Seen
from vernost.office.shell.tabs import Tabs, tabs_of
from vernost.office.shell.toasts import toast
from vernost.ui.lists import show_list
from vernost.ui.lists.export import FORMATS, table_file


@require_GET
@demand(Action.ERASE_PERSON)
def register(request: Request) -> HttpResponseBase:
    """On the page and, with `?format=`, as a file: what 152-FZ and article 30 GDPR ask to be written down."""
    found, rules = activities(), privacy()
    kind = request.GET.get("format", "")
    if kind in FORMATS:
        return table_file(_head(), _lines(rules.operator or company().name), name="register", kind=kind)
    context = {"activities": found, "rules": rules, "company": company(), "tabs": _tabs("register")}
    return render(request, "office/privacy/register.html", context)


@require_http_methods(["GET", "POST"])
@demand(Action.ERASE_PERSON)
def retention(request: Request) -> HttpResponse:
    """The rules, and beside each how much would go the next night by what is saved."""
    rules = privacy()
    form = PrivacyForm(request.POST or None, rules=rules)

    def save(values: dict[str, Any]) -> None:
        set_privacy(by=request.user, at=now(), face=Face.WEB, **as_rules(values))

    seen = Seen(request, form, rules, months_given)
    if seen.write(save, whole=True):
        toast(request, _("Saved."))
        return redirect("retention")
    context = {"form": form, "seen": seen, "due": due_to_go(now()), "tabs": _tabs("retention")}
    return render(request, "office/privacy/retention.html", context)


@require_GET
@demand(Action.ERASE_PERSON)
def accesses(request: Request) -> HttpResponseBase:
    return show_list(
        request,
        access_list(),
        all_accesses(),
        template="office/privacy/accesses.html",
        name="access",
        may_export=True,
        tabs=_tabs("accesses"),
        empty_template="office/privacy/no_accesses.html",
    )


def _tabs(current: str) -> Tabs:
    labels = {
        "register": _("Register"),
        "retention": _("How long it is kept"),
        "accesses": _("Who came to it"),
    }
    return tabs_of(labels.items(), current)


def _head() -> list[str]:
    return [
        _("Operator (controller)"), _("Activity"), _("Purpose"), _("Whose data"), _("Data"), _("Legal ground"),
        _("What is done with them"), _("Receivers"), _("Abroad"), _("How long"), _("Protection"),
    ]  # fmt: skip


def _lines(operator: str) -> Iterator[list[object]]:
    for one in activities():
        said = one.purpose
        yield [
            operator, str(said.name), str(said.why), str(said.whose), one.data, str(said.ground), one.actions,
            str(said.receivers), _("no"), one.term, one.measures,
        ]  # fmt: skip
