from contextvars import ContextVar
from copy import copy
from typing import Any

from django.core.signals import request_finished, request_started
from django.db.models.signals import post_save
from django.dispatch import receiver

from vernost.core.models import CompanySettings
from vernost.core.queries.prepared import Prepared

_ROW = Prepared(lambda: CompanySettings.objects.filter(pk=1))
# A page asks up to six times. None outside of a request.
_read: ContextVar[list[CompanySettings] | None] = ContextVar("read", default=None)


def company() -> CompanySettings:
    """The company's row, read once a request; an unsaved one with defaults before the first start is through."""
    read = _read.get()
    if read:
        return copy(read[0])
    found = _ROW.record() or CompanySettings(pk=1, name="Vernost")
    if read is not None:
        read.append(found)
        return copy(found)
    return found


@receiver(request_started)
@receiver(post_save, sender=CompanySettings)
def _read_anew(signal: Any, **_: object) -> None:
    if signal is request_started or _read.get() is not None:
        _read.set([])


@receiver(request_finished)
def _forget(**_: object) -> None:
    _read.set(None)
