"""What the assessment does when values are put back without its actions."""

from datetime import datetime

from django.utils.timezone import localtime

from vernost.assessment.actions.contact import SIGNAL_OF_ACT
from vernost.assessment.actions.question import bring_in_force
from vernost.assessment.models import Signal
from vernost.core.kept_columns import keeps_columns
from vernost.voice.models import Act

_KINDS = {code: kind for kind, code in SIGNAL_OF_ACT.items() if kind.value == code}


@keeps_columns
def keep_in_force(client_ids: set[int], at: datetime) -> None:
    bring_in_force(today=localtime(at).date(), client_ids=client_ids)


@keeps_columns
def end_signals_without_acts(client_ids: set[int], at: datetime) -> None:
    """A signal that is nothing but acts goes with the last of them, without waiting for an assessment."""
    acts = Act.objects.filter(client__in=client_ids, deleted_at=None, kind__in=_KINDS.values())
    live = set(acts.values_list("client_id", "kind"))
    raised = Signal.objects.filter(client__in=client_ids, over_on=None, code__in=_KINDS)
    Signal.objects.filter(
        pk__in=[one.pk for one in raised if (one.client_id, _KINDS[one.code].value) not in live]
    ).delete()
