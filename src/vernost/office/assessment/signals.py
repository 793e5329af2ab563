"""All signals: what is going wrong, and how far each alarm can be trusted."""

from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from vernost.assessment.declared import SIGNAL_BY_CODE
from vernost.assessment.enums import Verdict
from vernost.assessment.models import Signal
from vernost.assessment.queries.backtest import backtest_in_force, by_code
from vernost.assessment.queries.signal import precision, visible_to
from vernost.assessment.wording import judgement
from vernost.assessment.wording.signals import SIGNALS
from vernost.core.access import Action
from vernost.core.models import User
from vernost.core.queries.user import owners_of_clients
from vernost.office.assessment.words import evidence, severity_badge, words
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request
from vernost.ui import formats
from vernost.ui.html import EMPTY, badge, day_cell, link, text_cell
from vernost.ui.lists import ChoiceFilter, Column, FlagFilter, ListSpec, show_list
from vernost.ui.words import labels_of


def signal_list(user: User) -> ListSpec[Signal]:
    """Sorted by money at stake for who may see money, else by day."""
    money = may(user, Action.VIEW_MONEY)
    said = words()
    stake = Column[Signal](
        "stake",
        _("Money at stake"),
        lambda s: EMPTY if s.at_stake is None else formats.number(s.at_stake),
        value=lambda s: s.at_stake,
        sort="at_stake",
        align="end",
    )
    return ListSpec(
        columns=(
            Column("client", _("Client"), lambda s: link(s.client.name, f"/clients/{s.client_id}/"),
                   value=lambda s: s.client.name),
            Column("signal", _("Signal"), lambda s: gettext(SIGNALS[s.code].name)),
            Column("severity", _("Severity"), lambda s: severity_badge(s.severity), sort="severity"),
            Column("found", _("Found"), lambda s: text_cell(evidence(said, s, money=money))),
            Column("advice", _("What to do"), lambda s: gettext(SIGNALS[s.code].advice), shown=False),
            Column("since", _("Raised since"), lambda s: day_cell(s.first_on), value=lambda s: s.first_on,
                   sort="first_on", align="end"),
            *((stake,) if money else ()),
            Column("owner", _("Owner"), lambda s: s.client.owner.name if s.client.owner else EMPTY,
                   value=lambda s: s.client.owner and s.client.owner.name),
            Column("verdict", _("Verdict"), _verdict, shown=False),
            Column("over", _("Over"), lambda s: day_cell(s.over_on), value=lambda s: s.over_on, shown=False),
        ),
        filters=(
            ChoiceFilter("area", _("Area"), "area", lambda: _translated(judgement.AREAS), is_text=True),
            ChoiceFilter("code", _("Signal"), "code",
                         lambda: [(code, gettext(one.name)) for code, one in SIGNALS.items()], is_text=True),
            ChoiceFilter("severity", _("Severity"), "severity",
                         lambda: [(str(n), gettext(name)) for n, name in judgement.SEVERITIES.items()]),
            ChoiceFilter("owner", _("Owner"), "client__owner", lambda: owners_of_clients(user)),
            ChoiceFilter("verdict", _("Verdict"), "verdict",
                         labels_of(Verdict), is_text=True),
            FlagFilter("over", _("Over by now"), Q(over_on__isnull=False)),
        ),
        sort="-stake" if money else "-since",
        load=_load,
    )  # fmt: skip


def _load(rows: QuerySet[Signal]) -> QuerySet[Signal]:
    return rows.select_related("client", "client__owner")


def _verdict(signal: Signal) -> str:
    return badge(signal.get_verdict_display()) if signal.verdict else EMPTY


def _translated(names: dict[str, str]) -> list[tuple[str, str]]:
    return [(code, gettext(name)) for code, name in names.items()]


def _tabs(request: Request, here: str) -> dict[str, Any]:
    """What the tabs above the pages of signals ask for."""
    user = request.user
    return {
        "here": here,
        "may_see_company": may(user, Action.VIEW_COMPANY),
        "may_set": may(user, Action.CHANGE_SETTINGS),
    }


@require_GET
@demand(Action.VIEW_CLIENT)
def signals(request: Request) -> HttpResponseBase:
    """Those that hold now, unless the address asks for past ones."""
    rows = visible_to(request.user)
    if request.GET.get("over") != "1":
        rows = rows.filter(over_on=None)
    return show_list(
        request,
        signal_list(request.user),
        rows,
        template="office/assessment/signals.html",
        name="signals",
        may_export=may(request.user, Action.EXPORT),
        **_tabs(request, "signals"),
        empty_template="office/assessment/no_signals.html",
    )


@require_GET
@demand(Action.VIEW_CLIENT)
def signal_precision(request: Request) -> HttpResponse:
    """How often people called each kind real; by it thresholds are tuned."""
    history = by_code(backtest_in_force())
    rows = [
        {
            "history": history.get(one.code),
            "name": gettext(SIGNALS[one.code].name),
            "area": gettext(judgement.AREAS[SIGNAL_BY_CODE[one.code].area]),
            "precision": one,
            "url": f"?code={one.code}",
        }
        for one in precision()
    ]
    return render(request, "office/assessment/precision.html", {"rows": rows, **_tabs(request, "precision")})
