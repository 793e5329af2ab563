"""The log: one line per event, for people or as JSON; never what somebody typed, who he is or where he looked."""

import json
import logging
from typing import Any

from vernost.config.environment import RefusesToStart

_KNOWN = set(vars(logging.makeLogRecord({}))) | {"message", "asctime", "request", "server_time", "taskName"}


class JsonFormatter(logging.Formatter):
    """A line of JSON: time, level, logger, message, the `extra` of the caller, a traceback if there is one."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= {name: value for name, value in vars(record).items() if name not in _KNOWN}
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def logging_of(form: str) -> dict[str, Any]:
    """Django's LOGGING. RefusesToStart when `form` is neither `plain` nor `json`."""
    if form not in ("plain", "json"):
        raise RefusesToStart(f"VERNOST_LOG is {form!r}; it must be plain or json.")
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
            "json": {"()": "vernost.config.log.JsonFormatter"},
        },
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": form}},
        "root": {"handlers": ["console"], "level": "INFO"},
        "loggers": {
            # Plain, a line per request is noise on a person's terminal.
            "vernost.requests": {"level": "INFO" if form == "json" else "WARNING"},
            # Its warnings repeat the path, in which secret links are; the line per request has the status.
            "django.request": {"level": "ERROR"},
        },
    }
