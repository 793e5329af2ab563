"""What needs a person, as HTML. Built in Python: Today shows more than a hundred, and templates take twice as long."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vernost.core.models import User
from vernost.core.needs import Act, Need
from vernost.ui.html import Tone, badge, escaped, hidden_token

_TONES: dict[int, Tone] = {2: "warn", 3: "bad"}


@dataclass(frozen=True)
class Asking:
    """What the forms of acts need: a day is asked for from `on`, a person out of `people`; `token` against forgery."""

    on: date
    people: Iterable[User]
    token: str


def need_html(need: Need, asking: Asking) -> SafeString:
    kind = badge(need.kind, _TONES.get(need.severity, "neutral"))
    step = escaped(need.next_step)
    if need.url and need.next_step:
        step = f'<a href="{escaped(need.url)}">{step}</a>'
    acts = acts_html(need.acts, asking) if need.acts else ""
    said = f"{kind} <strong>{escaped(need.title)}.</strong> {escaped(need.why)} {step}"
    return SafeString(f'<div class="need"><p>{said}</p>{acts}</div>')


def acts_html(acts: Iterable[Act], asking: Asking) -> SafeString:
    """A button for each act; behind one that asks something stands its form."""
    return SafeString(f'<div class="need-acts">{"".join([_act(act, asking) for act in acts])}</div>')


def _act(act: Act, asking: Asking) -> str:
    label, token = escaped(act.label), hidden_token(asking.token)
    kind = "primary" if act.main or act.asks else "plain"
    css = ' class="form"' if act.asks else ""
    asked = "".join([_ASKED[one](asking) for one in act.asks])
    form = (
        f'<form method="post" action="{escaped(act.url)}"{css}>{token}{asked}'
        f'<button class="button button-{kind}" type="submit">{label}</button></form>'
    )
    if not act.asks:
        return form
    summary = f'<summary class="button button-plain">{label}</summary>'
    return f'<details class="need-act">{summary}{form}</details>'


def _day(asking: Asking) -> str:
    return f'<label>{escaped(_("Day"))} <input type="date" name="day" required min="{asking.on.isoformat()}"></label>'


def _person(asking: Asking) -> str:
    people = "".join([f'<option value="{one.pk}">{escaped(one.name)}</option>' for one in asking.people])
    return (
        f'<label>{escaped(_("Person"))} <select name="person" required><option value=""></option>'
        f"{people}</select></label>"
    )


def _reason(_asking: Asking) -> str:
    return f'<label>{escaped(_("Reason"))} <input name="reason" required maxlength="300"></label>'


_ASKED: dict[str, Callable[[Asking], str]] = {"day": _day, "person": _person, "reason": _reason}
