"""What all chunks of one run know."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import models

from vernost.clients.actions.segment import create_segment
from vernost.clients.actions.service_line import create_service_line
from vernost.core.enums import Face, Verb
from vernost.core.models import AuditEntry, User
from vernost.transfer.applying.index import ClientIndex
from vernost.transfer.applying.result import RowRefused
from vernost.transfer.kinds import Kind
from vernost.transfer.plan import AS_IT_IS, EMPTY, NEW, REFUSE, Plan
from vernost.transfer.reading.values import meaning_of, sure_words

_MAKERS: Mapping[str, Any] = {"segments": create_segment, "service_lines": create_service_line}


@dataclass
class Context:
    """`run` marks the audit entries. `made`: segments and lines made for NEW words; `names`: what is shown."""

    kind: Kind
    plan: Plan
    by: User
    at: datetime
    run: str
    currency: str
    index: ClientIndex
    made: dict[tuple[str, str], str] = field(default_factory=dict)
    sure: dict[str, Mapping[str, str]] = field(default_factory=dict)
    names: dict[tuple[str, str], str] = field(default_factory=dict)
    changes: list[list[Any]] = field(default_factory=list)
    clients_made: set[str] = field(default_factory=set)
    handed_over: int = 0

    def stamp(self) -> dict[str, Any]:
        """What every action of the run is told."""
        return {"by": self.by, "at": self.at, "face": Face.IMPORT, "run": self.run}

    def meaning(self, column: str, word: str) -> str | None:
        """The code or number that a word of the file stands for, None for nothing. RowRefused when unknown."""
        choices = self.kind.choices[column]
        if column not in self.sure:
            self.sure[column] = sure_words(choices, self.by)
        stands_for = meaning_of(word, column, self.plan, self.sure[column])
        if stands_for is None or stands_for == REFUSE:
            raise RowRefused("unknown_value", column=column, value=word)
        if stands_for == EMPTY:
            return None
        if stands_for == AS_IT_IS:
            return word
        return self._made(choices.source, word) if stands_for == NEW else stands_for

    def forget_unsaved(self) -> None:
        """After a rollback: what the chunk made is gone."""
        self.made.clear()
        self.names.clear()
        self.index.forget_unsaved()
        self.changes.clear()

    def note_created(self, label: str, number: int) -> None:
        self.changes.append([label, number, None])

    def note_changed(self, record: models.Model, changes: Mapping[str, list[Any]]) -> None:
        self.changes.append([record._meta.label_lower, record.pk, dict(changes)])

    def note_entry(self, entry: AuditEntry) -> None:
        """What an action of another area did, as the audit log tells it."""
        changes = None if entry.verb == Verb.CREATED else dict(entry.changes)
        self.changes.append([entry.kind, entry.object_id, changes])

    def _made(self, source: str, word: str) -> str:
        place = (source, word.casefold())
        if place not in self.made:
            self.made[place] = str(_MAKERS[source](name=word[:200], **self.stamp()).pk)
        return self.made[place]
