"""The mail server, out of VERNOST_MAIL_URL. What is wrong with it is shown to people; the rest works on."""

from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from vernost.config.environment import Environment

OUTLET = "vernost.channels.smtp.Outlet"
_NOWHERE = {"default": {"BACKEND": "django.core.mail.backends.dummy.EmailBackend"}}
_PORTS = {"smtp": 587, "smtps": 465, "smtp-plain": 25}
_THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}

type Mailers = dict[str, dict[str, Any]]


def mailers(env: Environment, *, demo: bool) -> tuple[Mailers, str]:
    """Django's MAILERS and what is wrong: "" or a code of channels/outlet.py; then nothing is sent anywhere."""
    options, problem = _options(env.text("VERNOST_MAIL_URL"))
    if not problem and not _is_address(env.text("VERNOST_MAIL_FROM")):
        problem = "no_sender"
    if problem or demo:
        return _NOWHERE, problem
    options["timeout"] = env.number("VERNOST_MAIL_TIMEOUT")
    return {"default": {"BACKEND": OUTLET, "OPTIONS": options}}, ""


def _options(url: str) -> tuple[dict[str, Any], str]:
    if not url:
        return {}, "absent"
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return {}, "unreadable"
    if parts.scheme not in _PORTS or not host:
        return {}, "unreadable"
    if parts.scheme == "smtp-plain" and host not in _THIS_MACHINE:
        return {}, "insecure"
    return {
        "host": host,
        "port": port or _PORTS[parts.scheme],
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_tls": parts.scheme == "smtp",
        "use_ssl": parts.scheme == "smtps",
    }, ""


def _is_address(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True
