"""Resources follow priority? Hours, money and extra services against income and profit, by group and by owner (B6)."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from vernost.assessment.declared import GROUPS
from vernost.assessment.queries.run import latest_run
from vernost.assessment.queries.tally import Sums, has_sums, part, sums_by, total
from vernost.assessment.wording.economics import group_sentence, proportion
from vernost.assessment.wording.words import Words
from vernost.core.access import Action
from vernost.core.models import User
from vernost.office.assessment.words import group_badge, words
from vernost.office.economics.columns import clients_url
from vernost.office.economics.scope import Filters, filters_of, rows_of, tabs
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request
from vernost.ui.sheets import Cell, Sheet, count, money, number, percent, show_sheets, text


@require_GET
@demand(Action.VIEW_MONEY)
def resources(request: Request) -> HttpResponseBase:
    chosen, run = filters_of(request), latest_run()
    rows = rows_of(request.user, chosen)
    groups = sums_by("group", rows)
    said = words()
    everything = total(groups)
    sheets = [
        _sheet(
            said,
            "by_group",
            _("By group"),
            GROUPS,
            groups,
            group_badge,
            lambda code: chosen.query | {"group": code},
        ),
        _by_owner(said, rows, chosen),
    ]
    context = {
        "run": run if has_sums() else None,
        "tabs": tabs(request.user, "resources"),
        "filters": chosen,
        "knows_time": everything.minutes > 0,
        "sentences": [group_sentence(said, code, groups.get(code, Sums()), everything) for code in GROUPS],
    }
    may_export = may(request.user, Action.EXPORT)
    return show_sheets(
        request, "office/economics/resources.html", sheets, may_export=may_export, context=context
    )


def _by_owner(said: Words, rows: Any, chosen: Filters) -> Sheet:
    found = sums_by("owner_id", rows)
    names = dict(User.objects.filter(pk__in=[pk for pk in found if pk]).values_list("pk", "name"))
    order = sorted(found, key=lambda pk: (-found[pk].revenue, names.get(pk, "")))
    return _sheet(
        said,
        "by_owner",
        _("By owner"),
        order,
        found,
        lambda pk: names.get(pk, _("nobody")),
        lambda pk: chosen.query | {"owner": str(pk or "none")},
    )


def _sheet(
    said: Words,
    key: str,
    title: str,
    order: Any,
    found: Mapping[Any, Sums],
    name: Callable[[Any], str],
    query: Callable[[Any], dict[str, str]],
) -> Sheet:
    everything = total(found)
    lines = [_line(said, found.get(one, Sums()), everything, text(name(one)), query(one)) for one in order]
    return Sheet(
        key,
        title,
        [
            _("Clients of"), _("Judgement"), _("Clients"), _("Our hours"), _("of all"), _("Income"), _("of all"),
            _("Profit"), _("of all"), _("Profit an hour"), _("Effort in money"), _("of all"), _("Extra services"),
            _("Hours for nothing"),
        ],
        [*lines, _line(said, everything, everything, text(_("All")), {})] if len(lines) > 1 else lines,
        note=_("Sums of the year. Profit is the net contribution. A number leads to its clients."),
        words=2,
        empty=_("Nobody's clients are judged yet."),
    )  # fmt: skip


def _line(said: Words, one: Sums, everything: Sums, name: Cell, query: dict[str, str]) -> list[Cell]:
    currency = said.currency
    by_hours, by_income = clients_url(**query), clients_url(**query, sort="-revenue")
    return [
        name,
        text(proportion(said, one, everything) if one is not everything else ""),
        count(one.clients, by_income),
        number(one.hours, 1, by_hours) if one.minutes else count(0),
        percent(part(one.minutes, everything.minutes)),
        money(one.revenue, currency, by_income),
        percent(part(one.revenue, everything.revenue)),
        money(one.contribution, currency, by_income),
        percent(part(one.contribution, everything.contribution)),
        money(float(one.contribution) / one.hours if one.minutes else None, currency),
        money(one.service, currency, by_hours),
        percent(part(one.service, everything.service)),
        count(one.extra_orders, clients_url(**query, sort="-extra")),
        number(one.free_minutes / 60, 1, by_hours) if one.free_minutes else count(0),
    ]
