"""My letters as a list."""

from django.db.models import Prefetch, Q, QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vernost.channels.enums import Way
from vernost.channels.models import IncomingLetter
from vernost.ui.html import EMPTY, badge, day_cell, link, text_cell
from vernost.ui.lists import ChoiceFilter, Column, DayFilter, FlagFilter, ListSpec, WordsFilter
from vernost.ui.words import labels_of
from vernost.voice.models import Correspondence
from vernost.voice.queries.correspondence import states


def letter_list() -> ListSpec[IncomingLetter]:
    return ListSpec(
        columns=(
            Column("at", gettext_lazy("Day"), lambda one: day_cell(one.at), value=lambda one: one.at, sort="at"),
            Column("way", gettext_lazy("Direction"), lambda one: str(one.get_way_display())),
            Column("party", gettext_lazy("With whom"), lambda one: text_cell(party(one)), value=party),
            Column("subject", gettext_lazy("Topic"), lambda one: link(subject(one), one.get_absolute_url()),
                   value=subject),
            Column("client", gettext_lazy("Client"), clients_cell, value=clients_text),
            Column("state", gettext_lazy("Who sees it"), state_badge, value=lambda one: state(one)),
            Column("address", gettext_lazy("Address"), lambda one: text_cell(one.party), value=lambda one: one.party,
                   shown=False),
        ),
        filters=(
            WordsFilter("q", gettext_lazy("Words"), with_words),
            FlagFilter("unmatched", gettext_lazy("Belongs to no client"), Q(is_matched=False)),
            FlagFilter("private", gettext_lazy("Private, of a client"), Q(is_matched=True, is_shared=False)),
            FlagFilter("shared", gettext_lazy("Shared"), Q(is_shared=True)),
            ChoiceFilter("way", gettext_lazy("Direction"), "way",
                         labels_of(Way), is_text=True),
            DayFilter("at", gettext_lazy("Day"), "at", is_moment=True),
        ),
        sort="-at",
        load=_load,
    )  # fmt: skip


def with_words(rows: QuerySet[IncomingLetter], words: str) -> QuerySet[IncomingLetter]:
    """In subject, text and address, as they stand: one person's letters are few."""
    for word in words.split():
        rows = rows.filter(
            Q(subject__icontains=word)
            | Q(text__icontains=word)
            | Q(party__icontains=word)
            | Q(sender_name__icontains=word)
        )
    return rows


def party(letter: IncomingLetter) -> str:
    named = next((one.contact.name for one in links_of(letter) if one.contact), "")
    return named or (letter.sender_name if letter.way == Way.IN else "") or letter.party


def subject(letter: IncomingLetter) -> str:
    return letter.subject or _("without a subject")


def state(letter: IncomingLetter) -> str:
    if getattr(letter, "is_shared", False):
        return _("shared")
    return _("private") if getattr(letter, "is_matched", False) else _("private, of no client")


def state_badge(letter: IncomingLetter) -> SafeString:
    return badge(state(letter), "good" if getattr(letter, "is_shared", False) else "neutral")


def clients_cell(letter: IncomingLetter) -> SafeString:
    found = [link(one.client.name, f"/clients/{one.client_id}/") for one in links_of(letter)]
    return SafeString(", ".join(found)) if found else EMPTY


def clients_text(letter: IncomingLetter) -> str:
    return ", ".join(one.client.name for one in links_of(letter))


def links_of(letter: IncomingLetter) -> list[Correspondence]:
    found: list[Correspondence] = getattr(letter, "links", [])
    return found


def _load(rows: QuerySet[IncomingLetter]) -> QuerySet[IncomingLetter]:
    live = Correspondence.objects.filter(deleted_at=None).select_related("client", "contact").order_by("pk")
    return rows.annotate(**states()).prefetch_related(
        Prefetch("correspondences", queryset=live, to_attr="links")
    )
