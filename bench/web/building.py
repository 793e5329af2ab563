"""`python -m bench.web.building CLIENTS`: fills the database of VERNOST_DATA or VERNOST_DATABASE_URL, and judges."""

import json
import sys
from time import perf_counter

from vernost.cli.django import start_django


def main(clients: int) -> None:
    """Prints a line of JSON: rows written, and seconds that loading and judging took."""
    start_django()
    # What knows models is imported after Django is up.
    from django.core.management import call_command
    from django.db import connection

    from bench.web.company import company
    from bench.web.loading import load
    from vernost.assessment.actions.run import assess_clients
    from vernost.assessment.enums import Why
    from vernost.core.clock import now, today
    from vernost.core.statistics import refresh_statistics

    begun = perf_counter()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA synchronous=OFF")
    call_command("migrate", verbosity=0)
    made = company(clients, today())
    load(made.tables, now())
    loaded = perf_counter()
    refresh_statistics()
    assess_clients(why=Why.ASKED, by=None, at=now(), today=today(), clock=now)
    judged = perf_counter()
    rows = {name: table.num_rows for name, table in made.tables.items()}
    print(json.dumps({"rows": rows, "loading": loaded - begun, "judging": judged - loaded}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
