"""Forks a child for each line that it reads (words of child.py): `began <pid>`, what it says, `ended <exit code>`."""

import os
import sys
import traceback
from typing import NoReturn

import ibis.backends.sql.compilers.duckdb

import vernost.engine.assess
from bench.trust import child

# Loaded once, here, and not by every child.
_LOADED = (ibis, vernost.engine.assess)


def main(_words: list[str]) -> None:
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            _live(line.split())
        _, status = os.waitpid(pid, 0)
        print("ended", os.waitstatus_to_exitcode(status), flush=True)


def _live(words: list[str]) -> NoReturn:
    """The parent's loop must not go on in the child, however it ends."""
    code = 1
    print("began", os.getpid(), flush=True)
    try:
        child.main(words)
        code = 0
    except BaseException:
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
