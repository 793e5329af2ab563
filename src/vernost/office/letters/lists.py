"""The lists of letters, mailings and of who gets a mailing."""

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vernost.care.enums import LetterHold, LetterPurpose, MailingState
from vernost.care.models import ClientLetter, Mailing
from vernost.care.queries.mailing import mailings_of
from vernost.channels.enums import LetterKind, LetterState
from vernost.channels.models import Letter
from vernost.core.models import User
from vernost.ui.html import EMPTY, Tone, badge, day_cell, link, text_cell
from vernost.ui.lists import ChoiceFilter, Column, DayFilter, FlagFilter, ListSpec, WordsFilter
from vernost.ui.words import labels_of

_TONES: dict[str, Tone] = {
    LetterState.SENT: "good", LetterState.FAILED: "bad", LetterState.UNSURE: "warn", LetterState.HELD: "warn",
    LetterState.QUEUED: "accent", LetterState.SENDING: "accent",
}  # fmt: skip
_MAILING_TONES: dict[str, Tone] = {MailingState.RELEASED: "good", MailingState.WRITING: "accent"}


def state_badge(letter: Letter) -> str:
    return badge(letter.get_state_display(), _TONES.get(letter.state, "neutral"))


def mailing_badge(mailing: Mailing) -> str:
    return badge(mailing.get_state_display(), _MAILING_TONES.get(mailing.state, "neutral"))


def why(letter: Letter) -> str:
    """What we know, and what the server said."""
    return ": ".join(str(part) for part in (letter.get_trouble_display(), letter.server_said) if part)


def letter_list(user: User) -> ListSpec[Letter]:
    return ListSpec(
        columns=(
            Column("subject", pgettext_lazy("letter", "Subject"), lambda one: link(one.subject, f"/letters/{one.pk}/"),
                   value=lambda one: one.subject),
            Column("to", pgettext_lazy("letter", "To"), lambda one: one.to_name or one.to_address,
                   value=lambda one: one.to_address),
            Column("client", _("Client"), _client, value=lambda one: _client_name(one)),
            Column("state", _("State"), state_badge, value=lambda one: str(one.get_state_display())),
            Column("why", _("Why"), lambda one: text_cell(why(one)), value=why),
            Column("kind", _("Kind"), lambda one: str(one.get_kind_display()), shown=False),
            Column("attempts", _("Attempts"), lambda one: str(one.attempts), value=lambda one: one.attempts,
                   align="end", shown=False),
            Column("written", _("Written"), lambda one: day_cell(one.created_at), value=lambda one: one.created_at,
                   sort="id", align="end"),
            Column("sent", _("Sent"), lambda one: day_cell(one.sent_at), value=lambda one: one.sent_at, align="end"),
            Column("answered", _("Answered"), lambda one: day_cell(one.answered_at),
                   value=lambda one: one.answered_at, align="end"),
        ),
        filters=(
            WordsFilter("q", _("Subject, recipient or client"), _matching),
            ChoiceFilter("state", _("State"), "state",
                         labels_of(LetterState), is_text=True),
            ChoiceFilter("kind", _("Kind"), "kind",
                         labels_of(LetterKind), is_text=True),
            ChoiceFilter("mailing", _("Mailing"), "behind__mailing", lambda: _mailings(user)),
            FlagFilter("answered", _("Answered"), Q(answered_at__isnull=False)),
            DayFilter("written", _("Written"), "created_at", is_moment=True),
        ),
        sort="-written",
        load=lambda rows: rows.select_related("behind__client"),
    )  # fmt: skip


def mailing_list() -> ListSpec[Mailing]:
    return ListSpec(
        columns=(
            Column("name", _("What it is about"), lambda one: link(one.name, one.get_absolute_url()),
                   value=lambda one: one.name),
            Column("purpose", _("For what"), lambda one: str(one.get_purpose_display())),
            Column("state", _("State"), mailing_badge, value=lambda one: str(one.get_state_display())),
            Column("gets", _("Get a letter"), lambda one: str(_gets(one)), value=_gets, align="end"),
            Column("sent", _("Sent"), lambda one: str(_sent(one)), value=_sent, align="end"),
            Column("held", _("Held back"), lambda one: str(_held(one)), value=_held, align="end"),
            Column("person", _("Who writes"), lambda one: one.person.name if one.person else EMPTY,
                   value=lambda one: one.person and one.person.name),
            Column("begun", _("Begun"), lambda one: day_cell(one.created_at), value=lambda one: one.created_at,
                   sort="id", align="end"),
        ),
        filters=(
            ChoiceFilter("state", _("State"), "state",
                         labels_of(MailingState), is_text=True),
            ChoiceFilter("purpose", _("For what"), "purpose",
                         labels_of(LetterPurpose), is_text=True),
        ),
        sort="-begun",
        load=_with_counts,
    )  # fmt: skip


def recipient_list() -> ListSpec[ClientLetter]:
    return ListSpec(
        columns=(
            Column("client", _("Client"), lambda one: link(one.client.name, f"/clients/{one.client_id}/"),
                   value=lambda one: one.client.name, sort="client__name"),
            Column("contact", _("To whom"), lambda one: one.contact.name if one.contact else EMPTY,
                   value=lambda one: one.contact and one.contact.name),
            Column("state", _("State"), _recipient_badge, value=lambda one: _recipient_state(one)),
            Column("why", _("Why"), lambda one: text_cell(_recipient_why(one)), value=lambda one: _recipient_why(one)),
            Column("sent", _("Sent"), lambda one: day_cell(one.letter.sent_at if one.letter else None),
                   value=lambda one: one.letter and one.letter.sent_at, align="end"),
            Column("answered", _("Answered"), lambda one: day_cell(one.letter.answered_at if one.letter else None),
                   value=lambda one: one.letter and one.letter.answered_at, align="end"),
        ),
        filters=(
            FlagFilter("held", _("Held back"), ~Q(hold="")),
            ChoiceFilter("hold", _("Why held back"), "hold",
                         labels_of(LetterHold), is_text=True),
            ChoiceFilter("state", _("State of the letter"), "letter__state",
                         labels_of(LetterState), is_text=True),
        ),
        sort="client",
        load=lambda rows: rows.select_related("client", "contact", "letter"),
    )  # fmt: skip


def _behind(letter: Letter) -> ClientLetter | None:
    return getattr(letter, "behind", None)


def _client(letter: Letter) -> str:
    behind = _behind(letter)
    return link(behind.client.name, f"/clients/{behind.client_id}/") if behind else EMPTY


def _client_name(letter: Letter) -> str:
    behind = _behind(letter)
    return behind.client.name if behind else ""


def _matching(rows: QuerySet[Letter], words: str) -> QuerySet[Letter]:
    return rows.filter(
        Q(subject__icontains=words)
        | Q(to_address__icontains=words)
        | Q(to_name__icontains=words)
        | Q(behind__client__name__icontains=words)
    )


def _mailings(user: User) -> list[tuple[str, str]]:
    return [(str(pk), name) for pk, name in mailings_of(user).order_by("-pk").values_list("pk", "name")[:100]]


def _with_counts(rows: QuerySet[Mailing]) -> QuerySet[Mailing]:
    return rows.select_related("person").annotate(
        gets=Count("recipients", filter=Q(recipients__hold="")),
        held=Count("recipients", filter=~Q(recipients__hold="")),
        sent=Count("recipients", filter=Q(recipients__letter__state=LetterState.SENT)),
    )


def _gets(mailing: Mailing) -> int:
    return int(getattr(mailing, "gets", 0))


def _held(mailing: Mailing) -> int:
    return int(getattr(mailing, "held", 0))


def _sent(mailing: Mailing) -> int:
    return int(getattr(mailing, "sent", 0))


def _recipient_state(one: ClientLetter) -> str:
    if one.hold:
        return str(_("held back"))
    return str(one.letter.get_state_display() if one.letter else _("gets a letter"))


def _recipient_badge(one: ClientLetter) -> str:
    if one.hold:
        return badge(_("held back"), "warn")
    return state_badge(one.letter) if one.letter else badge(_("gets a letter"), "accent")


def _recipient_why(one: ClientLetter) -> str:
    if one.hold:
        return str(one.get_hold_display())
    return why(one.letter) if one.letter else ""
