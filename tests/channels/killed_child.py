"""What test_killed.py runs in a process of its own: prepare <number of letters>."""

import sys

import django

django.setup()

from django.core.management import call_command  # noqa: E402  (Django must be set up first)

from vernost.channels.actions.letter import queue_letter  # noqa: E402
from vernost.channels.enums import LetterKind  # noqa: E402
from vernost.core.clock import now  # noqa: E402

call_command("migrate", verbosity=0)
for number in range(int(sys.argv[1])):
    queue_letter(
        kind=LetterKind.MAILING, to_address=f"person{number}@client.example", subject=f"News {number}",
        text="What is new with us.\n.\nMore below.\n" * 20, by=None, at=now(), dedupe_key=f"test:{number}",
    )  # fmt: skip
