"""The daily digest: what needs a person today, by mail, in his language. No digest when nothing does."""

from datetime import date, datetime

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vernost.assessment.wording.words import Words
from vernost.care.days.working import public_holidays
from vernost.care.models import DigestChoice
from vernost.care.queries.care_settings import care_settings
from vernost.care.queries.digest import needs_for
from vernost.channels.actions.letter import queue_letter
from vernost.channels.enums import LetterKind
from vernost.core.actions.record import change_record, create_record
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.core.needs import Need
from vernost.core.queries.company import company

# More would not be read in the morning; the rest is counted.
_SHOWN = 15
_SATURDAY = 5


def choose_digest(*, person: User, wanted: bool, by: User, at: datetime, face: Face) -> DigestChoice:
    known = DigestChoice.objects.filter(person=person).first()
    if known is None:
        choice = DigestChoice(person=person, wanted=wanted)
        return create_record(record=choice, by=by, at=at, face=face)
    return change_record(record=known, values={"wanted": wanted}, by=by, at=at, face=face)


def send_digests(*, as_of: date, at: datetime) -> int:
    """Puts a digest of the day into the queue for everybody whom something needs, once a day however often it is
    called; none on days when nobody works. Returns how many were written now or before.
    """
    if as_of.weekday() >= _SATURDAY or as_of in public_holidays(care_settings().country, as_of.year, "en"):
        return 0
    unwanted = DigestChoice.objects.filter(wanted=False).values("person")
    people = User.objects.filter(is_active=True).exclude(pk__in=unwanted).order_by("pk")
    return sum(_send_one(person, as_of, at) for person in people)


def _send_one(person: User, as_of: date, at: datetime) -> bool:
    with translation.override(person.language):
        needs = needs_for(person, as_of)
        if not needs:
            return False
        count = len({need.client_id or need.client_name for need in needs})
        subject = ngettext("%(count)d client needs you today", "%(count)d clients need you today", count) % {
            "count": count
        }
        text = _text(person, needs, as_of)
    queue_letter(
        kind=LetterKind.DIGEST, to_address=person.email, to_name=person.name, subject=subject, text=text,
        dedupe_key=f"digest:{person.pk}:{as_of.isoformat()}", is_sample=person.is_sample, by=None, at=at,
    )  # fmt: skip
    return True


def _text(person: User, needs: list[Need], as_of: date) -> str:
    said = Words.load(person.language, company().currency)
    lines = [_("Good morning, %(name)s!") % {"name": person.name}, "", said.day(as_of), ""]
    for number, need in enumerate(needs[:_SHOWN], start=1):
        stake = f" — {said.money(need.at_stake)}" if need.at_stake else ""
        lines.append(f"{number}. {need.client_name}: {need.title}{stake}")
        lines += [f"   {part}" for part in (need.why, need.next_step) if part]
        if need.url:
            lines.append(f"   {settings.VERNOST_ADDRESS}{need.url}")
        lines.append("")
    left = len(needs) - _SHOWN
    if left > 0:
        lines += [ngettext("And %(count)d more.", "And %(count)d more.", left) % {"count": left}, ""]
    lines += [
        _("All of it: %(url)s") % {"url": f"{settings.VERNOST_ADDRESS}/"},
        _("No digest any more: %(url)s") % {"url": f"{settings.VERNOST_ADDRESS}/me/"},
    ]
    return "\n".join(lines) + "\n"
