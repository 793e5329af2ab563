from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import translation

from vernost.care.actions.planning_job import request_planning
from vernost.care.models import Rule
from vernost.care.rule_faults import tidied_rule, whole_rule, wrong_in_rule
from vernost.care.standard import STANDARD
from vernost.core.actions.record import change_record, create_record, remove_record
from vernost.core.enums import Face, Language
from vernost.core.models import User
from vernost.core.wrong import refuse_wrong


class StandardIsThere(Exception):
    """The company has rules already; the shipped ones would stand beside them twice."""


def create_rule(
    *, values: Mapping[str, Any], by: User | None, at: datetime, face: Face, run: str = ""
) -> Rule:
    """A new rule at the end of the standard, unless `values` say where; with each change of the standard touches are
    planned anew. WrongValues when it contradicts itself.
    """
    refuse_wrong(wrong_in_rule(whole_rule(Rule(**values))))
    with transaction.atomic():
        last = Rule.objects.aggregate(last=Max("position"))["last"] or 0
        rule = Rule(**({"position": last + 1} | tidied_rule(values)))
        create_record(record=rule, by=by, at=at, face=face, run=run)
        request_planning(by=by)
    return rule


def change_rule(
    *,
    rule: Rule,
    values: Mapping[str, Any],
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
    standing: Mapping[str, Any] | None = None,
) -> Rule:
    """WrongValues when it would contradict itself; ChangedMeanwhile when another value stands in the database than
    `standing` says.
    """
    whole = whole_rule(rule) | dict(values)
    refuse_wrong(wrong_in_rule(whole))
    tidy = tidied_rule(whole)
    wanted = {name: tidy[name] for name in tidy if name in values or tidy[name] != whole[name]}
    with transaction.atomic():
        change_record(record=rule, values=wanted, by=by, at=at, face=face, run=run, standing=standing)
        request_planning(by=by)
    return rule


def remove_rule(*, rule: Rule, by: User, at: datetime, face: Face, run: str = "") -> Rule:
    """Its planned touches go with the next planning; those that were made stay in the history."""
    with transaction.atomic():
        remove_record(record=rule, by=by, at=at, face=face, run=run)
        request_planning(by=by)
    return rule


def bring_in_standard(
    *, language: Language, by: User | None, at: datetime, face: Face, run: str = ""
) -> list[Rule]:
    """Writes the shipped rules in `language`. StandardIsThere when the company has rules."""
    with transaction.atomic():
        if Rule.objects.filter(deleted_at=None).exists():
            raise StandardIsThere
        with translation.override(language):
            texts = [(translation.gettext(one.name), translation.gettext(one.note)) for one in STANDARD]
        return [
            create_rule(
                values={**one.values, "name": name, "note": note, "position": position},
                by=by,
                at=at,
                face=face,
                run=run,
            )
            for position, (one, (name, note)) in enumerate(zip(STANDARD, texts, strict=True), start=1)
        ]
