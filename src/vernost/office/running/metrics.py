"""`/metrics` for Prometheus: what shows that work is left undone. Read with the token of the settings only."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest

from vernost.assessment.queries.run import latest_run
from vernost.core.clock import now
from vernost.core.queries.job import jobs_by_state, longest_wait
from vernost.core.queries.seal import last_sealed_at


@require_safe
@never_cache
@login_not_required
def metrics(request: HttpRequest) -> HttpResponse:
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    token = settings.VERNOST_METRICS_TOKEN
    if not token or not constant_time_compare(given, token):
        raise Http404
    return HttpResponse(generate_latest(_figures()), content_type=CONTENT_TYPE_LATEST)


def _figures() -> CollectorRegistry:
    registry, at = CollectorRegistry(), now()
    jobs = Gauge("vernost_jobs", "Background jobs by state", ["state"], registry=registry)
    for state, count in jobs_by_state().items():
        jobs.labels(state).set(count)
    wait = Gauge("vernost_job_wait_seconds", "How long the oldest due job waits", registry=registry)
    wait.set(longest_wait(at=at).total_seconds())
    judged = Gauge("vernost_judged_age_seconds", "Age of the last assessment", registry=registry)
    run = latest_run()
    judged.set((at - run.finished_at).total_seconds() if run and run.finished_at else -1)
    sealed = Gauge(
        "vernost_audit_seal_age_seconds", "Age of the last seal of the audit log", registry=registry
    )
    last = last_sealed_at()
    sealed.set((at - last).total_seconds() if last else -1)
    return registry
