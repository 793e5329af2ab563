"""What care adds to Today: touches whose day has come."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vernost.care.enums import Purpose
from vernost.care.models import Touch
from vernost.care.queries.touch import due
from vernost.core.access import Action, Scope, scope_of
from vernost.core.addresses import address
from vernost.core.needs import Act, Need, Question, needs_source
from vernost.office.care.words import about
from vernost.ui import formats
from vernost.voice.enums import Channel


@needs_source("touch", lambda: _("touch"))
def touches(question: Question) -> Iterator[Need]:
    acting = scope_of(question.user, Action.LOG_INTERACTION) is not Scope.NONE
    found = due(question.user, owner=question.owner, until=question.until, most=question.most)
    for touch in found:
        late = (question.on - touch.latest_on).days
        yield Need(
            client_id=touch.client_id,
            client_name=touch.client.name,
            title=about(touch),
            why=_why(touch, late),
            next_step=_("Write down the contact") if acting else "",
            url=f"{address('log_contact', touch.client_id)}?touch={touch.pk}" if acting else "",
            severity=2 if late > 0 else 1,
            at_stake=float(touch.worth) if question.money and touch.worth else None,
            due_on=touch.latest_on,
            planned_on=touch.due_on,
            acts=acts_on(touch) if acting else (),
        )


def acts_on(touch: Touch) -> tuple[Act, ...]:
    """Done, moved, handed over, skipped."""
    return (
        Act(_("Done"), address("finish_touch", touch.pk), main=True),
        Act(_("Move"), address("move_touch", touch.pk), ("day",)),
        Act(_("Hand over"), address("hand_over_touch", touch.pk), ("person",)),
        Act(_("Skip"), address("skip_touch", touch.pk), ("reason",)),
    )


def _why(touch: Touch, late: int) -> str:
    if touch.rule is None:
        text = (
            _("A development plan asks for it. It was promised by %(day)s.")
            if late > 0
            else _("A development plan asks for it, by %(day)s.")
        )
        return text % {"day": formats.day(touch.latest_on)}
    said = {
        "purpose": Purpose(touch.rule.purpose).label,
        "channel": Channel(touch.rule.channel).label,
        "day": formats.day(touch.latest_on),
        "days": late,
    }
    if late > 0:
        return _("To %(purpose)s: %(channel)s. It was promised by %(day)s.") % said
    return _("To %(purpose)s: %(channel)s, by %(day)s.") % said
