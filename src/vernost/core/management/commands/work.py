import signal
import threading

from django.core.management.base import BaseCommand

from vernost.core.jobs.worker import run_worker


class Command(BaseCommand):
    """Runs background jobs until told to stop; the job at hand is finished first."""

    help = "Runs background jobs until told to stop."

    def handle(self, *args: object, **options: object) -> None:
        should_stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: should_stop.set())
        run_worker(should_stop)
