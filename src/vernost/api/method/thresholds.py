"""Other thresholds of one signal, tried on the company's own past before they are saved (D8)."""

from django.utils.translation import gettext as _

from vernost.api.method.endpoints import changes_shown, differing, own_trial, save_trial
from vernost.api.method.schemas import ThresholdsTried, ThresholdTrialShown
from vernost.api.runs.backtest import tested
from vernost.api.runs.work import work_shown
from vernost.api.shell.http import Request
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal, wrong
from vernost.api.shell.values import Number
from vernost.assessment.declared import SIGNAL_BY_CODE
from vernost.assessment.models import BackTest
from vernost.assessment.queries.backtest import backtest_in_force, backtest_job, by_code, tuned_by
from vernost.assessment.tasks import backtest
from vernost.core.access import Action
from vernost.core.jobs.ask import ask_for
from vernost.core.models import Job, User

operations = Operations("settings")


@operations.acts("/threshold-trials", right=Action.CHANGE_SETTINGS, answer=ThresholdTrialShown | None)
def try_thresholds(request: Request, given: ThresholdsTried) -> ThresholdTrialShown | None:
    """Runs the signal over the past with other thresholds and saves nothing; null where nothing differs."""
    if given.code not in SIGNAL_BY_CODE:
        raise wrong("body.code", _("There is no such signal."))
    for name in given.values:
        if name not in tuned_by(given.code):
            raise wrong(f"body.values.{name}", _("This signal does not depend on it."))
    values = differing(given)
    if not values:
        return None
    job = ask_for(backtest, by=request.auth, values=values, by_id=request.auth.pk)
    return _shown(Job.objects.get(pk=job), given.code)


@operations.reads(
    "/threshold-trials/{threshold_trial_id}/{signal_code}",
    right=Action.CHANGE_SETTINGS,
    answer=ThresholdTrialShown,
)
def show_threshold_trial(
    request: Request, threshold_trial_id: Number, signal_code: str
) -> ThresholdTrialShown:
    """What the tried thresholds would have said of the past, beside those in force."""
    return _shown(_trial(request.auth, threshold_trial_id, signal_code), signal_code)


@operations.acts(
    "/threshold-trials/{threshold_trial_id}/{signal_code}/save",
    right=Action.CHANGE_SETTINGS,
    answer=ThresholdTrialShown,
)
def save_threshold_trial(
    request: Request, threshold_trial_id: Number, signal_code: str
) -> ThresholdTrialShown:
    """Saves the tried thresholds and judges all clients by them; 409 as with the method."""
    job = _trial(request.auth, threshold_trial_id, signal_code)
    save_trial(request.auth, job)
    return _shown(job, signal_code)


def _trial(person: User, pk: int, code: str) -> Job:
    if code not in SIGNAL_BY_CODE:
        raise Refusal(Code.NOT_FOUND)
    return own_trial(person, backtest_job(pk))


def _shown(job: Job, code: str) -> ThresholdTrialShown:
    test = BackTest.objects.filter(pk=(job.result or {}).get("backtest") or 0).first()
    now, then = by_code(backtest_in_force()).get(code), by_code(test).get(code)
    return ThresholdTrialShown(
        code=code,
        work=work_shown(job),
        changes=changes_shown(job),
        now=tested(now) if now else None,
        then=tested(then) if then else None,
    )
