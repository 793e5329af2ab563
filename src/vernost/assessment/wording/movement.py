"""What the movement of clients between groups, stages or levels says, in sentences."""

from collections.abc import Mapping
from math import sqrt

from vernost.assessment.wording import judgement
from vernost.assessment.wording.catalogue import gettext_noop as _
from vernost.assessment.wording.words import Words
from vernost.engine.codes import GROUPS, LOYALTY_LEVELS

# Best first. The groups stand so in the engine's codes; of the stages, who buys is before who may, and who may before
# who is going.
ORDERS = {
    "group": GROUPS,
    "stage": (
        "regular", "won_back", "repeat", "first_order", "interested", "aware", "slipping", "lost", "ended",
    ),
    "loyalty": tuple(reversed(LOYALTY_LEVELS)),
}  # fmt: skip
NAMES = {"group": judgement.GROUPS, "stage": judgement.STAGES, "loyalty": judgement.LOYALTY}
MOST_SENTENCES = 5
# A difference that chance alone brings in fewer than one case of twenty.
_SIGMAS = 1.96

type Moves = Mapping[tuple[str | None, str], int]


def up_and_down(moves: Moves, field: str = "group") -> tuple[int, int]:
    """How many clients came to a better and to a worse place; new clients are neither."""
    rank = {place: number for number, place in enumerate(ORDERS[field])}
    between = [(rank[str(old)], rank[new], n) for (old, new), n in moves.items() if old is not None]
    return sum(n for old, new, n in between if new < old), sum(n for old, new, n in between if new > old)


def direction(words: Words, moves: Moves, field: str = "group") -> str:
    """Whether it goes up or down on the whole: |up − down| above 1.96·√(up + down), the sign test at 5 %."""
    up, down = up_and_down(moves, field)
    if abs(up - down) <= _SIGMAS * sqrt(up + down):
        return words.gettext("On the whole neither up nor down: the difference may be chance.")
    if up > down:
        return words.gettext("On the whole it goes up: more clients improved than chance would explain.")
    return words.gettext("On the whole it goes down: more clients fell than chance would explain.")


def tendency(words: Words, moves: Moves, field: str = "group") -> list[str]:
    """Up, down, and the largest moves, from numbers of clients by (place before, place after); None: no client yet."""
    between = {pair: n for pair, n in moves.items() if pair[0] is not None and pair[0] != pair[1]}
    if not between:
        return [
            words.gettext("Nobody moved.") if field != "group" else words.gettext("Nobody changed the group.")
        ]
    up, down = up_and_down(moves, field)
    message = {
        "group": _("To a better group: {up}; to a worse one: {down}."),
        "stage": _("To a better stage: {up}; to a worse one: {down}."),
        "loyalty": _("To a higher level: {up}; to a lower one: {down}."),
    }[field]
    sentences = [words.gettext(message, up=words.number(up), down=words.number(down))]
    names = NAMES[field]
    largest = sorted(between.items(), key=lambda item: (-item[1], item[0]))[:MOST_SENTENCES]
    for (before, after), n in largest:
        sentences.append(
            words.ngettext(
                "“{before}” → “{after}”: {n} client.",
                "“{before}” → “{after}”: {n} clients.",
                n,
                before=words.gettext(names[str(before)]),
                after=words.gettext(names[after]),
            )
        )
    return sentences
