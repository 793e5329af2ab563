"""What the movement of clients between groups says, in sentences."""

from collections.abc import Mapping

from vernost.assessment.wording import judgement
from vernost.assessment.wording.words import Words
from vernost.engine.codes import GROUPS

# Best first, as in the engine's codes.
RANK = {group: place for place, group in enumerate(GROUPS)}
MOST_SENTENCES = 5


def tendency(words: Words, moves: Mapping[tuple[str | None, str], int]) -> list[str]:
    """Up, down, and the largest moves, from numbers of clients by (group before, group after); None: no client yet."""
    between = {pair: n for pair, n in moves.items() if pair[0] is not None and pair[0] != pair[1]}
    up = sum(n for (before, after), n in between.items() if RANK[after] < RANK[str(before)])
    down = sum(between.values()) - up
    if not between:
        return [words.gettext("Nobody changed the group.")]
    sentences = [
        words.gettext(
            "To a better group: {up}; to a worse one: {down}.", up=words.number(up), down=words.number(down)
        )
    ]
    largest = sorted(between.items(), key=lambda item: (-item[1], item[0]))[:MOST_SENTENCES]
    for (before, after), n in largest:
        sentences.append(
            words.ngettext(
                "“{before}” → “{after}”: {n} client.",
                "“{before}” → “{after}”: {n} clients.",
                n,
                before=words.gettext(judgement.GROUPS[str(before)]),
                after=words.gettext(judgement.GROUPS[after]),
            )
        )
    return sentences
