"""Background work of programmes."""

from typing import Any

from django.tasks import task

from vernost.core.clock import today
from vernost.core.jobs.schedule import every_night
from vernost.programmes.actions.kpi import count_kpis
from vernost.programmes.queries.kpi import live_kpis


@task
def count_plans() -> dict[str, Any]:
    """Counts the numbers of every plan by which people work, and keeps them once a month for the picture. The result
    is {"numbers": how many}.
    """
    on, count = today(), 0
    for kpi in live_kpis():
        count_kpis(kpis=[kpi], on=on, read=on.day == 1)
        count += 1
    return {"numbers": count}


# After the assessment, whose levels the plans look at.
every_night(count_plans, hour=5)
