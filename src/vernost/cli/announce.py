"""Says a line as soon as the web server answers: `python -m vernost.cli.announce HOST PORT TEXT`.

A process of its own: the server forks its workers, and a process with threads should not fork.
"""

import http.client
import os
import sys
import time

_SECONDS_BETWEEN = 0.05


def announce(host: str, port: int, text: str) -> None:
    """Gives up without a word when the server's process is gone."""
    server = os.getppid()
    while os.getppid() == server:
        connection = http.client.HTTPConnection(host, port, timeout=60)
        try:
            connection.request("GET", "/login/")
            connection.getresponse()
        except OSError:
            time.sleep(_SECONDS_BETWEEN)
        else:
            sys.stdout.write(f"{text}\n")
            return
        finally:
            connection.close()


if __name__ == "__main__":
    announce(sys.argv[1], int(sys.argv[2]), sys.argv[3])
