from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    DIRECTOR = "director", _("Director")
    HEAD_OF_SALES = "head_of_sales", _("Head of sales")
    ACCOUNT_MANAGER = "account_manager", _("Account manager")
    MARKETER = "marketer", _("Marketer")
    SERVICE = "service", _("Service")
    OBSERVER = "observer", _("Observer")


class Language(models.TextChoices):
    """Each language is named in itself, so that it can be found by who reads no other."""

    RUSSIAN = "ru", "Русский"
    ENGLISH = "en", "English"


class Theme(models.TextChoices):
    SYSTEM = "system", _("As the device")
    LIGHT = "light", _("Light")
    DARK = "dark", _("Dark")


class Sharing(models.TextChoices):
    """Who sees a saved view besides its owner."""

    PRIVATE = "private", _("only me")
    TEAM = "team", _("my team")
    ALL = "all", _("everybody")


class Face(models.TextChoices):
    """Through which door a change came."""

    WEB = "web", _("web page")
    PORTAL = "portal", _("client portal")
    API = "api", _("API")
    IMPORT = "import", _("import")
    JOB = "job", _("background job")
    CLI = "cli", _("command line")


class Verb(models.TextChoices):
    CREATED = "created", _("created")
    CHANGED = "changed", _("changed")
    REMOVED = "removed", _("put into the recycle bin")
    RESTORED = "restored", _("taken out of the recycle bin")
    VALUE_RESTORED = "value_restored", _("value put back")
    HANDED_OVER = "handed_over", _("handed over")
    MERGED = "merged", _("merged")
    LOGGED_IN = "logged_in", _("logged in")
    LOGIN_REFUSED = "login_refused", _("login refused")
    FACTOR_ADDED = "factor_added", _("second factor added")
    FACTOR_REMOVED = "factor_removed", _("second factor taken away")
    SESSIONS_ENDED = "sessions_ended", _("logged out elsewhere")
    LOOKED_AS = "looked_as", _("began to look as this person")
    LOOKED_AWAY = "looked_away", _("stopped looking as this person")


class Reading(models.TextChoices):
    """How somebody came to personal data."""

    OPENED = "opened", _("opened the card")
    SHOWN = "shown", _("had everything about the person shown")
    EXPORTED = "exported", _("exported")


class TokenScope(models.TextChoices):
    """What a program may do with a token; its owner's rights still hold (core/access.py)."""

    CLIENTS_READ = "clients:read", _("read clients and their people")
    CLIENTS_WRITE = "clients:write", _("change clients and their people")
    MONEY_READ = "money:read", _("read orders, invoices and payments")
    MONEY_WRITE = "money:write", _("change orders, invoices and payments")
    TALKS_READ = "talks:read", _("read contacts that took place, complaints, ratings and acts")
    TALKS_WRITE = "talks:write", _("write down contacts that took place, complaints, ratings and acts")
    JUDGEMENT_READ = "judgement:read", _("read valuations and their reasons")
    JUDGEMENT_WRITE = "judgement:write", _("work on cases, decide on clients, lead endings")
    TODAY_READ = "today:read", _("read Today")
    TODAY_WRITE = "today:write", _("finish, move and skip touches")
    CARE_READ = "care:read", _("read the standard, plans, goals, scorecards, ideas and hand-overs")
    CARE_WRITE = "care:write", _("change the standard, plans, goals, ideas and hand-overs")
    LETTERS_READ = "letters:read", _("read letters, templates, mailings and consents")
    LETTERS_WRITE = "letters:write", _("write letters, templates, mailings and consents")
    DATA_READ = "data:read", _("read imports, fetch everything that the owner sees")
    DATA_WRITE = (
        "data:write",
        _("import files, take imports back, have everything made ready to be taken out"),
    )
    SETTINGS_READ = "settings:read", _("read the method and the playbooks")
    SETTINGS_WRITE = "settings:write", _("change the method, policies, playbooks and factors of loyalty")


class JobState(models.TextChoices):
    QUEUED = "queued", _("waiting")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")
    CANCELLED = "cancelled", _("cancelled")
