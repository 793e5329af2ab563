"""Answers of back-tests, and which definitions move which signal."""

from hashlib import sha256
from json import dumps

from vernost.assessment.models import BackTest, BackTestSignal
from vernost.assessment.queries.method import as_json, method
from vernost.core.models import Job
from vernost.engine.codes import SIGNAL_BY_CODE, Signal
from vernost.engine.settings import Settings

TASK = "vernost.assessment.tasks.backtest"
_OF_KIND = {
    "trend": ("alarm_rate", "trend_events", "trend_min_events"),
    "rate": ("alarm_rate", "recent_days"),
    "act": ("recent_days",),
    "state": (),
}
_OF_CODE: dict[str, tuple[str, ...]] = {
    "silent": ("alarm_rate",),
    "falls_unexplained": ("alarm_rate", "trend_events", "trend_min_events", "regular_occasions"),
    "values_conflict": (),
    "rating_low": ("low_rating", "low_nps"),
    "same_pair": ("same_pair_days",),
    "dependence": ("dependence_share",),
    "free_work": ("free_works",),
    "decide_quickly": ("ending_signals",),
    "no_touch": ("touch_days",),
    "promise_open": ("promise_days",),
    "inquiry_unanswered": ("answer_days",),
    "no_feedback": ("feedback_days",),
    "new_service": ("recent_days",),
    "ready_to_recommend": ("devoted_nps",),
}


def tuned_by(code: str) -> tuple[str, ...]:
    """Names of the settings that decide when the signal is raised; empty where it is a bare fact."""
    signal: Signal = SIGNAL_BY_CODE[code]
    return _OF_CODE.get(code, _OF_KIND[signal.kind])


def key_of(settings: Settings) -> str:
    """The same for the same definitions."""
    return sha256(dumps(as_json(settings), sort_keys=True).encode()).hexdigest()


def backtest_in_force() -> BackTest | None:
    """The answer for the definitions in force; None while nobody has asked."""
    return BackTest.objects.filter(key=key_of(method())).first()


def by_code(test: BackTest | None) -> dict[str, BackTestSignal]:
    """Without the lists of clients, which are long."""
    return {one.code: one for one in test.signals.defer("named")} if test else {}


def last_backtest_job() -> Job | None:
    return Job.objects.filter(task=TASK).order_by("-id").first()


def backtest_job(pk: int) -> Job | None:
    return Job.objects.filter(task=TASK, pk=pk).first()
