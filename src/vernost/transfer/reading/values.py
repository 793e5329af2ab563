"""Words of a file that stand for something of ours: states, people, segments, service lines."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import override

from vernost.clients.models import Segment, ServiceLine
from vernost.core.models import User
from vernost.core.queries.user import owners_for
from vernost.engine.io.sql import literal, name
from vernost.engine.io.words import CODE_WORDS
from vernost.transfer.kinds import Choices, Kind
from vernost.transfer.plan import AS_IT_IS, EMPTY, NEW, REFUSE, Plan
from vernost.transfer.reading.stage import connect
from vernost.transfer.storage import STAGED, folder

MOST_ASKED = 200
_NAMED: dict[str, type[Segment] | type[ServiceLine]] = {"segments": Segment, "service_lines": ServiceLine}


def options_of(choices: Choices, user: User) -> list[tuple[str, str]]:
    """(what a word may stand for, how it is called) as `user` may choose."""
    match choices.source:
        case "codes":
            return [(str(code), str(label)) for code, label in choices.options]
        case "owners":
            people = owners_for(user)
        case "people":
            people = User.objects.filter(is_active=True).order_by("name")
        case "segments" | "service_lines" as source:
            named = _NAMED[source].objects.order_by("name").values_list("pk", "name")
            return [(str(pk), text) for pk, text in named]
    return [(str(person.pk), person.name) for person in people]


def special_of(choices: Choices) -> tuple[str, ...]:
    """What a word may stand for beside a code or a number of ours (transfer/plan.py)."""
    fresh = (NEW,) if choices.source in ("segments", "service_lines") else ()
    return (*((AS_IT_IS,) if choices.open else ()), *fresh, EMPTY, REFUSE)


def allowed_for(choices: Choices, user: User) -> set[str]:
    """All of it, as `user` may choose."""
    return {*special_of(choices), *(code for code, _label in options_of(choices, user))}


def unknown_words(token: str, kind: Kind, plan: Plan, user: User) -> dict[str, list[dict[str, Any]]]:
    """Column -> [{value, count, guess}] of the words that nobody has decided on and that do not explain themselves.

    At most MOST_ASKED a column, the most frequent first; sure guesses are not among them (`sure_words`).
    """
    found: dict[str, list[dict[str, Any]]] = {}
    for column, counted in _words(token, kind, plan).items():
        choices = kind.choices[column]
        sure = sure_words(choices, user)
        open_words = [(word, count) for word, count in counted if _plain(word) not in sure]
        if open_words and column not in plan.others:
            decided = plan.values.get(column, {})
            asked = [(word, count) for word, count in open_words if word not in decided]
            if asked:
                guess = guess_for_others(choices)
                found[column] = [{"value": w, "count": c, "guess": guess} for w, c in asked[:MOST_ASKED]]
    return found


def guess_for_others(choices: Choices) -> str:
    if choices.open:
        return AS_IT_IS
    return NEW if choices.source in _NAMED else EMPTY


def sure_words(choices: Choices, user: User) -> Mapping[str, str]:
    """Word, as `_plain` makes it -> what it surely stands for."""
    found: dict[str, str] = {}
    if choices.source == "codes":
        for code, label in choices.options:
            found |= dict.fromkeys((_plain(word) for word in CODE_WORDS.get(str(code), ())), str(code))
            for language in ("ru", "en"):
                with override(language):
                    found[_plain(str(label))] = str(code)
            found[_plain(str(code))] = str(code)
        return found
    for pk, text in options_of(choices, user):
        found[_plain(text)] = pk
    if choices.source in ("people", "owners"):
        ids = [int(pk) for pk in found.values()]
        for person in User.objects.filter(pk__in=ids):
            found[_plain(person.email)] = str(person.pk)
    return found


def meaning_of(word: str, column: str, plan: Plan, sure: Mapping[str, str]) -> str | None:
    """What `word` stands for: as decided, else as it explains itself, else as all others; None when nobody said."""
    decided = plan.values.get(column, {}).get(word)
    if decided is not None:
        return decided
    return sure.get(_plain(word), plan.others.get(column))


def _plain(word: str) -> str:
    return " ".join(word.casefold().replace("ё", "е").replace("_", " ").replace("-", " ").split())


def _words(token: str, kind: Kind, plan: Plan) -> dict[str, list[tuple[str, int]]]:
    connection = connect(token)
    try:
        staged = f"read_parquet({literal(str(folder(token) / STAGED))})"
        return {
            column: connection.execute(
                f"SELECT {name(column)}, count(*) FROM {staged} WHERE {name(column)} IS NOT NULL "
                "GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 10000"
            ).fetchall()
            for column in kind.choices
            if plan.mapping.get(column)
        }
    finally:
        connection.close()
