"""What somebody wrote himself in a letter, without the letters that he answers."""

import re

_ANSWERED = re.compile(
    r"^\s*(>|-{2,}\s*(original message|forwarded message|исходное сообщение|пересылаемое сообщение)"
    r"|_{10,}\s*$|(on|пн|вт|ср|чт|пт|сб|вс|\d{1,2}[. ])\b.{5,120}(wrote|writes|писал\w*|пишет|написал\w*)\s*:\s*$"
    r"|(from|от)\s*:\s.+@)",
    re.IGNORECASE,
)


def own_words(text: str) -> str:
    """Up to the first line that quotes; the whole text where nothing comes before it."""
    kept: list[str] = []
    for line in text.splitlines():
        if _ANSWERED.match(line):
            break
        kept.append(line)
    return "\n".join(kept).strip() or text.strip()
