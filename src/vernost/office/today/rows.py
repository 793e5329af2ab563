"""What needs a person, as HTML. Built in Python: Today shows more than a hundred, and templates take twice as long."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vernost.core.addresses import address
from vernost.core.needs import Act, Need
from vernost.ui.formats import money
from vernost.ui.html import Tone, badge, escaped, hidden_token, link

_TONES: dict[int, Tone] = {2: "warn", 3: "bad"}


@dataclass(frozen=True)
class Asking:
    """What the forms of acts need: a day is asked for from `on`, a person out of `people` (number, name); `token`
    against forgery.
    """

    on: date
    people: Iterable[tuple[str, str]]
    token: str

    @cached_property
    def choices(self) -> str:
        """The people as options: the same behind every act that asks for one."""
        return "".join([f'<option value="{number}">{escaped(name)}</option>' for number, name in self.people])


def line_html(needs: Sequence[Need], at_stake: float | None, currency: str, asking: Asking) -> SafeString:
    """All that needs the person at one client, the weightiest first."""
    stake = ""
    if at_stake:
        whole, word = escaped(money(round(at_stake), currency)), escaped(_("at stake"))
        stake = f'<span class="need-stake"><span class="money">{whole}</span> <span class="note">{word}</span></span>'
    told = "".join([need_html(need, asking) for need in needs])
    return SafeString(f'<div class="need-client">{about_html(needs[0])}{stake}</div>{told}')


def about_html(need: Need) -> SafeString:
    """The client, or about whom or what it is."""
    if need.client_id is None:
        return SafeString(f'<span class="today-client">{escaped(need.client_name)}</span>')
    return link(need.client_name, address("client", need.client_id), css="today-client")


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
    return (
        f'<label>{escaped(_("Person"))} <select name="person" required><option value=""></option>'
        f"{asking.choices}</select></label>"
    )


def _reason(_asking: Asking) -> str:
    return f'<label>{escaped(_("Reason"))} <input name="reason" required maxlength="300"></label>'


_ASKED: dict[str, Callable[[Asking], str]] = {"day": _day, "person": _person, "reason": _reason}
