"""The list of ideas."""

from operator import attrgetter

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.core.models import User
from vernost.office.ideas.words import author_of, state_badge
from vernost.programmes.enums import UNANSWERED, IdeaArea, IdeaState
from vernost.programmes.models import Idea
from vernost.programmes.queries.idea import author_choices, with_votes
from vernost.programmes.queries.working_group import working_groups
from vernost.ui import formats
from vernost.ui.html import EMPTY, day_cell, link, text_cell
from vernost.ui.lists import ChoiceFilter, Column, DayFilter, FlagFilter, ListSpec, WordsFilter
from vernost.ui.words import labels_of

# Annotated by `with_votes`.
_votes = attrgetter("vote_count")


def idea_list(user: User) -> ListSpec[Idea]:
    def load(rows: QuerySet[Idea]) -> QuerySet[Idea]:
        return with_votes(rows, user).select_related("author", "responsible", "group", "client")

    return ListSpec(
        columns=(
            Column("title", _("Idea"), lambda i: link(i.title, i.get_absolute_url()), value=lambda i: i.title,
                   sort="title"),
            Column("state", _("State"), state_badge, value=lambda i: str(i.get_state_display()), sort="state"),
            Column("votes", _("Votes"), lambda i: formats.number(_votes(i)), value=_votes,
                   sort="vote_count", align="end"),
            Column("area", _("About"), lambda i: str(i.get_area_display())),
            Column("author", _("Author"), author_of, value=lambda i: i.author.name if i.author else ""),
            Column("group", _("Working group"), lambda i: text_cell(i.group and i.group.name)),
            Column("responsible", _("Who does it"), lambda i: text_cell(i.responsible and i.responsible.name)),
            Column("due", _("Done by"), lambda i: day_cell(i.due_on), value=lambda i: i.due_on, sort="due_on"),
            Column("since", _("Since"), lambda i: day_cell(i.created_at), value=lambda i: i.created_at,
                   sort="created_at"),
            Column("answer", _("Answer"), lambda i: text_cell(i.answer), shown=False),
            Column("effect", _("What came of it"), lambda i: text_cell(i.effect), shown=False),
            Column("client", _("Client"), lambda i: EMPTY if i.client is None else
                   link(i.client.name, i.client.get_absolute_url()), shown=False),
        ),
        filters=(
            WordsFilter("q", _("Words"), lambda rows, words: rows.filter(
                Q(title__icontains=words) | Q(text__icontains=words))),
            FlagFilter("mine", _("Mine"), Q(author=user) | Q(responsible=user)),
            FlagFilter("open", _("Waiting for an answer"), Q(state__in=UNANSWERED)),
            ChoiceFilter("state", _("State"), "state", labels_of(IdeaState),
                         is_text=True),
            ChoiceFilter("area", _("About"), "area", labels_of(IdeaArea),
                         is_text=True),
            ChoiceFilter("group", _("Working group"), "group",
                         lambda: [(str(g.pk), g.name) for g in working_groups()]),
            ChoiceFilter("author", _("Author"), "author", author_choices),
            DayFilter("since", _("Since"), "created_at", is_moment=True),
        ),
        sort="-since",
        load=load,
    )  # fmt: skip
