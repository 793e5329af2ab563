"""Every setting that the environment may give, declared once; docs/admin/settings.md is made from this list."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from django.core.exceptions import ImproperlyConfigured

SettingType = Literal["text", "number", "yes or no", "list"]


class RefusesToStart(ImproperlyConfigured):
    """The environment would make the installation insecure or useless; the text says what to change."""


@dataclass(frozen=True)
class Setting:
    """One variable of the environment; `default` is what holds when it is absent."""

    name: str
    type: SettingType
    default: str
    meaning: str


SETTINGS = (
    Setting(
        "VERNOST_DATA",
        "text",
        "./vernost-data",
        "Folder of the embedded database, the secret key and uploaded files.",
    ),
    Setting(
        "VERNOST_DATABASE_URL",
        "text",
        "",
        "`postgresql://user:password@host:5432/name` or `sqlite:///path`; empty means SQLite in the data folder.",
    ),
    Setting(
        "VERNOST_SECRET_KEY",
        "text",
        "",
        "At least 50 characters that sign sessions and links; empty means a key made once and kept in the data folder.",
    ),
    Setting(
        "VERNOST_HOSTS",
        "list",
        "localhost,127.0.0.1,[::1]",
        "Names under which the installation is reached, by comma.",
    ),
    Setting(
        "VERNOST_HTTPS",
        "yes or no",
        "no",
        "Whether people come over HTTPS; must be yes as soon as a name other than this machine's own is served.",
    ),
    Setting("VERNOST_PROXY", "yes or no", "no", "Whether a proxy in front sets `X-Forwarded-Proto`."),
    Setting(
        "VERNOST_DEBUG",
        "yes or no",
        "no",
        "Error pages with details, for developers; refused with other hosts than loopback.",
    ),
    Setting(
        "VERNOST_DEMO",
        "yes or no",
        "no",
        "Set by `vernost demo`: says that the data is invented, sends nothing.",
    ),
    Setting("VERNOST_LANGUAGE", "text", "en", "Language of people who have chosen none: `ru` or `en`."),
    Setting("VERNOST_TIME_ZONE", "text", "Europe/Moscow", "Time zone in which days begin and end."),
    Setting(
        "VERNOST_SIGN_ON_URL",
        "text",
        "",
        "Address of the company's OpenID Connect provider; empty means that people log in with passwords and passkeys.",
    ),
    Setting("VERNOST_SIGN_ON_NAME", "text", "OpenID", "What the button for it says."),
    Setting(
        "VERNOST_SIGN_ON_CLIENT", "text", "", "The name under which the provider knows this installation."
    ),
    Setting("VERNOST_SIGN_ON_SECRET", "text", "", "The secret that the provider gave to this installation."),
    Setting(
        "VERNOST_ADDRESS",
        "text",
        "",
        "Address under which people open the installation, for links in letters: `https://vernost.example.org`; empty "
        "means the first of VERNOST_HOSTS.",
    ),
    Setting(
        "VERNOST_MAIL_URL",
        "text",
        "",
        "Mail server for outgoing letters: `smtps://user:password@host:465` (encrypted from the start), "
        "`smtp://user:password@host:587` (STARTTLS), `smtp-plain://127.0.0.1:25` (this machine alone); empty: letters "
        "wait in the queue.",
    ),
    Setting(
        "VERNOST_MAIL_FROM",
        "text",
        "",
        "E-mail address from which letters come; needed with VERNOST_MAIL_URL.",
    ),
    Setting("VERNOST_MAIL_TIMEOUT", "number", "60", "Seconds after which a silent mail server is given up."),
    Setting(
        "VERNOST_API_LIMIT",
        "number",
        "600",
        "How often a token of the API may ask in a minute, in each web process.",
    ),
    Setting(
        "VERNOST_BACKUP_KEY",
        "text",
        "",
        "At least 20 characters under which `vernost backup` seals its files; without the key nobody opens them.",
    ),
    Setting(
        "VERNOST_METRICS_TOKEN",
        "text",
        "",
        "What monitoring sends as a bearer token to read `/metrics`; empty means that there is no such page.",
    ),
    Setting(
        "VERNOST_LOG", "text", "plain", "Form of the log's lines: `plain` for people, `json` for programs."
    ),
    Setting("VERNOST_WORKERS", "number", "2", "Web processes that `vernost run` starts."),
    Setting(
        "VERNOST_LEASE_SECONDS",
        "number",
        "30",
        "A job whose worker gave no sign of life for so long is taken up by another.",
    ),
)

_BY_NAME = {setting.name: setting for setting in SETTINGS}
_YES = {"1", "true", "yes", "on"}
_NO = {"0", "false", "no", "off", ""}


@dataclass(frozen=True)
class Environment:
    """Reads declared settings from `values`; an undeclared name is a KeyError, a wrong value RefusesToStart."""

    values: Mapping[str, str]

    def text(self, name: str) -> str:
        return self.values.get(name, "").strip() or _BY_NAME[name].default

    def number(self, name: str) -> int:
        raw = self.text(name)
        if not raw.isdecimal():
            raise RefusesToStart(f"{name} is {raw!r}; it must be a whole number.")
        return int(raw)

    def flag(self, name: str) -> bool:
        raw = self.text(name).lower()
        if raw not in _YES | _NO:
            raise RefusesToStart(f"{name} is {raw!r}; it must be yes or no.")
        return raw in _YES

    def items(self, name: str) -> list[str]:
        return [item.strip() for item in self.text(name).split(",") if item.strip()]


def from_process() -> Environment:
    """The environment of this process. A variable VERNOST_… that nobody declared is a misspelling: RefusesToStart."""
    unknown = sorted(
        name for name in os.environ if name.startswith("VERNOST_") and name not in _BY_NAME | _READ_ELSEWHERE
    )
    if unknown:
        raise RefusesToStart(
            f"Unknown settings in the environment: {', '.join(unknown)}. docs/admin/settings.md lists all."
        )
    return Environment(os.environ)


# Read by the command line before Django, and by the tests.
_READ_ELSEWHERE = dict.fromkeys(
    ("VERNOST_TEST_DATABASE", "VERNOST_TEST_DATABASE_URL", "VERNOST_SHARED", "VERNOST_LANG")
)
