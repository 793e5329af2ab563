from django.db import models
from django.utils.translation import gettext_lazy as _


class RunState(models.TextChoices):
    """Where an import stands. A stopped one can be taken up again where it was."""

    COLUMNS = "columns", _("columns to be chosen")
    CHECKING = "checking", _("being checked")
    VALUES = "values", _("values to be chosen")
    CHECKED = "checked", _("checked, not yet imported")
    RUNNING = "running", _("running")
    STOPPED = "stopped", _("stopped")
    DONE = "done", _("imported")
    UNDOING = "undoing", _("being taken back")
    UNDONE = "undone", _("taken back")


class Outcome(models.TextChoices):
    """What becomes of one row."""

    CREATED = "created", _("created")
    CHANGED = "changed", _("changed")
    LEFT = "left", _("left as it is")
    REFUSED = "refused", _("refused")


class Policy(models.TextChoices):
    """What a cell does to a value that is there already; an empty cell never does anything."""

    OVERWRITE = "overwrite", _("overwrite")
    FILL = "fill", _("fill only empty")
    NEVER = "never", _("never change")


class ClientKey(models.TextChoices):
    """By what a client is recognised."""

    ID = "id", _("our number")
    CODE = "code", _("external code")
    TAX_ID = "tax_id", _("tax id")
    EMAIL = "email", _("e-mail")
    NAME = "name", _("name")


class ExportFormat(models.TextChoices):
    CSV = "csv", "CSV"
    XLSX = "xlsx", "XLSX"
    PARQUET = "parquet", "Parquet"


class Erased(models.TextChoices):
    """Whose data were erased."""

    CLIENT = "client", _("client")
    CONTACT = "contact", _("contact person")
