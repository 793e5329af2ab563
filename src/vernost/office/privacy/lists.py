"""The list of who came to whose personal data."""

from django.apps import apps
from django.db.models import QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client
from vernost.core.enums import Reading
from vernost.core.models import AccessEntry, User
from vernost.ui import formats
from vernost.ui.html import link, text_cell
from vernost.ui.lists import ChoiceFilter, Column, DayFilter, ListSpec
from vernost.ui.words import labels_of

_CLIENT = Client._meta.label_lower


def access_list() -> ListSpec[AccessEntry]:
    names: dict[int, str] = {}

    def load(rows: QuerySet[AccessEntry]) -> list[AccessEntry]:
        found = list(rows.select_related("by"))
        numbers = {one.object_id for one in found if one.kind == _CLIENT and one.object_id is not None}
        names.update(Client.objects.filter(pk__in=numbers).values_list("pk", "name"))
        return found

    def whose(one: AccessEntry) -> str:
        if one.kind == _CLIENT and one.object_id is not None:
            return names.get(one.object_id, f"#{one.object_id}")
        number = f" #{one.object_id}" if one.object_id is not None else ""
        return f"{_kind_of(one)}{number}"

    def whose_cell(one: AccessEntry) -> SafeString | str:
        if one.kind == _CLIENT and one.object_id in names:
            return link(whose(one), f"/clients/{one.object_id}/")
        return text_cell(whose(one))

    return ListSpec(
        columns=(
            Column("at", _("When"), lambda a: formats.moment(a.at), value=lambda a: a.at, sort="at"),
            Column("by", _("Who"), lambda a: a.by.name),
            Column("what", _("What"), lambda a: str(a.get_what_display())),
            Column("whose", _("Whose data"), whose_cell, value=whose),
        ),
        filters=(
            ChoiceFilter("by", _("Who"), "by", lambda: [
                (str(pk), name) for pk, name in User.objects.order_by("name").values_list("pk", "name")]),
            ChoiceFilter("what", _("What"), "what", labels_of(Reading), is_text=True),
            DayFilter("on", _("Day"), "on"),
        ),
        sort="-at",
        load=load,
    )  # fmt: skip


def _kind_of(one: AccessEntry) -> str:
    """A model as people call it; of a list the name of its page."""
    return str(apps.get_model(one.kind)._meta.verbose_name) if "." in one.kind else one.kind
