"""Ideas of the demo's people, one in each state, and a client's suggestion taken up."""

from datetime import datetime, timedelta
from typing import Any

from vernost.cli.demo.words.ideas import IDEAS
from vernost.clients.models import Client
from vernost.core.enums import Face, Language, Role
from vernost.core.models import User
from vernost.programmes.actions.idea import (
    accept_idea,
    decline_idea,
    discuss_idea,
    finish_idea,
    remark_on_idea,
    set_vote,
    suggest_idea,
)
from vernost.programmes.actions.working_group import create_working_group
from vernost.programmes.enums import IdeaArea
from vernost.voice.actions.act import record_act
from vernost.voice.enums import ActKind

_DAY = timedelta(days=1)


def make_ideas(language: Language, at: datetime) -> None:
    said = IDEAS[language]
    director = User.objects.filter(role=Role.DIRECTOR).order_by("pk")[0]
    staff = list(User.objects.filter(is_sample=True).order_by("pk"))
    by_director: dict[str, Any] = {"by": director, "face": Face.CLI}
    group = create_working_group(
        name=said.group, task=said.task, people=staff[1:4], is_sample=True, at=at - 90 * _DAY, **by_director
    )
    made = [
        suggest_idea(
            title=title, text=text, area=IdeaArea(area), by=staff[number % len(staff)], named=number < 5,
            group=group if number in (0, 2) else None, at=at - (60 - 11 * number) * _DAY, face=Face.CLI,
            is_sample=True,
        )
        for number, (title, text, area) in enumerate(said.ideas)
    ]  # fmt: skip
    accepted, declined, done, discussed = made[:4]
    accept_idea(
        idea=accepted, responsible=staff[2], due_on=at.date() + 5 * _DAY, answer=said.accepted,
        at=at - 40 * _DAY, **by_director,
    )  # fmt: skip
    decline_idea(idea=declined, answer=said.declined, at=at - 30 * _DAY, **by_director)
    accept_idea(
        idea=done, responsible=staff[3], due_on=at.date() - 10 * _DAY, answer=said.done, at=at - 35 * _DAY,
        **by_director,
    )  # fmt: skip
    finish_idea(
        idea=done,
        effect=said.effect,
        done_on=at.date() - 12 * _DAY,
        by=staff[3],
        at=at - 12 * _DAY,
        face=Face.CLI,
    )
    discuss_idea(idea=discussed, at=at - 9 * _DAY, **by_director)
    for person, text in zip(staff[4:], said.remarks, strict=False):
        remark_on_idea(idea=discussed, text=text, by=person, at=at - 8 * _DAY, face=Face.CLI)
    for number, idea in enumerate(made):
        for person in staff[: (number * 5 + 4) % len(staff)]:
            set_vote(idea=idea, vote=True, by=person, at=at - 5 * _DAY, face=Face.CLI)
    _suggested(said.suggestion, at)


def _suggested(text: str, at: datetime) -> None:
    client = Client.objects.filter(deleted_at=None, owner__isnull=False).order_by("name").first()
    if client is None:
        return
    stamp: dict[str, Any] = {"by": client.owner, "at": at - 3 * _DAY, "face": Face.CLI}
    act = record_act(
        client=client,
        happened_on=at.date() - 3 * _DAY,
        kind=ActKind.SUGGESTION,
        note=text,
        is_sample=True,
        **stamp,
    )
    suggest_idea(title=text, client=client, act=act, area=IdeaArea.TALK, is_sample=True, **stamp)
