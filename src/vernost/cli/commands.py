"""Every command of `vernost`. To add one: a module with a click command in it, and a line here."""

from vernost.assessment.wording.catalogue import gettext_noop as _
from vernost.cli.lazy import LazyCommand

COMMANDS: dict[str, LazyCommand] = {
    "assess": LazyCommand("vernost.cli.assess:assess", _("Judge every client from a file of orders.")),
    "explain": LazyCommand(
        "vernost.cli.explain:explain", _("Every number and reason for one client, step by step.")
    ),
    "simulate": LazyCommand("vernost.cli.simulate:simulate", _("Write a made-up company with known truth.")),
    "settings": LazyCommand(
        "vernost.cli.settings:settings", _("All settings of the method, with their meaning.")
    ),
    "columns": LazyCommand(
        "vernost.cli.columns:columns", _("All tables and columns that go in and come out.")
    ),
    "version": LazyCommand("vernost.cli.version:version", _("The version of Vernost.")),
    "run": LazyCommand("vernost.cli.run:run", _("Serves the web pages and does the background work.")),
    "demo": LazyCommand("vernost.cli.demo.command:demo", _("Shows an invented company in the browser.")),
    "backup": LazyCommand("vernost.cli.backup:backup", _("Copies everything into one file.")),
    "restore": LazyCommand("vernost.cli.restore:restore", _("Puts back what a backup holds.")),
    "upgrade": LazyCommand(
        "vernost.cli.upgrade:upgrade", _("Brings the data up to this version, with a backup and a way back.")
    ),
    "check": LazyCommand(
        "vernost.cli.check:check", _("Tells whether the data is whole and the audit log untouched.")
    ),
    "manage": LazyCommand(
        "vernost.cli.manage:manage",
        _("Administration: migrations, background jobs, checks."),
        hands_over=True,
    ),
}
